package io.nextgen.insight.pipeline.gold.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The service's language codes: ISO 639-1 without a region, but for the few that it tells apart
 * (Chinese by script, Portuguese by country). See "Language support for sentiment analysis" in the
 * service's documentation.
 */
public final class LanguageHint {

  private static final Pattern PRIMARY_SUBTAG = Pattern.compile("[a-z]{2,3}");
  private static final Set<String> ISO_639_1 = Set.of(Locale.getISOLanguages());
  private static final Set<String> TRADITIONAL_CHINESE = Set.of("tw", "hk", "mo", "hant");

  private LanguageHint() {}

  /**
   * @param tag BCP 47, in any case; null or nonsense where the chat does not tell
   */
  public static String of(String tag, String defaultLanguage) {
    if (tag == null) {
      return defaultLanguage;
    }
    String[] subtags = tag.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("-", -1);
    String language = subtags[0];
    if (!PRIMARY_SUBTAG.matcher(language).matches()) {
      return defaultLanguage;
    }
    return switch (language) {
      case "zh" -> has(subtags, TRADITIONAL_CHINESE) ? "zh-hant" : "zh-hans";
      case "pt" -> has(subtags, Set.of("br")) ? "pt-br" : "pt-pt";
      default -> language;
    };
  }

  /** Whether the text is a code whose language is in ISO 639-1, in any letter case. */
  static boolean isLanguage(String tag) {
    String language = of(tag, null);
    return language != null && ISO_639_1.contains(language.split("-")[0]);
  }

  private static boolean has(String[] subtags, Set<String> wanted) {
    return Arrays.stream(subtags).anyMatch(wanted::contains);
  }
}
