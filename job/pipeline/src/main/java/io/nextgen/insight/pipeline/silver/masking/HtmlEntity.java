package io.nextgen.insight.pipeline.silver.masking;

import java.util.Map;

/**
 * A character that is written as HTML writes it: "&amp;#64;" for {@code @}. Some do so to get an
 * address through a filter, and some channels to every sign.
 *
 * @param character the code point
 * @param length of what is written
 */
record HtmlEntity(int character, int length) {
  private static final int LONGEST = 10;

  /** Of the named ones, those that stand in personal data. */
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("amp", (int) '&'),
          Map.entry("commat", (int) '@'),
          Map.entry("period", (int) '.'),
          Map.entry("lowbar", (int) '_'),
          Map.entry("plus", (int) '+'),
          Map.entry("hyphen", (int) '-'),
          Map.entry("dash", (int) '-'),
          Map.entry("nbsp", (int) ' '),
          Map.entry("sol", (int) '/'),
          Map.entry("num", (int) '#'),
          Map.entry("colon", (int) ':'));

  /** The entity that begins at {@code start} of the text; null where none does. */
  static HtmlEntity at(String text, int start) {
    int end = start + 1;
    while (end < text.length() && end - start < LONGEST && isPart(text.charAt(end))) {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != ';') {
      return null;
    }
    int character = decode(text.substring(start + 1, end));
    return character < ' ' ? null : new HtmlEntity(character, end + 1 - start);
  }

  private static boolean isPart(char c) {
    return c == '#' || Ascii.isLetterOrDigit(c);
  }

  /** -1 where it is none that is known. */
  private static int decode(String name) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, -1);
    }
    boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? code : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
