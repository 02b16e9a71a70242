package io.nextgen.insight.optimizer;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spelling in which the tables have a customer's id. The rule is that of {@code Ids} in the
 * Flink job, whose classes need another Jackson than Spark's: a whole number is that number,
 * however the source writes it. {@code 7001}, {@code 7001.0} and {@code 7.001E3} are one customer.
 */
final class CustomerId {

  /** Beyond it the Flink job keeps a number's exponent. */
  private static final int LONGEST_PLAIN = 40;

  /** Longer than any number that is written out. */
  private static final int LONGEST_NUMBER = 100;

  private static final Pattern WHOLE_WITH_FRACTION = Pattern.compile("(0|[1-9][0-9]*+)\\.0++");

  private CustomerId() {}

  /**
   * An id that is a text: digits and a zero fraction are a whole number. In any other form, such as
   * {@code 1E5}, it may be a code and stays as it is. Space around it does not count.
   */
  static String ofText(String text) {
    String id = text.strip();
    Matcher whole = WHOLE_WITH_FRACTION.matcher(id);
    return whole.matches() ? whole.group(1) : id;
  }

  /** An id that is a number of JSON, as written. */
  static String ofNumber(String number) {
    if (number.length() > LONGEST_NUMBER) {
      return number;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number);
    } catch (NumberFormatException e) {
      // An exponent out of range: no number for the Flink job either.
      return number;
    }
    if (Math.abs(value.scale()) >= LONGEST_PLAIN) {
      return value.toString();
    }
    boolean whole = value.precision() < LONGEST_PLAIN && value.stripTrailingZeros().scale() <= 0;
    return whole ? value.toBigInteger().toString() : value.toPlainString();
  }
}
