package io.nextgen.insight.pipeline.silver.masking;

import java.text.Normalizer;

/**
 * A text as the detectors read it: digits of every script are ASCII digits, every space is a plain
 * space, every hyphen {@code -}, full-width characters are narrow, HTML's entities are characters,
 * line ends and tabs that somebody escaped twice ({@code \n}) are themselves, and characters that
 * cannot be seen are gone. It knows where each of its characters stands in the original, so that a
 * finding masks exactly what was written.
 */
final class ShadowText {
  /** Letters that are bold, in script or the like by themselves (Unicode 1D400 to 1D7FF). */
  private static final int FIRST_STYLED_LETTER = 0x1d400;

  private static final int LAST_STYLED_LETTER = 0x1d7ff;

  private final String text;

  /** Where in the original each character begins and ends; null where the texts are equal. */
  private final int[] starts;

  private final int[] ends;

  private ShadowText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static ShadowText of(String original) {
    if (isAscii(original) && original.indexOf('&') < 0) {
      return new ShadowText(withoutEscapes(original), null, null);
    }
    StringBuilder text = new StringBuilder(original.length());
    int[] starts = new int[original.length()];
    int[] ends = new int[original.length()];
    for (int i = 0; i < original.length(); ) {
      int codePoint = original.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      HtmlEntity entity = codePoint == '&' ? HtmlEntity.at(original, i) : null;
      if (entity != null) {
        codePoint = entity.character();
        next = i + entity.length();
      }
      int from = text.length();
      appendShadow(codePoint, text);
      for (int shadow = from; shadow < text.length(); shadow++) {
        starts[shadow] = i;
        ends[shadow] = next;
      }
      if (from == text.length() && from > 0 && isMark(codePoint)) {
        ends[from - 1] = next;
      }
      i = next;
    }
    return new ShadowText(withoutEscapes(text.toString()), starts, ends);
  }

  /** A number behind {@code \n} would else be the tail of the word {@code n212}. */
  private static String withoutEscapes(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return text.replace("\\n", " \n").replace("\\r", " \n").replace("\\t", "  ");
  }

  /** The text to search. */
  String text() {
    return text;
  }

  /** Where in the original the character at {@code index} begins. */
  int originalStart(int index) {
    return starts == null ? index : starts[index];
  }

  /** Where in the original a stretch ends whose last character here is before {@code end}. */
  int originalEnd(int end) {
    return ends == null ? end : ends[end - 1];
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static void appendShadow(int c, StringBuilder text) {
    if (c < 0x7f) {
      text.append((char) c);
      return;
    }
    switch (Character.getType(c)) {
      case Character.FORMAT -> {}
      case Character.DECIMAL_DIGIT_NUMBER -> text.append((char) ('0' + Character.digit(c, 10)));
      case Character.SPACE_SEPARATOR -> text.append(' ');
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> text.append('\n');
      case Character.DASH_PUNCTUATION -> text.append('-');
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> appendMark(c, text);
      case Character.OTHER_NUMBER -> appendNumber(c, text);
      default -> appendOther(c, text);
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Marks of letters stay; those around, over or through a digit or a sign do not. */
  private static void appendMark(int c, StringBuilder text) {
    boolean invisible = c >= 0xfe00 && c <= 0xfe0f || c == 0x034f;
    if (!invisible && !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
      text.appendCodePoint(c);
    }
  }

  /** Digits in circles and above the line are digits; ten in a circle and a half are none. */
  private static void appendNumber(int c, StringBuilder text) {
    int value = Character.getNumericValue(c);
    if (value >= 0 && value <= 9) {
      text.append((char) ('0' + value));
    } else {
      text.appendCodePoint(c);
    }
  }

  private static void appendOther(int c, StringBuilder text) {
    switch (c) {
      case 0x2212, 0x02d7, 0x2043 -> text.append('-');
      case 0x2018, 0x2019, 0x02bc, 0x00b4 -> text.append('\'');
      case 0x2024, 0x3002, 0x00b7, 0x2219 -> text.append('.');
      // A sign of mathematics that some keyboards and fonts give for the letter.
      case 0x2206 -> text.append('Δ');
      case 0x2044, 0x2215 -> text.append('/');
      case 0x2022 -> text.append('*');
      default -> {
        if (c >= 0xff01 && c <= 0xff5e) {
          text.append((char) (c - 0xff01 + '!'));
        } else if (c >= FIRST_STYLED_LETTER && c <= LAST_STYLED_LETTER) {
          text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
        } else if (!Character.isISOControl(c)) {
          text.appendCodePoint(c);
        } else {
          text.append(' ');
        }
      }
    }
  }
}
