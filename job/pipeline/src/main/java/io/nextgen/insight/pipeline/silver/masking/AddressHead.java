package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** What stands before the street of an address: "Flat 3, 9 Baker Street". */
final class AddressHead {
  private static final int MOST_NAME_WORDS = 4;

  private AddressHead() {}

  /**
   * The first word of the address whose street begins with the word at {@code first}: that of the
   * unit, of a building's name in capitals behind the unit too.
   */
  static int withUnits(Passage passage, List<Word> words, int first, int from) {
    if (isUnit(passage, words, first - 1, from) || isSlashedUnit(passage, words, first - 1, from)) {
      return first - 1;
    }
    int i = first;
    int names = 0;
    while (i > from && passage.isJoined(words.get(i - 1), words.get(i), " ,/-.#")) {
      Word before = words.get(i - 1);
      boolean number = Ascii.isDigit(passage.at(before.start()));
      if (number && isUnit(passage, words, i - 2, from)) {
        return i - 2;
      }
      if (names >= MOST_NAME_WORDS || !before.capitalised() && !number || before.label() != null) {
        return first;
      }
      names++;
      i--;
    }
    return first;
  }

  /** "6/21 Wattle Street": the flat before the house. */
  private static boolean isSlashedUnit(Passage passage, List<Word> words, int i, int from) {
    return i >= from
        && i >= 0
        && words.get(i).isNumber()
        && words.get(i + 1).start() - words.get(i).end() == 1
        && passage.isJoined(words.get(i), words.get(i + 1), "/");
  }

  /** Whether the word is one such as "flat", and belongs to the number behind it. */
  private static boolean isUnit(Passage passage, List<Word> words, int i, int from) {
    return i >= from
        && i >= 0
        && StreetWords.isUnit(words.get(i))
        && passage.isJoined(words.get(i), words.get(i + 1), " .:#-");
  }
}
