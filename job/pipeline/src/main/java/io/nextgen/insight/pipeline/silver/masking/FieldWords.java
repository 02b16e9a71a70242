package io.nextgen.insight.pipeline.silver.masking;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What words say in the names of fields and parameters: the file {@code fields.words}. */
enum FieldWords {
  THING,
  QUANTITY,
  IDENTIFIER,
  IDENTIFIED,
  WEAK,
  CITIZEN,
  CALLER,
  IP,
  SESSION,
  SECRET,
  ENDING,
  NO_VALUE,
  PHONE_HOST,
  SERVICE_USER;

  private static final String FILE = "fields";
  private static final Map<FieldWords, Set<String>> WORDS = load();

  /** Whether the word, in lower case, is of this section. */
  boolean has(String word) {
    return WORDS.get(this).contains(word);
  }

  /** Whether one of the words is. */
  boolean hasAny(List<String> words) {
    return words.stream().anyMatch(this::has);
  }

  /** The words of the section. */
  Set<String> words() {
    return WORDS.get(this);
  }

  private String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Map<FieldWords, Set<String>> load() {
    Map<String, List<String>> sections = ContextWordsFile.of(FILE).sections();
    Map<FieldWords, Set<String>> words = new EnumMap<>(FieldWords.class);
    for (FieldWords use : values()) {
      List<String> entries = sections.get(use.section());
      if (entries == null) {
        throw new IllegalStateException(
            "The context words %s have no section [%s]".formatted(FILE, use.section()));
      }
      words.put(use, Set.copyOf(new HashSet<>(entries)));
    }
    if (sections.size() != values().length) {
      throw new IllegalStateException(
          "The context words %s have a section beside %s"
              .formatted(FILE, Arrays.toString(values())));
    }
    return words;
  }
}
