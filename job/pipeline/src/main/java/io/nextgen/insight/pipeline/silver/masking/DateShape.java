package io.nextgen.insight.pipeline.silver.masking;

/** Dates in digits: {@code 2026-11-22}, {@code 22.11.2026}, {@code 1/23/79}. */
final class DateShape {
  private static final int LAST_MONTH = 12;
  private static final int LAST_DAY = 31;

  private DateShape() {}

  /** The end of the date that begins at {@code start}; -1 where none does. */
  static int endOfDate(Passage passage, int start) {
    if (Ascii.isDigit(passage.at(start - 1))) {
      return -1;
    }
    int firstEnd = digitsEnd(passage, start);
    char separator = passage.at(firstEnd);
    if (firstEnd - start > 4
        || "-./".indexOf(separator) < 0
        || goesBackBy(passage, start, separator)) {
      return -1;
    }
    int secondEnd = digitsEnd(passage, firstEnd + 1);
    if (passage.at(secondEnd) != separator) {
      return -1;
    }
    int end = digitsEnd(passage, secondEnd + 1);
    int first = number(passage, start, firstEnd);
    int second = number(passage, firstEnd + 1, secondEnd);
    int third = number(passage, secondEnd + 1, end);
    boolean goesOn = passage.at(end) == separator && Ascii.isDigit(passage.at(end + 1));
    boolean yearFirst = firstEnd - start == 4 && isYear(first) && isMonthAndDay(second, third);
    boolean yearLast =
        isMonthAndDay(first, second)
            && (end - secondEnd - 1 == 4 && isYear(third) || end - secondEnd - 1 == 2);
    return !goesOn && (yearFirst || yearLast) ? end : -1;
  }

  /** Whether what stands there is the rest of something longer, such as 5.1.2.1990. */
  private static boolean goesBackBy(Passage passage, int start, char separator) {
    return passage.at(start - 1) == separator && Ascii.isDigit(passage.at(start - 2));
  }

  private static int digitsEnd(Passage passage, int from) {
    int i = from;
    while (i - from < 5 && Ascii.isDigit(passage.at(i))) {
      i++;
    }
    return i;
  }

  /** The number there; -1 where there is none. */
  private static int number(Passage passage, int start, int end) {
    return start == end ? -1 : Integer.parseInt(passage.text(), start, end, 10);
  }

  private static boolean isYear(int year) {
    return year >= 1900 && year < 2100;
  }

  private static boolean isMonthAndDay(int one, int other) {
    int less = Math.min(one, other);
    int more = Math.max(one, other);
    return less >= 1 && less <= LAST_MONTH && more <= LAST_DAY;
  }
}
