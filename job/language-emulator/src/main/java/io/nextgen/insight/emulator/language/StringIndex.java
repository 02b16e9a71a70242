package io.nextgen.insight.emulator.language;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units in which the service can count offsets and lengths: its {@code stringIndexType}. */
public enum StringIndex {
  /** Grapheme clusters: what a reader takes for one character. The service's default. */
  TEXT_ELEMENTS("TextElements_v8"),
  /** Unicode code points, as Python counts. */
  UNICODE_CODE_POINT("UnicodeCodePoint"),
  /** UTF-16 code units, as Java counts. */
  UTF16_CODE_UNIT("Utf16CodeUnit");

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private final String wireName;

  StringIndex(String wireName) {
    this.wireName = wireName;
  }

  /** The index type of this name in a request. */
  public static Optional<StringIndex> ofWireName(String name) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
  }

  /** The length of a text in this unit. */
  public int length(String text) {
    return switch (this) {
      case UTF16_CODE_UNIT -> text.length();
      case UNICODE_CODE_POINT -> text.codePointCount(0, text.length());
      case TEXT_ELEMENTS -> isSimple(text) ? text.length() : graphemes(text);
    };
  }

  /**
   * Where each position of a Java string is in this unit.
   *
   * @return for each UTF-16 index of the text, its end included, the number of units that begin
   *     before it
   */
  public int[] positions(String text) {
    int[] positions = new int[text.length() + 1];
    boolean simple = this == UTF16_CODE_UNIT || isSimple(text);
    Matcher graphemes = simple || this != TEXT_ELEMENTS ? null : GRAPHEME.matcher(text);
    int units = 0;
    int at = 0;
    while (at < text.length()) {
      int next;
      if (simple) {
        next = at + 1;
      } else if (graphemes == null) {
        next = text.offsetByCodePoints(at, 1);
      } else {
        next = graphemes.find(at) ? graphemes.end() : text.length();
      }
      units++;
      for (int inside = at + 1; inside <= next; inside++) {
        positions[inside] = units;
      }
      at = next;
    }
    return positions;
  }

  private static int graphemes(String text) {
    Matcher matcher = GRAPHEME.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /** Below the first combining mark each char is a grapheme of its own, but for CR LF. */
  private static boolean isSimple(String text) {
    return text.chars().allMatch(unit -> unit < 0x300 && unit != '\r');
  }
}
