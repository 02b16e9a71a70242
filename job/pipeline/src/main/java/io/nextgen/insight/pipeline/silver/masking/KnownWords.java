package io.nextgen.insight.pipeline.silver.masking;

import java.util.Locale;

/** What the masking's lists say of a single word, in any language and for any reader. */
public final class KnownWords {

  private static final ContextWords ALL_LANGUAGES = new ContextWords(ContextWords.LANGUAGES);

  private KnownWords() {}

  /** Whether people are called so, whatever else the word means. */
  public static boolean isGivenName(String word) {
    return WordList.GIVEN_NAMES.contains(NormalSpelling.word(word));
  }

  /** Whether the word announces a personal value, as in "Phone: ...". */
  public static boolean announcesValue(String word) {
    return ALL_LANGUAGES.of(word.toLowerCase(Locale.ROOT)).label() != null;
  }
}
