package io.nextgen.insight.pipeline.silver.masking;

import java.util.Set;

/** Words that stand in and around names. All in the normal spelling of {@link NormalSpelling}. */
final class NameWords {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "mister",
          "dr",
          "doctor",
          "prof",
          "professor",
          "sir",
          "madam",
          "herr",
          "frau",
          "monsieur",
          "madame",
          "mme",
          "mlle",
          "senor",
          "senora",
          "sr",
          "sra",
          "srta",
          "signor",
          "signora",
          "sig",
          "senhor",
          "senhora",
          "jr",
          "ii",
          "iii");

  private NameWords() {}

  /** Whether the word goes with a name and tells nobody who is meant. */
  static boolean isTitle(String word) {
    return TITLES.contains(word);
  }
}
