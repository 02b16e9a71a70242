package io.nextgen.insight.pipeline.silver.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Lists of words, in their normal spelling, from files beside this class. Each file says where its
 * words come from.
 */
enum WordList {
  GIVEN_NAMES("given-names.txt"),
  FAMILY_NAMES("family-names.txt"),
  /** Words that tell nothing of a person, even where somebody is called so. */
  COMMON_WORDS("common-words.txt"),
  /** The most frequent of the common words: "is", "not", "und". */
  FUNCTION_WORDS("function-words.txt");

  /** For each word a bit for each list that it is in: one look-up tells them all. */
  private static final Map<String, Integer> LISTS_OF_WORD = new HashMap<>(1 << 18);

  static {
    for (WordList list : values()) {
      list.load();
    }
  }

  private final String file;

  WordList(String file) {
    this.file = file;
  }

  /** The lists that the word is in, for {@link #isIn}. */
  static int listsOf(String word) {
    return LISTS_OF_WORD.getOrDefault(word, 0);
  }

  /** Whether this list is among those lists. */
  boolean isIn(int lists) {
    return (lists & 1 << ordinal()) != 0;
  }

  /** Those lists without this one. */
  int without(int lists) {
    return lists & ~(1 << ordinal());
  }

  boolean contains(String word) {
    return isIn(listsOf(word));
  }

  private void load() {
    try (InputStream in = WordList.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(word -> LISTS_OF_WORD.merge(word, 1 << ordinal(), (a, b) -> a | b));
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + file + " cannot be read", e);
    }
  }
}
