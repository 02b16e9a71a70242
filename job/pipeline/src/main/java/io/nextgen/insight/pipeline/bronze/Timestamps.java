package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Points in time as sources write them: ISO 8601 with {@code T} or a space, with {@code Z}, {@code
 * UTC}, an offset, or no zone, which means UTC; with decimals behind a point or a comma; a date
 * alone, which means its midnight in UTC; RFC 1123; epoch seconds, milliseconds, microseconds or
 * nanoseconds, told apart by their size.
 *
 * <p>Between the years 1900 and 9999: Spark refuses to read earlier ones from files that it did not
 * write, and the whole table with them ({@code spark.sql.parquet.datetimeRebaseModeInRead}). Epochs
 * from 1973 on: a 0 or a small number is a counter or a default and no time.
 */
final class Timestamps {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalEnd()
          .appendPattern("[' '][XXX][XX][X]['UTC']['GMT']")
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .toFormatter(Locale.ROOT);

  private static final String USUAL = "0000-00-00T00:00:00Z";
  private static final String USUAL_WITH_MILLIS = "0000-00-00T00:00:00.000Z";
  private static final int DATE_LENGTH = 10;
  private static final Pattern EPOCH = Pattern.compile("\\d{9,19}(\\.\\d{1,9})?");
  private static final BigDecimal SMALLEST_EPOCH = new BigDecimal("1e8");
  private static final BigDecimal SECONDS_BELOW = new BigDecimal("1e11");
  private static final BigDecimal MILLIS_BELOW = new BigDecimal("1e14");
  private static final BigDecimal MICROS_BELOW = new BigDecimal("1e17");
  private static final BigDecimal NANOS_BELOW = new BigDecimal("1e20");
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Timestamps() {}

  /** Null where the value is no point in time. */
  static Instant read(JsonNode value) {
    if (value instanceof NumericNode number && !number.isNaN()) {
      return inRange(ofEpoch(number.decimalValue()));
    }
    return value.isTextual() ? read(value.textValue()) : null;
  }

  /** Null where the text is no point in time. */
  static Instant read(String text) {
    return inRange(ofText(text.strip()));
  }

  private static Instant inRange(Instant instant) {
    return instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
  }

  private static Instant ofEpoch(BigDecimal epoch) {
    if (epoch.compareTo(SMALLEST_EPOCH) < 0 || epoch.compareTo(NANOS_BELOW) >= 0) {
      return null;
    }
    int decimals = 9;
    if (epoch.compareTo(SECONDS_BELOW) < 0) {
      decimals = 0;
    } else if (epoch.compareTo(MILLIS_BELOW) < 0) {
      decimals = 3;
    } else if (epoch.compareTo(MICROS_BELOW) < 0) {
      decimals = 6;
    }
    BigDecimal seconds = epoch.movePointLeft(decimals);
    long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    long nanos =
        seconds
            .subtract(BigDecimal.valueOf(whole))
            .movePointRight(9)
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact();
    return Instant.ofEpochSecond(whole, nanos);
  }

  private static Instant ofText(String text) {
    Instant usual = ofUsualText(text);
    if (usual != null) {
      return usual;
    }
    return EPOCH.matcher(text).matches() ? ofEpoch(new BigDecimal(text)) : ofUnusualText(text);
  }

  /**
   * {@code 2024-09-02T06:01:47Z}, with milliseconds or without, as nearly all are, at a tenth of
   * the formatter's cost; null for every other text.
   */
  private static Instant ofUsualText(String text) {
    boolean withMillis = text.length() == USUAL_WITH_MILLIS.length();
    if (!isLike(withMillis ? USUAL_WITH_MILLIS : USUAL, text)) {
      return null;
    }
    int month = twoDigits(text, 5);
    int day = twoDigits(text, 8);
    int hour = twoDigits(text, 11);
    int minute = twoDigits(text, 14);
    int second = twoDigits(text, 17);
    // Days that not every month has are the formatter's to refuse.
    boolean plain = month >= 1 && month <= 12 && day >= 1 && day <= 28;
    if (!plain || hour >= 24 || minute >= 60 || second >= 60) {
      return null;
    }
    int year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
    long days = LocalDate.of(year, month, day).toEpochDay();
    int millis = withMillis ? 10 * twoDigits(text, 20) + text.charAt(22) - '0' : 0;
    return Instant.ofEpochSecond(
        ((days * 24 + hour) * 60 + minute) * 60 + second, millis * 1_000_000L);
  }

  /** Whether a text has digits where the pattern has zeros, and else what the pattern has. */
  private static boolean isLike(String pattern, String text) {
    if (text.length() != pattern.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      char each = text.charAt(i);
      if (pattern.charAt(i) == '0' ? each < '0' || each > '9' : each != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int twoDigits(String text, int at) {
    return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
  }

  private static Instant ofUnusualText(String text) {
    try {
      // Strict, while the formatter below would take February 30 for the last of the month.
      LocalDate.parse(text.substring(0, Math.min(text.length(), DATE_LENGTH)));
      TemporalAccessor parsed =
          ISO.parseBest(text.replace(',', '.'), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notIso) {
      return ofRfc1123(text);
    }
  }

  private static Instant ofRfc1123(String text) {
    try {
      return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException notRfc1123) {
      return null;
    }
  }
}
