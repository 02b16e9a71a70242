package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/**
 * A house and the quarter that it is in, as addresses are in India and elsewhere without streets:
 * "House No. 194, Jayanagar 4th Block, Bengaluru", "Flat 12B, Sunrise Apartments, Pune 411001".
 */
final class HouseAndLocality {
  /** With fewer capitals behind the number it may be anything's: "Unit 5, London". */
  private static final int FEWEST_CAPITALS = 2;

  private static final int MOST_WORDS = 12;

  private HouseAndLocality() {}

  /** The word for the house before the number; -1 where there is none. */
  static int start(Passage passage, int number) {
    List<Word> words = passage.words();
    int i = number - 1;
    if (i > 0 && words.get(i).is(WordUse.NUMBER_WORD)) {
      i--;
    }
    boolean house =
        i >= 0
            && isHouse(words.get(i).normal())
            && passage.isJoined(words.get(i), words.get(i + 1), " .-#")
            && passage.isJoined(words.get(number - 1), words.get(number), " .-#:");
    return house && passage.at(words.get(number).end()) == ',' ? i : -1;
  }

  private static boolean isHouse(String word) {
    return switch (word) {
      case "house", "flat", "plot", "door", "villa", "hno", "h", "shop", "quarter", "qtr" -> true;
      default -> false;
    };
  }

  /** The last word of the quarter and the town behind the number; -1 where they are not there. */
  static int end(Passage passage, int number) {
    List<Word> words = passage.words();
    int last = -1;
    int capitals = 0;
    for (int i = number + 1; i < Math.min(words.size(), number + MOST_WORDS); i++) {
      Word word = words.get(i);
      if (!passage.isJoined(words.get(i - 1), word, " ,.-")) {
        break;
      }
      boolean name = word.capitalised() && word.isAlphabetic() && !word.is(WordList.FUNCTION_WORDS);
      boolean digits = Ascii.isDigit(passage.at(word.start()));
      if (!name && !digits) {
        break;
      }
      capitals += name ? 1 : 0;
      last = i;
    }
    return capitals >= FEWEST_CAPITALS ? last : -1;
  }
}
