package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/**
 * What codes to log in look like: four to eight digits, also in equal groups ("483 920") or digit
 * by digit; a few capitals before them ("G-829104"); capitals and digits mixed ("K7P2QX").
 */
final class LoginCodeShape {
  private static final int MIN_DIGITS = 4;
  private static final int MAX_DIGITS = 8;
  private static final int LONGEST_PREFIX = 3;
  private static final int SHORTEST_MIXED = 5;
  private static final int LONGEST_GROUP = 4;
  private static final int LEAST_MIXED_DIGITS = 2;

  private LoginCodeShape() {}

  /**
   * The last word of the code that begins with the word; -1 where none does.
   *
   * @param mixed whether capitals and digits in any order count
   */
  static int last(Passage passage, int first, boolean mixed) {
    List<Word> words = passage.words();
    Word word = words.get(first);
    int last;
    if (word.isNumber()) {
      last = lastGroup(passage, words, first);
    } else if (isPrefix(passage, words, first)) {
      last = first + 1;
    } else {
      last = mixed && isMixed(passage, word) ? first : -1;
    }
    return last >= 0 && isWhole(passage, word.start(), words.get(last).end()) ? last : -1;
  }

  /** The first word of the code that ends with the word; -1 where none does. */
  static int first(Passage passage, int last) {
    for (int first = Math.max(0, last - MAX_DIGITS + 1); first <= last; first++) {
      if (last(passage, first, false) == last) {
        return first;
      }
    }
    return -1;
  }

  /** How many digits those words have. */
  static int digits(List<Word> words, int first, int last) {
    int digits = 0;
    for (Word word : words.subList(first, last + 1)) {
      digits += (int) word.normal().chars().filter(c -> Ascii.isDigit((char) c)).count();
    }
    return digits;
  }

  /** The last of equal groups of digits, or of one group. */
  private static int lastGroup(Passage passage, List<Word> words, int first) {
    int size = words.get(first).length();
    int last = first;
    while (size <= LONGEST_GROUP
        && last + 1 < words.size()
        && words.get(last + 1).isNumber()
        && words.get(last + 1).length() == size
        && words.get(last + 1).start() - words.get(last).end() == 1
        && " -".indexOf(passage.at(words.get(last).end())) >= 0) {
      last++;
    }
    int digits = size * (last - first + 1);
    return digits >= MIN_DIGITS && digits <= MAX_DIGITS ? last : -1;
  }

  /** "G-829104", where the capitals are the sender's. */
  private static boolean isPrefix(Passage passage, List<Word> words, int first) {
    Word prefix = words.get(first);
    if (first + 1 >= words.size() || prefix.length() > LONGEST_PREFIX || !prefix.isAlphabetic()) {
      return false;
    }
    Word digits = words.get(first + 1);
    return digits.isNumber()
        && digits.length() >= MIN_DIGITS
        && digits.length() <= MAX_DIGITS
        && digits.start() - prefix.end() == 1
        && passage.at(prefix.end()) == '-'
        && isCapital(passage, prefix);
  }

  private static boolean isMixed(Passage passage, Word word) {
    return word.length() >= SHORTEST_MIXED
        && word.length() <= MAX_DIGITS
        && !word.isAlphabetic()
        && word.normal().chars().filter(c -> Ascii.isDigit((char) c)).count() >= LEAST_MIXED_DIGITS
        && isCapital(passage, word);
  }

  private static boolean isCapital(Passage passage, Word word) {
    for (int i = word.start(); i < word.end(); i++) {
      if (Character.isLowerCase(passage.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** No piece of a date, a decimal or a longer number, and no amount. */
  private static boolean isWhole(Passage passage, int start, int end) {
    boolean behind = "-./:,".indexOf(passage.at(end)) >= 0 && Ascii.isDigit(passage.at(end + 1));
    boolean before =
        "-./:,".indexOf(passage.at(start - 1)) >= 0 && Ascii.isDigit(passage.at(start - 2));
    return !behind
        && !before
        && "#_/@%".indexOf(passage.at(start - 1)) < 0
        && "_/@%".indexOf(passage.at(end)) < 0
        && !CodeShape.isAmount(passage, start, end)
        && !passage.isInUrl(start);
  }
}
