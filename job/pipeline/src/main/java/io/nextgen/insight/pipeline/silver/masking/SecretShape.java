package io.nextgen.insight.pipeline.silver.masking;

import java.util.regex.Pattern;

/** What a token looks like that may be a password, a PIN or a code. */
final class SecretShape {
  static final int SHORTEST = 4;

  /** Where nothing but the token's look speaks for it. */
  private static final int SHORTEST_BY_LOOK = 6;

  private static final int SHORTEST_STEM = 4;

  /** The three digits on the back of a card. */
  private static final Pattern CARD_CODE = Pattern.compile("\\d{3}");

  private static final Pattern PIN = Pattern.compile("\\d{4,8}");

  /** "5ghz", "2nd", "100mbps", "10:30": measures, not secrets. */
  private static final Pattern MEASURE =
      Pattern.compile(
          "[\\d.,:/]+(?:g|k|x|gb|mb|tb|ghz|mhz|mbps|gbps|gig|st|nd|rd|th|am|pm|min|mins|hrs?|h|days?)");

  /** An email address is found as one. */
  private static final Pattern EMAIL = Pattern.compile("[^@]+@[^@.]+\\.[^@]+");

  private static final Pattern WORD_AND_DIGITS = Pattern.compile("(\\p{Ll}{4,})\\d{2,}");

  private static final String SIGNS = "!@#$%^&*?_+=~|";

  private SecretShape() {}

  /** Digits, or signs inside: no word of a language. */
  static boolean isMixed(String token) {
    boolean hasDigit = token.chars().anyMatch(c -> Ascii.isDigit((char) c));
    boolean hasSign = token.chars().skip(1).anyMatch(c -> "@#$%^&*_+=~|".indexOf(c) >= 0);
    return token.length() >= SHORTEST
        && (hasDigit || hasSign)
        && !MEASURE.matcher(token).matches()
        && !EMAIL.matcher(token).matches();
  }

  /** Four to eight digits and nothing else. */
  static boolean isPin(String token) {
    return PIN.matcher(token).matches();
  }

  static boolean isCardCode(String token) {
    return CARD_CODE.matcher(token).matches();
  }

  /** Capitals behind small letters more than once, as no word and hardly a brand has them. */
  static boolean isJumbled(String token) {
    int changes = 0;
    for (int i = 1; i < token.length(); i++) {
      boolean change =
          Character.isUpperCase(token.charAt(i)) && Character.isLowerCase(token.charAt(i - 1));
      changes += change ? 1 : 0;
    }
    return changes > 1 && token.length() >= SHORTEST;
  }

  /**
   * "Sunset88%", "hunter848", "k3Jx92mQ": letters and digits in a way that models, versions and
   * order numbers hardly have.
   */
  static boolean isPassword(String token) {
    if (token.length() < SHORTEST_BY_LOOK
        || !isMixed(token)
        || token.chars().noneMatch(Character::isLetter)
        || token.chars().noneMatch(c -> Ascii.isDigit((char) c))
        || token.indexOf('/') >= 0) {
      return false;
    }
    boolean sign = token.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
    boolean cases =
        token.chars().anyMatch(Character::isUpperCase)
            && token.chars().anyMatch(Character::isLowerCase)
            && token.chars().allMatch(Character::isLetterOrDigit);
    boolean likeModel = Ascii.isDigit(token.charAt(token.length() - 1));
    boolean capitals = token.chars().skip(1).anyMatch(Character::isUpperCase);
    return sign || cases && (capitals || !likeModel) || isWordAndDigits(token);
  }

  /** "Violet88%": a sign that no model or order has. */
  static boolean hasPasswordSign(String token) {
    return token.chars().anyMatch(c -> "!$%^&*?".indexOf(c) >= 0);
  }

  /** "hunter848", but not "iphone13". */
  private static boolean isWordAndDigits(String token) {
    String small = Character.toLowerCase(token.charAt(0)) + token.substring(1);
    if (!WORD_AND_DIGITS.matcher(small).matches()) {
      return false;
    }
    int stem = SHORTEST_STEM;
    while (Character.isLetter(small.charAt(stem))) {
      stem++;
    }
    return !NameWords.isOtherProperNoun(NormalSpelling.word(small.substring(0, stem)));
  }
}
