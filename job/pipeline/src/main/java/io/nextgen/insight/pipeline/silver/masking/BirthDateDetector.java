package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Dates of birth: a date after words or a question about birth, and any full date that lies so far
 * back that in a conversation about a service it can hardly be anything else. A recent date is one
 * only directly behind such words: who is asked for a birthday also tells since when there is no
 * signal.
 */
final class BirthDateDetector implements Detector {
  /** Nobody's contract, outage or delivery is talked about with the day, this long after. */
  private static final int LAST_YEAR_OF_ITSELF = 2008;

  /** Nobody who is asked for the own date of birth was born later. */
  private static final int LAST_YEAR_OF_ANSWER = 2012;

  /** How far before the date the word may stand: "date of birth? Sure, it's the ...". */
  private static final int REACH_WORDS = 9;

  /** From one date to the next in "2/3/1998 and 4/5/2015". */
  private static final int LIST_REACH = 5;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int lastCue = -1 - REACH_WORDS;
    int listEnd = -1 - LIST_REACH;
    int i = 0;
    while (i < words.size()) {
      if (words.get(i).label() == Label.BIRTH) {
        lastCue = i;
      }
      int start = words.get(i).start();
      boolean cued = i - lastCue <= REACH_WORDS || listEnd >= start - LIST_REACH;
      int end = endOfDate(passage, i, cued);
      if (end < 0) {
        i++;
        continue;
      }
      found.accept(Finding.asWritten(passage, start, end, PiiKind.BIRTH_DATE));
      while (i < words.size() && words.get(i).start() < end) {
        i++;
      }
      // The words speak of this date, and of those that are listed with it.
      lastCue = -1 - REACH_WORDS;
      listEnd = cued ? end : listEnd;
    }
  }

  /**
   * @param cued whether words about birth stand before
   */
  private static int endOfDate(Passage passage, int first, boolean cued) {
    boolean called = cued || passage.asked(Label.BIRTH);
    CalendarDate date = CalendarDate.at(passage, first);
    if (date == null && called) {
      date = CalendarDate.looseAt(passage, first);
    }
    if (date != null) {
      return isBirth(passage, date, cued) ? date.end() : -1;
    }
    Word word = passage.words().get(first);
    boolean digitsOnly = word.isNumber() && (word.length() == 6 || word.length() == 8);
    return digitsOnly && isCalledBirth(passage, word) ? word.end() : -1;
  }

  private static boolean isBirth(Passage passage, CalendarDate date, boolean cued) {
    Label label = passage.labelBefore(date.start());
    if (label == Label.VERSION) {
      return false;
    }
    boolean longAgo = date.year() <= LAST_YEAR_OF_ITSELF;
    if (longAgo && !Label.isImpersonal(label)) {
      return true;
    }
    boolean asked =
        passage.asked(Label.BIRTH)
            && !Label.isImpersonal(label)
            && (date.year() <= LAST_YEAR_OF_ANSWER || date.year() == CalendarDate.UNKNOWN_YEAR);
    return (cued || asked) && !date.hasTime(passage);
  }

  /** "DOB 01081985", or as the answer to the question: no order's number and no piece of one. */
  private static boolean isCalledBirth(Passage passage, Word word) {
    Label label = passage.labelBefore(word.start());
    return label == Label.BIRTH
        || label == null
            && passage.asked(Label.BIRTH)
            && CalendarDate.isWhole(passage, word.start(), word.end());
  }
}
