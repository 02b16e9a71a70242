package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import io.nextgen.insight.pipeline.bronze.WrittenTime.AmbiguousDateException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Points in time as sources write them: ISO 8601, extended or basic, with {@code T} or a space,
 * with {@code Z}, {@code UTC}, an offset, a zone in brackets, or no zone, which means UTC; a date
 * alone, which means its midnight; RFC 1123 and 2822; what Java, JavaScript, .NET and MongoDB make
 * of dates; year, month and day between slashes; epoch seconds, milliseconds, microseconds or
 * nanoseconds, told apart by their size. See {@link WrittenTime}.
 *
 * <p>Between the years 1900 and 9999: Spark refuses to read earlier ones from files that it did not
 * write, and the whole table with them ({@code spark.sql.parquet.datetimeRebaseModeInRead}). Epochs
 * from 1973 on: a 0 or a small number is a counter or a default and no time, and so is the epoch's
 * first moment.
 */
final class Timestamps {

  private static final String USUAL = "0000-00-00T00:00:00Z";
  private static final String USUAL_WITH_MILLIS = "0000-00-00T00:00:00.000Z";

  /** Beyond it a number is no time, and writing it out would fill the memory. */
  private static final int LONGEST_PLAIN = 40;

  private static final Pattern EPOCH = Pattern.compile("\\d{9,19}(\\.\\d{1,9})?");
  private static final BigDecimal SMALLEST_EPOCH = new BigDecimal("1e8");
  private static final BigDecimal SECONDS_BELOW = new BigDecimal("1e11");
  private static final BigDecimal MILLIS_BELOW = new BigDecimal("1e14");
  private static final BigDecimal MICROS_BELOW = new BigDecimal("1e17");
  private static final BigDecimal NANOS_BELOW = new BigDecimal("1e20");
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** 8, 12, 14 or 17 digits, which no epoch of our time has but by these years. */
  private static final Pattern DIGITS_OF_DATE =
      Pattern.compile("(?:19|20|21)\\d{6}(?:\\d{4}|\\d{6}|\\d{9})?");

  /** How MongoDB wraps a date and a long number. */
  private static final List<String> WRAPPERS = List.of("$date", "$numberLong");

  private Timestamps() {}

  /** Null where the value is no point in time. */
  static Instant read(JsonNode value) {
    String text = text(value);
    return text == null ? null : read(text);
  }

  /** Null where the text is no point in time. */
  static Instant read(String text) {
    try {
      Instant instant = ofText(text.strip());
      return instant == null || problem(instant) != null ? null : instant;
    } catch (AmbiguousDateException e) {
      return null;
    }
  }

  /** Why {@link #read} returned null for a value: the rest of a sentence, without the value. */
  static String problem(JsonNode value) {
    String text = text(value);
    if (text == null) {
      return "is %s, but should be a time".formatted(LenientJson.typeOf(value));
    }
    try {
      Instant instant = ofText(text.strip());
      return instant == null
          ? "is %s in no known format of a time".formatted(LenientJson.typeOf(value))
          : problem(instant);
    } catch (AmbiguousDateException e) {
      return "has day and month in an order that cannot be told";
    }
  }

  private static String problem(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return "is before the year 1900";
    }
    if (instant.isAfter(LAST)) {
      return "is after the year 9999";
    }
    return instant.equals(Instant.EPOCH)
        ? "is the first moment of 1970, which programs write for none"
        : null;
  }

  /** The time's text; null where the value is neither text nor number. */
  private static String text(JsonNode value) {
    JsonNode inner = value;
    for (String wrapper : WRAPPERS) {
      inner = inner.size() == 1 && inner.has(wrapper) ? inner.get(wrapper) : inner;
    }
    if (inner instanceof NumericNode number && !number.isNaN()) {
      BigDecimal decimal = number.decimalValue();
      boolean plain =
          Math.abs(decimal.scale()) < LONGEST_PLAIN && decimal.precision() < LONGEST_PLAIN;
      return plain ? plainText(decimal) : decimal.toString();
    }
    return inner.isTextual() ? inner.textValue() : null;
  }

  private static String plainText(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
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

  private static Instant ofText(String text) throws AmbiguousDateException {
    Instant usual = ofUsualText(text);
    if (usual != null) {
      return usual;
    }
    Instant written = DIGITS_OF_DATE.matcher(text).matches() ? WrittenTime.read(text) : null;
    if (written != null) {
      return written;
    }
    return EPOCH.matcher(text).matches() ? ofEpoch(new BigDecimal(text)) : WrittenTime.read(text);
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
}
