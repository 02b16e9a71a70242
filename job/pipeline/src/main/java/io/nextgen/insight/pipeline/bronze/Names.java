package io.nextgen.insight.pipeline.bronze;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of regions, priorities and products in a spelling that can be compared. */
final class Names {

  private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
  private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}\\p{M}'’])\\p{L}");
  private static final int LONGEST_CODE = 3;

  private Names() {}

  /** One space between words; null stays null. */
  static String singleSpaced(String name) {
    return name == null ? null : SPACE.matcher(name).replaceAll(" ").strip();
  }

  /**
   * A place as people write it: a name all in lower or all in upper case gets a capital at each
   * word; one in mixed case, and a code of up to three letters such as {@code EU}, stays as it is.
   */
  static String place(String name) {
    String spaced = singleSpaced(name);
    if (spaced == null) {
      return null;
    }
    boolean code =
        spaced.length() <= LONGEST_CODE && spaced.equals(spaced.toUpperCase(Locale.ROOT));
    boolean mixed =
        spaced.chars().anyMatch(Character::isUpperCase)
            && spaced.chars().anyMatch(Character::isLowerCase);
    if (code || mixed) {
      return spaced;
    }
    return WORD_START
        .matcher(spaced.toLowerCase(Locale.ROOT))
        .replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
  }
}
