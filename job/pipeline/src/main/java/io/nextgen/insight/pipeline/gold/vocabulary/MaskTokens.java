package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tokens that silver put in the place of personal data, such as {@code [EMAIL_1]}. */
public final class MaskTokens {
  private static final String KIND =
      Arrays.stream(PiiKind.values()).map(Enum::name).collect(Collectors.joining("|", "(?:", ")"));
  private static final Pattern TOKEN = Pattern.compile("\\[" + KIND + "_\\d+]");

  /** A token, or what a key phrase extractor that splits at brackets leaves of one. */
  private static final Pattern REMAINS = Pattern.compile("\\b" + KIND + "_\\d+\\b");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private MaskTokens() {}

  /** Where the token that begins here ends; {@code at} where none begins. */
  static int endOfTokenAt(String text, int at) {
    if (text.charAt(at) != '[') {
      return at;
    }
    Matcher token = TOKEN.matcher(text).region(at, text.length());
    return token.lookingAt() ? token.end() : at;
  }

  /** Whether a phrase of the service holds a token or a piece of one. */
  public static boolean within(String phrase) {
    return REMAINS.matcher(phrase).find();
  }

  /** The text without tokens, with single spaces. */
  static String remove(String text) {
    return SPACE.matcher(TOKEN.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
  }
}
