package io.nextgen.insight.pipeline.silver.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

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

  private final Set<String> words;

  WordList(String file) {
    words = load(file);
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  private static Set<String> load(String file) {
    try (InputStream in = WordList.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + file + " cannot be read", e);
    }
  }
}
