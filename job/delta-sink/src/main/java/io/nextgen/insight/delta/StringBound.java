package io.nextgen.insight.delta;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bounds of string columns, cut so that long texts do not fill the log. A lower bound is a prefix.
 * An upper bound is a prefix followed by the greatest character there is, so that it stays above
 * every string with that prefix, in the order of the UTF-8 bytes by which Delta compares. Spark
 * cuts at the same length.
 */
final class StringBound {

  /** Characters (code points) that are kept. */
  static final int LENGTH = 32;

  private static final int GREATEST = Character.MAX_CODE_POINT;

  private StringBound() {}

  /**
   * The bound for a column whose least or greatest value is given.
   *
   * @return empty where the bytes are not UTF-8, whose order we could not keep
   */
  static Optional<String> of(byte[] utf8, boolean upper) {
    String value;
    try {
      value = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    if (value.codePointCount(0, value.length()) <= LENGTH) {
      return Optional.of(value);
    }
    int end = value.offsetByCodePoints(0, LENGTH);
    if (!upper) {
      return Optional.of(value.substring(0, end));
    }
    while (end < value.length() && value.codePointAt(end) == GREATEST) {
      end += Character.charCount(GREATEST);
    }
    return Optional.of(
        end == value.length() ? value : value.substring(0, end) + Character.toString(GREATEST));
  }
}
