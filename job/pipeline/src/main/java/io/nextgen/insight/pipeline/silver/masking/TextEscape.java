package io.nextgen.insight.pipeline.silver.masking;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A character that is written as something else: as an entity of HTML ({@code &#64;}), percent
 * encoded as in web addresses ({@code %40}, encoded again {@code %2540}), or as JSON and JavaScript
 * escape it ({@code \\u0040}); also what steers the colours of a terminal.
 *
 * @param codePoint what is meant
 * @param length of what is written
 * @param depth how often it is percent encoded; 0 for the other escapes
 */
record TextEscape(int codePoint, int length, int depth) {
  /** "%25" in front of a percent encoding encodes it once more. */
  private static final String ENCODED_PERCENT = "25";

  /** Begins what sets a terminal's colour (ECMA-48). */
  private static final char TERMINAL = '\u001b';

  private static final int LONGEST_COLOUR = 24;

  private static final int MOST_DEPTH = 8;
  private static final int LONGEST_UTF_8 = 4;
  private static final int FIRST_LATIN_1 = 0xa0;

  /** The escape that begins at {@code start} of the text; null where none does. */
  static TextEscape at(String text, int start) {
    return switch (text.charAt(start)) {
      case '&' -> entity(text, start);
      case '%' -> percent(text, start);
      case '\\' -> unicode(text, start);
      case TERMINAL -> colour(text, start);
      default -> null;
    };
  }

  /** Whether an escape may begin with this character. */
  static boolean mayBegin(char c) {
    return c == '&' || c == '%' || c == '\\';
  }

  private static TextEscape entity(String text, int start) {
    HtmlEntity entity = HtmlEntity.at(text, start);
    return entity == null ? null : new TextEscape(entity.character(), entity.length(), 0);
  }

  /** "ESC [ 31 m" shows nothing: what is meant is the control character alone. */
  private static TextEscape colour(String text, int start) {
    int i = start + 1;
    if (i >= text.length() || text.charAt(i) != '[') {
      return null;
    }
    i++;
    while (i < text.length()
        && i - start < LONGEST_COLOUR
        && (Ascii.isDigit(text.charAt(i)) || text.charAt(i) == ';')) {
      i++;
    }
    boolean ends = i < text.length() && Ascii.isLetter(text.charAt(i));
    return ends ? new TextEscape(TERMINAL, i + 1 - start, 0) : null;
  }

  /** Of JSON: four hexadecimal digits after the backslash and u. */
  private static TextEscape unicode(String text, int start) {
    return start + 1 < text.length() && text.charAt(start + 1) == 'u'
        ? fourDigits(text, start, 0)
        : null;
  }

  private static TextEscape percent(String text, int start) {
    if (start + 1 < text.length() && text.charAt(start + 1) == 'u') {
      return fourDigits(text, start, 1);
    }
    int depth = 1;
    while (depth < MOST_DEPTH
        && text.startsWith(ENCODED_PERCENT, start + 2 * depth - 1)
        && byteAt(text, start + 2 * depth + 1) >= 0) {
      depth++;
    }
    int first = byteAt(text, start + 2 * depth - 1);
    if (first < 0) {
      return null;
    }
    int length = 2 * depth + 1;
    if (first < 0x80) {
      return new TextEscape(first, length, depth);
    }
    TextEscape character = utf8(text, start, length, depth);
    // Of old systems, which encode a letter in one byte; "25%de" is Spanish.
    boolean latin1 = first >= FIRST_LATIN_1 && !hasLowerCase(text, start + 2 * depth - 1);
    return character == null && latin1 ? new TextEscape(first, length, depth) : character;
  }

  private static TextEscape fourDigits(String text, int start, int depth) {
    int high = byteAt(text, start + 2);
    int low = byteAt(text, start + 4);
    return high < 0 || low < 0 ? null : new TextEscape(high << 8 | low, 6, depth);
  }

  /** A character of several bytes, each encoded in {@code byteLength} characters. */
  private static TextEscape utf8(String text, int start, int byteLength, int depth) {
    int bytes = Integer.numberOfLeadingZeros(~(byteAt(text, start + byteLength - 2) << 24));
    if (bytes < 2 || bytes > LONGEST_UTF_8) {
      return null;
    }
    ByteBuffer encoded = ByteBuffer.allocate(bytes);
    String prefix = text.substring(start, start + byteLength - 2);
    for (int i = 0; i < bytes; i++) {
      int from = start + i * byteLength;
      int value = text.startsWith(prefix, from) ? byteAt(text, from + byteLength - 2) : -1;
      if (value < 0) {
        return null;
      }
      encoded.put((byte) value);
    }
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(encoded.flip()).toString();
      return new TextEscape(decoded.codePointAt(0), bytes * byteLength, depth);
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The value of two hexadecimal digits; -1 where they are not there. */
  private static int byteAt(String text, int start) {
    if (start + 2 > text.length()) {
      return -1;
    }
    int high = Ascii.isHex(text.charAt(start)) ? Character.digit(text.charAt(start), 16) : -1;
    int low =
        Ascii.isHex(text.charAt(start + 1)) ? Character.digit(text.charAt(start + 1), 16) : -1;
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean hasLowerCase(String text, int start) {
    return Character.isLowerCase(text.charAt(start))
        || Character.isLowerCase(text.charAt(start + 1));
  }
}
