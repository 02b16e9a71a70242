package io.nextgen.insight.pipeline.bronze;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times in the spellings of exporters, of any year. Two numbers of which either may be
 * the month are refused: half of the guesses would be wrong, and nobody would notice.
 */
final class WrittenTime {

  /** Day and month could be either way round. */
  static final class AmbiguousDateException extends Exception {
    private static final long serialVersionUID = 1L;

    AmbiguousDateException() {
      super("Day and month could be either way round", null, false, false);
    }
  }

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** RFC 2822, section 4.3, in hours. */
  private static final Map<String, Integer> NAMED_OFFSETS =
      Map.of(
          "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

  private static final String TIME =
      "(?:(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,18}))?)?"
          + "(?:\\s*(?<half>[AP])\\.?M\\.?)?)";
  private static final String ZONE =
      "(?:\\s*(?<zone>Z|(?:UTC|GMT|UT)?[+-]\\d{2}(?::?\\d{2})?|UTC|GMT|UT|[ECMP][SD]T))?";
  private static final String REST = "(?:[T,\\s]\\s*" + TIME + ZONE + ")?";
  private static final String WEEKDAY = "(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*,?\\s+)?";
  private static final String MONTH = "(?<month>[A-Z]{3})[A-Z]*\\.?";

  private static final Pattern YEAR_FIRST =
      pattern("(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})" + REST);
  private static final Pattern YEAR_LAST =
      pattern("(?<first>\\d{1,2})(?<mark>[-/.])(?<other>\\d{1,2})\\k<mark>(?<year>\\d{4})" + REST);
  private static final Pattern BASIC =
      pattern(
          "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:[T\\s]?(?<hour>\\d{2})(?<minute>\\d{2})"
              + "(?:(?<second>\\d{2})(?:[.,]?(?<fraction>\\d{1,18}))?)?(?:(?<half>[AP])M)?"
              + ZONE
              + ")?");
  private static final List<Pattern> MONTH_IN_WORDS =
      List.of(
          pattern(WEEKDAY + "(?<day>\\d{1,2})[\\s-]" + MONTH + "[\\s-](?<year>\\d{4})" + REST),
          pattern(WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})" + REST),
          pattern(
              WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})\\s+" + TIME + ZONE + "\\s+(?<year>\\d{4})"));

  private static final Pattern MICROSOFT =
      Pattern.compile("\\\\?/Date\\((-?\\d{1,15})(?:[+-]\\d{4})?\\)\\\\?/");
  private static final Pattern ZONE_NAME =
      Pattern.compile("(?s)(.*\\d(?:Z|[+-]\\d{2}:?\\d{2})?)\\[([\\w/+:-]{1,40})]");
  private static final Pattern COMMENT = Pattern.compile("\\s+\\([\\p{L}\\s]{1,60}\\)$");

  private WrittenTime() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /**
   * The moment; null where the text is none. Without a zone it is UTC.
   *
   * @throws AmbiguousDateException where the text is a date that can be read in two ways
   */
  static Instant read(String text) throws AmbiguousDateException {
    try {
      Matcher microsoft = MICROSOFT.matcher(text);
      if (microsoft.matches()) {
        return Instant.ofEpochMilli(Long.parseLong(microsoft.group(1)));
      }
      Matcher named = ZONE_NAME.matcher(text);
      ZoneId zone = named.matches() ? ZoneId.of(named.group(2)) : ZoneOffset.UTC;
      String plain = named.matches() ? named.group(1) : COMMENT.matcher(text).replaceFirst("");
      return read(plain, zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant read(String text, ZoneId zone) throws AmbiguousDateException {
    Matcher time = YEAR_FIRST.matcher(text);
    if (time.matches()) {
      return at(date(time, time.group("month"), time.group("day")), time, zone);
    }
    time = YEAR_LAST.matcher(text);
    if (time.matches()) {
      boolean dayFirst = isDayFirst(time);
      String first = time.group("first");
      String other = time.group("other");
      return at(date(time, dayFirst ? other : first, dayFirst ? first : other), time, zone);
    }
    time = BASIC.matcher(text);
    if (time.matches()) {
      return at(date(time, time.group("month"), time.group("day")), time, zone);
    }
    for (Pattern words : MONTH_IN_WORDS) {
      time = words.matcher(text);
      if (time.matches()) {
        int month = 1 + MONTHS.indexOf(time.group("month").toLowerCase(Locale.ROOT));
        return at(date(time, Integer.toString(month), time.group("day")), time, zone);
      }
    }
    return null;
  }

  /** Dots are written where the day comes first, AM and PM where the month does. */
  private static boolean isDayFirst(Matcher date) throws AmbiguousDateException {
    int first = Integer.parseInt(date.group("first"));
    int other = Integer.parseInt(date.group("other"));
    if (first > 12 || other > 12 || first == other) {
      return first > 12;
    }
    if (date.group("mark").equals(".")) {
      return true;
    }
    if (date.group("mark").equals("/") && date.group("half") != null) {
      return false;
    }
    throw new AmbiguousDateException();
  }

  private static LocalDate date(Matcher time, String month, String day) {
    return LocalDate.of(
        Integer.parseInt(time.group("year")), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static Instant at(LocalDate date, Matcher time, ZoneId zone) {
    if (time.group("hour") == null) {
      return date.atStartOfDay(zone).toInstant();
    }
    int hour = hour(time);
    int minute = Integer.parseInt(time.group("minute"));
    int second = time.group("second") == null ? 0 : Integer.parseInt(time.group("second"));
    // A leap second, which java.time does not have, is the first of the next minute.
    boolean leap = second == 60 && minute == 59;
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    LocalDateTime local =
        date.atTime(
            LocalTime.of(midnight ? 0 : hour, minute, leap ? 59 : second, nanos(time, leap)));
    return local
        .plusDays(midnight ? 1 : 0)
        .plusSeconds(leap ? 1 : 0)
        .atZone(time.group("zone") == null ? zone : offset(time.group("zone")))
        .toInstant();
  }

  private static int hour(Matcher time) {
    int hour = Integer.parseInt(time.group("hour"));
    if (time.group("half") == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("AM and PM go with 1 to 12");
    }
    return hour % 12 + (time.group("half").equalsIgnoreCase("P") ? 12 : 0);
  }

  private static int nanos(Matcher time, boolean leap) {
    String fraction = time.group("fraction");
    return fraction == null || leap ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(String zone) {
    String upper = zone.toUpperCase(Locale.ROOT);
    Integer hours = NAMED_OFFSETS.get(upper);
    if (hours != null) {
      return ZoneOffset.ofHours(hours);
    }
    String number = upper.replaceAll("^(?:UTC|GMT|UT)", "");
    return number.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(number);
  }
}
