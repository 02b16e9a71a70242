package io.nextgen.insight.pipeline.silver.masking;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the detectors read it: digits of every script are ASCII digits, every space is a plain
 * space, every hyphen {@code -}, full-width characters are narrow, escapes are the characters that
 * they stand for ({@link TextEscape}), line ends and tabs that somebody escaped twice ({@code \n})
 * are themselves, and characters that cannot be seen are gone ({@link Invisible}). It knows where
 * each of its characters stands in the original, so that a finding masks exactly what was written.
 */
final class ShadowText {
  /** Letters that are bold, in script or the like by themselves (Unicode 1D400 to 1D7FF). */
  private static final int FIRST_STYLED_LETTER = 0x1d400;

  private static final int LAST_STYLED_LETTER = 0x1d7ff;

  private static final int FIRST_CIRCLED_LETTER = 0x24b6;

  private static final int LAST_CIRCLED_LETTER = 0x24e9;

  private static final int REPLACEMENT = 0xfffd;

  private final String text;

  /** Where in the original each character begins and ends; null where the texts are equal. */
  private final int[] starts;

  private final int[] ends;

  /** How often each character is percent encoded; null where none is. */
  private final byte[] depths;

  private ShadowText(String text, int[] starts, int[] ends, byte[] depths) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.depths = depths;
  }

  static ShadowText of(String original) {
    if (isPlain(original)) {
      return new ShadowText(withoutEscapes(original), null, null, null);
    }
    StringBuilder text = new StringBuilder(original.length());
    int[] starts = new int[original.length()];
    int[] ends = new int[original.length()];
    byte[] depths = null;
    for (int i = 0; i < original.length(); ) {
      int codePoint = original.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      TextEscape escape = TextEscape.at(original, i);
      if (escape != null) {
        codePoint = escape.codePoint();
        next = i + escape.length();
      }
      if (escape != null && escape.depth() > 0 && depths == null) {
        depths = new byte[original.length()];
      }
      int from = text.length();
      if (codePoint == REPLACEMENT) {
        appendReplacement(original, next, text);
      } else {
        appendShadow(codePoint, text);
      }
      for (int shadow = from; shadow < text.length(); shadow++) {
        starts[shadow] = i;
        ends[shadow] = next;
        if (escape != null && depths != null) {
          depths[shadow] = (byte) escape.depth();
        }
      }
      if (from == text.length() && from > 0 && isMark(codePoint)) {
        ends[from - 1] = next;
      }
      i = next;
    }
    return new ShadowText(withoutEscapes(text.toString()), starts, ends, depths);
  }

  /** A text that is read already, such as several shadows in a row. */
  static ShadowText ofRead(String text) {
    return new ShadowText(text, null, null, null);
  }

  /** A number behind {@code \n} would else be the tail of the word {@code n212}. */
  private static String withoutEscapes(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return text.replace("\\n", " \n").replace("\\r", " \n").replace("\\t", "  ");
  }

  /** Whether nothing in it is written in another way than the detectors read it. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\t' && c != '\r';
      if (c > 0x7e || control || TextEscape.mayBegin(c) && TextEscape.at(text, i) != null) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a decoder put where it could not read a byte: between digits something that parted them,
   * as a space of another character set does; elsewhere nothing.
   */
  private static void appendReplacement(String original, int next, StringBuilder text) {
    boolean behindDigit = !text.isEmpty() && Ascii.isDigit(text.charAt(text.length() - 1));
    if (behindDigit && next < original.length() && Character.isDigit(original.codePointAt(next))) {
      text.append(' ');
    }
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

  /** How often the character at {@code index} is percent encoded: 1 for {@code %40}. */
  int depth(int index) {
    return depths == null ? 0 : depths[index];
  }

  /** Whether something that cannot be seen parts the character there from the one before. */
  boolean isParted(int index) {
    return starts != null && index > 0 && index < text.length() && starts[index] > ends[index - 1];
  }

  /**
   * A part of it by itself, where a plus stands for a space if {@code plusIsSpace}. It knows how
   * its characters are encoded, and not where they are in the original.
   */
  ShadowText part(int start, int end, boolean plusIsSpace) {
    String part = text.substring(start, end);
    byte[] partDepths = depths == null ? null : Arrays.copyOfRange(depths, start, end);
    return new ShadowText(plusIsSpace ? part.replace('+', ' ') : part, null, null, partDepths);
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
    if (Invisible.is(c)) {
      return;
    }
    if (c < 0x7f) {
      text.append(c < ' ' ? Invisible.whitespace(c) : (char) c);
      return;
    }
    switch (Character.getType(c)) {
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
    if (!text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
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

  private static boolean isStyledLetter(int c) {
    return c >= FIRST_STYLED_LETTER && c <= LAST_STYLED_LETTER
        || c >= FIRST_CIRCLED_LETTER && c <= LAST_CIRCLED_LETTER;
  }

  private static void appendOther(int c, StringBuilder text) {
    switch (c) {
      // In C1 what is left of a dash or quotation mark of windows-1252.
      case 0x2212, 0x02d7, 0x2043, 0x96, 0x97 -> text.append('-');
      case 0x2018, 0x2019, 0x02bc, 0x00b4, 0x91, 0x92 -> text.append('\'');
      case 0x93, 0x94 -> text.append('"');
      case 0x2024, 0x3002, 0x00b7, 0x2219 -> text.append('.');
      // A sign of mathematics that some keyboards and fonts give for the letter.
      case 0x2206 -> text.append('Δ');
      case 0x2044, 0x2215 -> text.append('/');
      case 0x2022 -> text.append('*');
      default -> {
        if (c >= 0xff01 && c <= 0xff5e) {
          text.append((char) (c - 0xff01 + '!'));
        } else if (isStyledLetter(c)) {
          text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
        } else {
          text.appendCodePoint(c);
        }
      }
    }
  }
}
