package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/**
 * A name as the first thing of a line, with nothing behind it or the next detail of a person: "john
 * 123456", "Lund, Jo ssn ...", "jo lund and my email ...".
 */
final class NameOpening {
  /** A comma ends the line too where one of so many words before it is a given name. */
  private static final int WORDS_BEFORE_COMMA = 5;

  private static final int MOST_GROUPS = 5;

  /** Shorter numbers are counts. */
  private static final int MIN_NUMBER = 4;

  private NameOpening() {}

  /** Whether such a name begins with the word at {@code first}. */
  static boolean startsAt(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    boolean opening = passage.beginsSentence(word.start());
    if (!opening || !NameWords.mayBeName(word)) {
      return false;
    }
    int last = NameExtent.sure(passage, words, first);
    if (last > first && NameWords.isListedPair(word, words.get(last))) {
      return isFollowedByDetail(passage, words, last, false);
    }
    boolean capitals = last > first && word.capitalised() && words.get(last).capitalised();
    boolean listed = NameWords.isFamilyName(word) || NameWords.isGivenName(word);
    boolean everyday = NameWords.isEverydayWord(word);
    if (last == first + 1
        && NamePair.isBesideListed(word, words.get(last))
        && (isFollowedByHouse(words, last) || isFollowedByDetail(passage, words, last, true))) {
      return true;
    }
    if (!listed && !capitals && !NameWords.isRunTogether(word)) {
      return first == 0
          && last == first
          && passage.asked(Label.NAME)
          && isFollowedByNumber(words, last);
    }
    boolean noticed = first == 0 || word.capitalised() || NameWords.isGivenName(word);
    return noticed
        && (!everyday || word.capitalised())
        && isFollowedByDetail(passage, words, last, everyday);
  }

  /** "... 12 Oak Street". */
  private static boolean isFollowedByHouse(List<Word> words, int last) {
    return last + 2 < words.size()
        && AddressDetector.HOUSE_NUMBER.matcher(words.get(last + 1).normal()).matches()
        && words.get(last + 2).isAlphabetic()
        && !StreetWords.isCounted(words.get(last + 2));
  }

  private static boolean isFollowedByNumber(List<Word> words, int last) {
    return last + 1 < words.size()
        && words.get(last).length() >= MIN_NUMBER
        && NameWords.isNameOnly(words.get(last))
        && !Character.isIdeographic(words.get(last).normal().codePointAt(0))
        && words.get(last + 1).isNumber()
        && words.get(last + 1).length() >= MIN_NUMBER;
  }

  /** How many digits the number has, in groups: "144-84-7990". */
  private static int digitsFrom(Passage passage, List<Word> words, int first) {
    int digits = words.get(first).length();
    for (int i = first + 1; i < Math.min(words.size(), first + MOST_GROUPS); i++) {
      if (!words.get(i).isNumber() || !passage.isJoined(words.get(i - 1), words.get(i), " -.()")) {
        break;
      }
      digits += words.get(i).length();
    }
    return digits;
  }

  /** Whether the line ends, or a number or the word for another detail of a person comes next. */
  private static boolean isFollowedByDetail(
      Passage passage, List<Word> words, int last, boolean onlyDetails) {
    int next = last + 1;
    int end = words.get(last).end();
    boolean breaks = ",;".indexOf(passage.at(end)) >= 0 || passage.text().startsWith(" - ", end);
    boolean lineEnds =
        next >= words.size()
            || passage.text().substring(end, words.get(next).start()).contains("\n")
            || breaks
                && words.subList(Math.max(0, next - WORDS_BEFORE_COMMA), next).stream()
                    .anyMatch(NameWords::isListedGivenName);
    if (lineEnds) {
      return !onlyDetails;
    }
    if (words.get(next).normal().equals("and")) {
      next = Math.min(next + 1, words.size() - 1);
    }
    if (words.get(next).is(WordUse.POSSESSIVE)) {
      next = Math.min(next + 1, words.size() - 1);
    }
    Word detail = words.get(next);
    if (passage.at(end) == '-' && detail.start() == end + 1) {
      return false;
    }
    Label label = detail.label();
    return detail.isNumber() && digitsFrom(passage, words, next) >= MIN_NUMBER
        || label != null && !Label.isImpersonal(label)
        || next > last + 1 && detail.is(WordUse.NUMBER_WORD);
  }
}
