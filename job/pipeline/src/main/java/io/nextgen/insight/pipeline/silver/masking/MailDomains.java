package io.nextgen.insight.pipeline.silver.masking;

import java.util.Set;

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

  private MailDomains() {}

  static boolean isCommonSuffix(String word) {
    return COMMON_SUFFIXES.contains(word);
  }

  static boolean isProvider(String word) {
    return PROVIDERS.contains(word);
  }
}
