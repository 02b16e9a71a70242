package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;

/**
 * Ids as sources write them. One that is a whole number is that number, however it is written:
 * {@code 7001}, {@code 7001.0} and {@code 7.001E3} are the same customer. Programs that read a
 * column of numbers with a gap in it, such as pandas, write all of it with decimals.
 */
final class Ids {

  /** Beyond it a number keeps its exponent: written out, 1e999999999 would fill the memory. */
  private static final int LONGEST_PLAIN = 40;

  private Ids() {}

  /** A number or text; null where it is blank or spells null. */
  static String of(JsonNode scalar) {
    if (scalar instanceof DecimalNode decimal && isWhole(decimal.decimalValue())) {
      return decimal.decimalValue().toBigInteger().toString();
    }
    return of(JsonRecord.text(scalar));
  }

  /**
   * A text as {@link JsonRecord#text} has it. Digits and a zero fraction are a whole number; in any
   * other form, such as {@code 1E5}, a text may be a code, and stays as it is.
   *
   * @return null for null
   */
  static String of(String text) {
    if (text == null || text.charAt(text.length() - 1) != '0') {
      return text;
    }
    int point = text.indexOf('.');
    boolean whole =
        point > 0
            && point < text.length() - 1
            && isDigits(text, 0, point)
            && (point == 1 || text.charAt(0) != '0')
            && text.chars().skip(point + 1).allMatch(each -> each == '0');
    return whole ? text.substring(0, point) : text;
  }

  private static boolean isWhole(BigDecimal number) {
    boolean plain = Math.abs(number.scale()) < LONGEST_PLAIN && number.precision() < LONGEST_PLAIN;
    return plain && number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isDigits(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(each -> each >= '0' && each <= '9');
  }
}
