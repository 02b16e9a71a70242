package io.nextgen.insight.pipeline.bronze;

/** Text that every reader of the tables takes. */
final class CleanText {

  private static final char REPLACEMENT = '\ufffd';

  private CleanText() {}

  /**
   * NUL, which C-based readers take for the end, and surrogates without their other half, which no
   * encoder can write (Unicode 15.0, section 3.9), become U+FFFD.
   */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnclean(text, i)) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int first) {
    char[] characters = text.toCharArray();
    for (int i = first; i < characters.length; i++) {
      if (isUnclean(text, i)) {
        characters[i] = REPLACEMENT;
      }
    }
    return new String(characters);
  }

  private static boolean isUnclean(String text, int index) {
    char each = text.charAt(index);
    if (each == 0) {
      return true;
    }
    if (Character.isHighSurrogate(each)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(each)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
