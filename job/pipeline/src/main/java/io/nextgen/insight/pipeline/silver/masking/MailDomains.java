package io.nextgen.insight.pipeline.silver.masking;

import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;

/** What tells that words are a mail domain where it is not written as one. */
final class MailDomains {
  private static final Set<String> COMMON_SUFFIXES =
      Set.of(
          "com", "net", "org", "edu", "gov", "info", "biz", "io", "co", "us", "uk", "de", "fr",
          "es", "it", "pt", "br", "nl", "be", "at", "ch", "ie", "in", "au", "ca", "mx", "ar", "cl",
          "pl", "se", "no", "dk", "fi", "cz", "eu", "me", "tv", "app", "dev", "xyz", "online",
          "test", "example");

  private static final Set<String> PROVIDERS =
      Set.of(
          "gmail",
          "googlemail",
          "yahoo",
          "ymail",
          "hotmail",
          "outlook",
          "live",
          "msn",
          "icloud",
          "me",
          "mac",
          "aol",
          "protonmail",
          "proton",
          "gmx",
          "web",
          "mail",
          "comcast",
          "verizon",
          "att",
          "sbcglobal",
          "bellsouth",
          "cox",
          "charter",
          "xfinity",
          "zoho",
          "yandex",
          "orange",
          "wanadoo",
          "free",
          "laposte",
          "libero",
          "virgilio",
          "terra",
          "uol",
          "bol",
          "btinternet",
          "sky",
          "example",
          "rediffmail",
          "qq",
          "fastmail",
          "t-online",
          "freenet");

  /** Suffixes that are hardly anything else behind a provider's name. */
  private static final Set<String> PLAIN_SUFFIXES = Set.of("com", "net", "org", "edu", "gov");

  /** Providers whose name means their mail and nothing else. */
  private static final Set<String> MAIL_ONLY =
      Set.of(
          "gmail",
          "googlemail",
          "ymail",
          "hotmail",
          "outlook",
          "icloud",
          "protonmail",
          "gmx",
          "rediffmail",
          "fastmail",
          "yahoo",
          "aol");

  private MailDomains() {}

  /** Whether it may end a domain whose point is written. */
  static boolean isSuffix(String word) {
    return COMMON_SUFFIXES.contains(word)
        || word.length() > 1 && DomainValidator.getInstance().isValidTld(word);
  }

  static boolean isPlainSuffix(String word) {
    return PLAIN_SUFFIXES.contains(word);
  }

  static boolean isMailOnly(String word) {
    return MAIL_ONLY.contains(word);
  }

  static boolean isCommonSuffix(String word) {
    return COMMON_SUFFIXES.contains(word);
  }

  static boolean isProvider(String word) {
    return PROVIDERS.contains(word);
  }
}
