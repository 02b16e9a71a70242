package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Dates of birth: a date after words or a question about birth, and any full date that lies so far
 * back that in a conversation about a service it can hardly be anything else.
 */
final class BirthDateDetector implements Detector {
  /** Nobody's contract, outage or delivery is talked about with the day, this long after. */
  private static final int LAST_YEAR_OF_ITSELF = 2008;

  /** How far before the date the word may stand: "date of birth? Sure, it's the ...". */
  private static final int REACH_WORDS = 9;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int lastCue = -1 - REACH_WORDS;
    int i = 0;
    while (i < words.size()) {
      if (words.get(i).label() == Label.BIRTH) {
        lastCue = i;
      }
      boolean called = i - lastCue <= REACH_WORDS || passage.asked(Label.BIRTH);
      int end = endOfDate(passage, i, called);
      if (end < 0) {
        i++;
        continue;
      }
      int start = words.get(i).start();
      found.accept(Finding.asWritten(passage, start, end, PiiKind.BIRTH_DATE));
      while (i < words.size() && words.get(i).start() < end) {
        i++;
      }
    }
  }

  private static int endOfDate(Passage passage, int first, boolean called) {
    CalendarDate date = CalendarDate.at(passage, first);
    if (date != null) {
      boolean longAgo =
          date.year() <= LAST_YEAR_OF_ITSELF
              && !Label.isImpersonal(passage.labelBefore(date.start()));
      return called || longAgo ? date.end() : -1;
    }
    CalendarDate loose = called ? CalendarDate.looseAt(passage, first) : null;
    if (loose != null) {
      return loose.end();
    }
    Word word = passage.words().get(first);
    boolean digitsOnly = called && word.isNumber() && (word.length() == 6 || word.length() == 8);
    return digitsOnly && isCalledBirth(passage, word) ? word.end() : -1;
  }

  private static boolean isCalledBirth(Passage passage, Word word) {
    return passage.asked(Label.BIRTH) || passage.labelBefore(word.start()) == Label.BIRTH;
  }
}
