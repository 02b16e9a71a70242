package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** The parts of an address whose numbers are spoken: "fourteen twenty", "apartment three b". */
final class SpokenAddress {
  private static final int MOST_NUMBER_WORDS = 5;
  private static final int MOST_TAIL_WORDS = 18;
  private static final String GAP_SIGNS = " ,.-#\n";

  private SpokenAddress() {}

  /** The last word of the spoken number that begins with the word; -1 where none does. */
  static int numberEnd(Passage passage, int first) {
    List<Word> words = passage.words();
    int last = -1;
    for (int i = first; i < Math.min(words.size(), first + MOST_NUMBER_WORDS); i++) {
      if (!isNumberWord(words.get(i)) || i > first && !isJoined(passage, i)) {
        break;
      }
      last = i;
    }
    return last;
  }

  /** Whether one of the words makes a street of the name. */
  static boolean hasStreet(Passage passage, int from, int to) {
    for (Word word : passage.words().subList(from, to + 1)) {
      if (StreetWords.isPlainSuffix(word)
          || StreetWords.isFrench(word)
          || StreetWords.isRomance(word)
          || StreetWords.isEndedAsStreet(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The last word of an address that has the word at {@code last}: unit, town, state and postcode
   * behind it, their numbers in words. The same word where no spoken number follows.
   */
  static int end(Passage passage, int last) {
    List<Word> words = passage.words();
    int end = last;
    for (int i = last + 1; i < Math.min(words.size(), last + 1 + MOST_TAIL_WORDS); i++) {
      Word word = words.get(i);
      boolean number = isNumberWord(word) || word.isNumber();
      boolean letter = word.length() == 1 && word.isAlphabetic();
      boolean place =
          word.label() == null
              && word.isAlphabetic()
              && (StreetWords.isState(word) && !word.is(WordList.FUNCTION_WORDS)
                  || StreetWords.isTownPrefix(word)
                  || !word.is(WordList.COMMON_WORDS) && !word.is(WordList.FUNCTION_WORDS));
      if (!isJoined(passage, i) || !number && !letter && !place && !StreetWords.isUnit(word)) {
        break;
      }
      end = letter && !isNumberWord(words.get(i - 1)) ? end : i;
    }
    return end;
  }

  static boolean isNumberWord(Word word) {
    return word.is(WordUse.DIGIT) || word.is(WordUse.TENS);
  }

  private static boolean isJoined(Passage passage, int i) {
    return passage.isJoined(passage.words().get(i - 1), passage.words().get(i), GAP_SIGNS);
  }
}
