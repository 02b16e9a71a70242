package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with day, month and year, in digits or with the month's name.
 *
 * @param start where it begins in the passage
 * @param end where it ends, exclusive
 * @param year with its century; two digits become one of the hundred years before 2030
 */
record CalendarDate(int start, int end, int year) {
  private static final int CENTURY = 100;
  private static final int LAST_TWO_DIGIT_YEAR = 30;
  private static final int TIME_REACH = 16;

  /** Of a date without a year; no year that is long ago. */
  static final int UNKNOWN_YEAR = 9999;

  private static final Pattern TIME = Pattern.compile("(?:t|[ ,]{1,2}(?:at |um )?)\\d{1,2}:\\d\\d");

  /** "16JUN1972". */
  private static final Pattern COMPACT = Pattern.compile("\\d{1,2}([a-z]{3})(\\d{4}|\\d\\d)");

  private static final Pattern DAY =
      Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|o|e)?");

  /** The date whose first word is that at {@code first}; null where none begins there. */
  static CalendarDate at(Passage passage, int first) {
    List<Word> words = passage.words();
    Word word = words.get(first);
    if (word.isNumber()) {
      int end = DateShape.endOfDate(passage, word.start());
      if (end > 0) {
        return new CalendarDate(word.start(), end, yearOf(passage, word.start(), end));
      }
    }
    boolean digitFirst = Ascii.isDigit(passage.at(word.start()));
    if (digitFirst && !word.isNumber()) {
      Matcher compact = COMPACT.matcher(word.normal());
      if (compact.matches() && passage.context().of(compact.group(1)).is(WordUse.MONTH)) {
        return new CalendarDate(word.start(), word.end(), withCentury(compact.group(2)));
      }
    }
    return digitFirst || word.is(WordUse.MONTH) ? named(passage, words, first) : null;
  }

  /**
   * A date that is one only where a date is spoken of: "8 / 12 / 1954", "7 09 1985", "November 10",
   * "June 1975"; null where none begins there.
   */
  static CalendarDate looseAt(Passage passage, int first) {
    List<Word> words = passage.words();
    Word word = words.get(first);
    if (first + 1 >= words.size()) {
      return null;
    }
    Word second = words.get(first + 1);
    boolean dayAndMonth =
        isDay(word) && second.is(WordUse.MONTH) || word.is(WordUse.MONTH) && isDay(second);
    boolean monthAndYear = word.is(WordUse.MONTH) && second.isNumber() && second.length() == 4;
    if ((dayAndMonth || monthAndYear) && second.start() - word.end() <= 2) {
      int year = monthAndYear ? withCentury(second.normal()) : UNKNOWN_YEAR;
      return new CalendarDate(word.start(), second.end(), year);
    }
    if (first + 2 >= words.size()) {
      return null;
    }
    Word third = words.get(first + 2);
    boolean near =
        passage.isJoined(word, second, " ./-") && passage.isJoined(second, third, " ./-");
    boolean yearLast = isDayOrMonth(word) && isDayOrMonth(second) && isYear(third);
    boolean yearFirst =
        isYear(word) && word.length() == 4 && isDayOrMonth(second) && isDayOrMonth(third);
    return near && (yearLast || yearFirst) && isWhole(passage, word.start(), third.end())
        ? new CalendarDate(
            word.start(), third.end(), withCentury(yearFirst ? word.normal() : third.normal()))
        : null;
  }

  /** Whether no sign joins it to more digits or letters, as in {@code 5755-833502}. */
  static boolean isWhole(Passage passage, int start, int end) {
    return !(isSign(passage.at(start - 1)) && Ascii.isLetterOrDigit(passage.at(start - 2)))
        && !(isSign(passage.at(end)) && Ascii.isLetterOrDigit(passage.at(end + 1)));
  }

  private static boolean isSign(char c) {
    return "-./_".indexOf(c) >= 0;
  }

  /** Whether a time of day follows: "T10:45", " 16:09:51", " at 4:30". */
  boolean hasTime(Passage passage) {
    return TIME.matcher(passage.lower())
        .region(end, Math.min(passage.length(), end + TIME_REACH))
        .lookingAt();
  }

  private static boolean isDayOrMonth(Word word) {
    return word.length() <= 2 && word.isNumber() && isDay(word);
  }

  private static int yearOf(Passage passage, int start, int end) {
    String[] parts = passage.text().substring(start, end).split("[-./]");
    String year = parts[0].length() == 4 ? parts[0] : parts[2];
    return withCentury(year);
  }

  private static int withCentury(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year > LAST_TWO_DIGIT_YEAR ? 1900 + year : 1900 + CENTURY + year;
  }

  /** "16 March 1972", "March 16th, 1972", "16 de marzo de 1972", "the 16th of March '72". */
  private static CalendarDate named(Passage passage, List<Word> words, int first) {
    boolean monthSeen = false;
    boolean daySeen = false;
    Word before = null;
    for (int i = first; i < Math.min(words.size(), first + 6); i++) {
      Word word = words.get(i);
      if (before != null && word.start() - before.end() > 2) {
        return null;
      }
      before = word;
      if (!monthSeen && word.is(WordUse.MONTH)) {
        monthSeen = true;
      } else if (!daySeen && isDay(word)) {
        daySeen = true;
      } else if (monthSeen && daySeen && isYear(word)) {
        return new CalendarDate(words.get(first).start(), word.end(), withCentury(word.normal()));
      } else if (i == first || !isConnective(word.normal())) {
        return null;
      }
    }
    return null;
  }

  /** A day of a month in digits: "22", "22nd". */
  static boolean isDay(Word word) {
    return !word.normal().isEmpty()
        && Ascii.isDigit(word.normal().charAt(0))
        && DAY.matcher(word.normal()).matches();
  }

  private static boolean isYear(Word word) {
    return word.isNumber() && (word.length() == 2 || word.length() == 4);
  }

  private static boolean isConnective(String word) {
    return word.equals("of") || word.equals("de") || word.equals("del") || word.equals("the");
  }
}
