package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What can be told of a value without telling it. */
final class ValueShape {

  private ValueShape() {}

  /** The value's JSON type, whole numbers apart from others. */
  static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "decimal";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "null";
    };
  }

  /** Such as {@code 12 letters}, {@code 3 digits} or {@code 40 letters, 2 digits, 9 others}. */
  static String of(JsonNode value) {
    if (value.isTextual()) {
      return ofText(value.textValue());
    }
    if (value.isNumber()) {
      return ofNumber(value);
    }
    if (value.isContainerNode()) {
      return value.isEmpty() ? "empty" : "nested deeply";
    }
    return null;
  }

  private static String ofText(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long digits = text.codePoints().filter(Character::isDigit).count();
    long others = text.codePointCount(0, text.length()) - letters - digits;
    List<String> parts = new ArrayList<>();
    addCount(parts, letters, "letter");
    addCount(parts, digits, "digit");
    addCount(parts, others, "other");
    return parts.isEmpty() ? "empty" : String.join(", ", parts);
  }

  private static String ofNumber(JsonNode value) {
    if (value.isFloatingPointNumber()
        && !Double.isFinite(value.doubleValue())
        && !value.isBigDecimal()) {
      return "not a number";
    }
    BigDecimal number = value.decimalValue();
    List<String> parts = new ArrayList<>();
    addCount(parts, number.precision(), "digit");
    return (number.signum() < 0 ? "negative, " : "") + parts.get(0);
  }

  private static void addCount(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what + (count == 1 ? "" : "s"));
    }
  }
}
