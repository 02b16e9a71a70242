package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Numbers that are spelt out: "five five five, oh one three four". So many digits in words are a
 * phone number, or a card or social security number where length, check digit or label say so.
 */
final class SpokenNumberDetector implements Detector {
  private static final int MIN_DIGITS = 7;
  private static final int MAX_DIGITS = 19;
  private static final int MIN_CARD_DIGITS = 13;
  private static final int SSN_DIGITS = 9;

  /** Digits typed between the words count too, but do not make a spoken number alone. */
  private static final int MIN_WORDS = 4;

  private static final int MAX_GAP = 3;
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final Map<String, String> DIGITS = new HashMap<>();
  private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3, "dobro", 2);

  static {
    digits("zero one two three four five six seven eight nine");
    digits("null eins zwei drei vier funf sechs sieben acht neun");
    digits("zero un deux trois quatre cinq six sept huit neuf");
    digits("cero uno dos tres cuatro cinco seis siete ocho nueve");
    digits("zero uno due tre quattro cinque sei sette otto nove");
    digits("zero um dois tres quatro cinco seis sete oito nove");
    digits("nul een twee drie vier vijf zes zeven acht negen");
    teens("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    TENS.forEach(word -> DIGITS.put(word, TENS.indexOf(word) + 2 + "0"));
    DIGITS.put("oh", "0");
    DIGITS.put("o", "0");
    DIGITS.put("zwo", "2");
    DIGITS.put("hundred", "00");
    DIGITS.put("meia", "6");
  }

  private static void digits(String words) {
    String[] each = words.split(" ");
    for (int i = 0; i < each.length; i++) {
      DIGITS.put(each[i], Integer.toString(i));
    }
  }

  private static void teens(String words) {
    String[] each = words.split(" ");
    for (int i = 0; i < each.length; i++) {
      DIGITS.put(each[i], Integer.toString(10 + i));
    }
  }

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
    while (next < words.size() && digits.length() <= MAX_DIGITS && isNear(words, first, next)) {
      String word = words.get(next).normal();
      String value = words.get(next).isNumber() ? word : DIGITS.get(word);
      if (REPEATS.containsKey(word)) {
        repeat = REPEATS.get(word);
      } else if (value == null) {
        break;
      } else {
        append(digits, value, repeat, afterTens);
        repeat = 1;
        afterTens = TENS.contains(word);
      }
      spoken += words.get(next).isNumber() ? 0 : 1;
      next++;
    }
    if (spoken < MIN_WORDS || digits.length() < MIN_DIGITS || digits.length() > MAX_DIGITS) {
      return first + 1;
    }
    int start = words.get(first).start();
    int end = words.get(next - 1).end();
    PiiKind kind = kindOf(passage, digits.toString(), start, end);
    found.accept(new Finding(start, end, kind, NormalSpelling.of(kind, digits.toString())));
    return next;
  }

  private static boolean isNear(List<Word> words, int first, int next) {
    return next == first || words.get(next).start() - words.get(next - 1).end() <= MAX_GAP;
  }

  /** "Twenty one" is 21, "double five" 55. */
  private static void append(StringBuilder digits, String value, int repeat, boolean afterTens) {
    if (afterTens && value.length() == 1 && !value.equals("0")) {
      digits.setLength(digits.length() - 1);
    }
    digits.append(value.repeat(repeat));
  }

  private static PiiKind kindOf(Passage passage, String digits, int start, int end) {
    Label label = passage.labelOf(start, end);
    if (digits.length() >= MIN_CARD_DIGITS
        && (label == Label.CARD || LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits))) {
      return PiiKind.CARD;
    }
    return label == Label.SSN && digits.length() == SSN_DIGITS ? PiiKind.SSN : PiiKind.PHONE;
  }
}
