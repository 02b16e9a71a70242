package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.HashMap;
import java.util.Map;

/**
 * The hashes of words as names. Those of dictionary words are kept, since most of what is said
 * consists of them; a word that may tell of somebody is not.
 */
final class NameHashes {
  private final Map<String, String> ofDictionaryWords = new HashMap<>();
  private final PiiHasher hasher;

  NameHashes(PiiHasher hasher) {
    this.hasher = hasher;
  }

  /** The hash of a word in its normal spelling. */
  String of(String word) {
    return WordList.COMMON_WORDS.contains(word)
        ? ofDictionaryWords.computeIfAbsent(word, this::hash)
        : hash(word);
  }

  private String hash(String word) {
    return hasher.hash(PiiKind.NAME.name(), word);
  }
}
