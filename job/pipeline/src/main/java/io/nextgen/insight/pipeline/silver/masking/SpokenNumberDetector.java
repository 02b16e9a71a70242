package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Numbers that are spelt out: "five five five, oh one three four". Seven digits and more in words
 * are a phone number, or a card or social security number where length, check digit or label say
 * so. Four are enough for a PIN and the end of a social security number that are asked for.
 */
final class SpokenNumberDetector implements Detector {
  private static final int MIN_DIGITS = 7;
  private static final int MAX_DIGITS = 19;
  private static final int MIN_CARD_DIGITS = 13;
  private static final int SSN_DIGITS = 9;

  /** Of a social security number; the fewest of a PIN too. */
  private static final int LAST_DIGITS = 4;

  private static final int MAX_SECRET_DIGITS = 8;

  /** Digits typed between the words count too, but do not make a spoken number alone. */
  private static final int MIN_WORDS = 4;

  /** Each digit with a "double" before it. */
  private static final int MAX_WORDS = 2 * MAX_DIGITS;

  /** "Three zero two... five five five". */
  private static final int MAX_GAP = 6;

  private static final String GAP_SIGNS = " \t\n.,-/\u2026:;";

  /** As many digits must have been heard before a word such as "and" may belong to the number. */
  private static final int MIN_BEFORE_FILLER = 2;

  /** "And then, uh". */
  private static final int MAX_FILLERS = 3;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int i = 0;
    while (i < words.size()) {
      i = Math.max(i + 1, readNumber(passage, words, i, found));
    }
  }

  /** Reports the number that begins at the word, if there is one, and gives the word behind it. */
  private static int readNumber(
      Passage passage, List<Word> words, int first, Consumer<Finding> found) {
    StringBuilder digits = new StringBuilder(MAX_DIGITS);
    int spoken = 0;
    int repeat = 1;
    boolean afterTens = false;
    int next = first;
    while (next < Math.min(words.size(), first + MAX_WORDS)
        && digits.length() <= MAX_DIGITS
        && (next == first || isNear(passage, words, next))) {
      int behindFillers =
          digits.length() < MIN_BEFORE_FILLER ? next : skipFillers(passage, words, next);
      if (behindFillers > next) {
        next = behindFillers;
        afterTens = false;
        continue;
      }
      Word word = words.get(next);
      if (afterTens && word.is(WordUse.TENS_JOINT) && isDigit(words, next + 1)) {
        next++;
        continue;
      }
      String value = word.isNumber() ? word.normal() : word.meaning().number();
      if (word.is(WordUse.REPEAT)) {
        repeat = Integer.parseInt(value);
      } else if (value == null) {
        break;
      } else {
        append(digits, value, repeat, afterTens);
        repeat = 1;
        afterTens = word.is(WordUse.TENS);
      }
      spoken += word.isNumber() ? 0 : 1;
      next++;
    }
    if (spoken < MIN_WORDS) {
      return first + 1;
    }
    int start = words.get(first).start();
    int end = words.get(next - 1).end();
    PiiKind kind = kindOf(passage, digits.toString(), start, end);
    if (kind == null) {
      return first + 1;
    }
    found.accept(new Finding(start, end, kind, NormalSpelling.of(kind, digits.toString())));
    return next;
  }

  private static boolean isDigit(List<Word> words, int i) {
    return i < words.size() && words.get(i).is(WordUse.DIGIT);
  }

  private static boolean isNear(Passage passage, List<Word> words, int next) {
    int from = words.get(next - 1).end();
    int to = words.get(next).start();
    return to - from <= MAX_GAP && passage.consistsOf(GAP_SIGNS, from, to);
  }

  /** The digit behind "and then", "uh" or "dash"; the same word where there is none. */
  private static int skipFillers(Passage passage, List<Word> words, int from) {
    int next = from;
    while (next < words.size()
        && next - from <= MAX_FILLERS
        && isNear(passage, words, next)
        && (words.get(next).is(WordUse.SPOKEN_FILLER) || words.get(next).is(WordUse.EMAIL_SIGN))) {
      next++;
    }
    boolean goesOn =
        next < words.size()
            && isNear(passage, words, next)
            && (words.get(next).is(WordUse.DIGIT)
                || words.get(next).is(WordUse.TENS)
                || words.get(next).is(WordUse.REPEAT));
    return goesOn ? next : from;
  }

  /** "Twenty one" is 21, "double five" 55. */
  private static void append(StringBuilder digits, String value, int repeat, boolean afterTens) {
    if (afterTens && value.length() == 1 && !value.equals("0")) {
      digits.setLength(digits.length() - 1);
    }
    digits.append(value.repeat(repeat));
  }

  /** Null for what is too short or too long to be anything that is spoken of or asked for. */
  private static PiiKind kindOf(Passage passage, String digits, int start, int end) {
    int length = digits.length();
    Label label = passage.labelOf(start, end);
    if (length >= MIN_CARD_DIGITS
        && length <= MAX_DIGITS
        && (passage.isCalled(label, Label.CARD)
            || LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits))) {
      return PiiKind.CARD;
    }
    if ((length == SSN_DIGITS || length == LAST_DIGITS) && passage.isCalled(label, Label.SSN)) {
      return PiiKind.SSN;
    }
    boolean secret =
        passage.isCalled(label, Label.SECRET) || label == null && passage.asked(Label.LOGIN_CODE);
    if (secret && length >= LAST_DIGITS && length <= MAX_SECRET_DIGITS) {
      return PiiKind.SECRET;
    }
    return length >= MIN_DIGITS && length <= MAX_DIGITS ? PiiKind.PHONE : null;
  }
}
