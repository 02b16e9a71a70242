package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Dates of birth in words, where one is spoken of or asked for: "march fourteenth nineteen eighty
 * six", "three fourteen eighty six".
 */
final class SpokenBirthDateDetector implements Detector {
  /** How far before the date the word may stand: "date of birth is the". */
  private static final int REACH_WORDS = 9;

  private static final int MAX_GAP = 3;

  /** "The fourteenth of March of the year nineteen hundred and eighty six". */
  private static final int MOST_WORDS = 16;

  private static final int LONGEST_YEAR = 4;

  /** Day, month and year, where the month has no name. */
  private static final int LEAST_NUMBERS = 3;

  private static final String GAP_SIGNS = " ,.-/\n'";

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int cue = passage.asked(Label.BIRTH) ? 0 : -1 - REACH_WORDS;
    int i = 0;
    while (i < words.size()) {
      if (words.get(i).label() == Label.BIRTH) {
        cue = i;
      }
      boolean called = i - cue <= REACH_WORDS;
      int last = called ? last(passage, i) : -1;
      if (last >= 0 && !Label.isImpersonal(passage.labelBefore(words.get(i).start()))) {
        int start = words.get(i).start();
        found.accept(Finding.asWritten(passage, start, words.get(last).end(), PiiKind.BIRTH_DATE));
      }
      i = Math.max(i, last) + 1;
    }
  }

  /** The last word of the date that begins with the word; -1 where none does. */
  private static int last(Passage passage, int first) {
    List<Word> words = passage.words();
    boolean month = false;
    int numbers = 0;
    int spoken = 0;
    int last = -1;
    for (int i = first; i < Math.min(words.size(), first + MOST_WORDS); i++) {
      Word word = words.get(i);
      if (i > first && !isNear(passage, words.get(i - 1), word)) {
        break;
      }
      boolean number = isNumber(passage, word);
      boolean named = word.is(WordUse.MONTH) && !month;
      boolean joint =
          i > first && (word.is(WordUse.DATE_JOINT) || word.is(WordUse.TENS_JOINT) || isAnd(word));
      if (!number && !named && !joint) {
        break;
      }
      month |= named;
      numbers += number && !named ? 1 : 0;
      spoken += number && word.isAlphabetic() ? 1 : 0;
      last = number || named ? i : last;
    }
    boolean date = spoken > 0 && (month ? numbers > 0 : numbers >= LEAST_NUMBERS);
    return date ? last : -1;
  }

  /** "Two thousand and five". */
  private static boolean isAnd(Word word) {
    return word.is(WordUse.SPOKEN_FILLER) && word.is(WordList.FUNCTION_WORDS);
  }

  private static boolean isNumber(Passage passage, Word word) {
    return word.is(WordUse.DIGIT)
        || word.is(WordUse.TENS)
        || word.is(WordUse.ORDINAL)
        || word.is(WordUse.YEAR_WORD)
        || word.isNumber() && word.length() <= LONGEST_YEAR
        || CalendarDate.isDay(word)
        || passage.context().beginsYear(word.normal());
  }

  private static boolean isNear(Passage passage, Word before, Word word) {
    return word.start() - before.end() <= MAX_GAP
        && passage.consistsOf(GAP_SIGNS, before.end(), word.start());
  }
}
