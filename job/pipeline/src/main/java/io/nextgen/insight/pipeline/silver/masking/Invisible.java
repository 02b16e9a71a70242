package io.nextgen.insight.pipeline.silver.masking;

/** Characters that nobody sees: inside of a value they hide it from whoever compares characters. */
final class Invisible {
  private Invisible() {}

  /**
   * Whether the character shows nothing and parts nothing: controls, what steers the direction of
   * text, half of a surrogate pair, fillers, and marks that strike through or select a glyph.
   */
  static boolean is(int c) {
    if (c < 0x7f) {
      return c < ' ' && whitespace(c) == 0;
    }
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.SURROGATE -> true;
      case Character.CONTROL -> !isOfWindows1252(c);
      case Character.UNASSIGNED -> isNoncharacter(c);
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isMarkOfNoLetter(c);
      default -> isFiller(c);
    };
  }

  /** The space or line end that a control character below the space is; 0 for any other. */
  static char whitespace(int c) {
    return switch (c) {
      case '\t', '\n', '\r' -> (char) c;
      case 0x0b, 0x0c -> '\n';
      // Separators of files, groups, records and units.
      case 0x1c, 0x1d, 0x1e, 0x1f -> ' ';
      default -> 0;
    };
  }

  /** Quotation marks and dashes that were read as Latin-1. */
  private static boolean isOfWindows1252(int c) {
    return c >= 0x91 && c <= 0x97 && c != 0x95;
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
  }

  /** Grapheme joiner, vowels of Khmer that show nothing, variation selectors, lines through. */
  private static boolean isMarkOfNoLetter(int c) {
    return c == 0x034f
        || c == 0x17b4
        || c == 0x17b5
        || c >= 0x0332 && c <= 0x0338
        || c == 0x0305
        || c == 0x033f
        || c >= 0x180b && c <= 0x180f
        || c >= 0x20d0 && c <= 0x20f0
        || c >= 0xfe00 && c <= 0xfe0f
        || c >= 0xe0100 && c <= 0xe01ef;
  }

  /** Of Hangul, and what stands for an object in a text. */
  private static boolean isFiller(int c) {
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0xfffc;
  }
}
