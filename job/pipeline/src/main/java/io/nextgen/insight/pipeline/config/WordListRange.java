package io.nextgen.insight.pipeline.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One or more words of a known set, none twice. On the command line they stand with commas or
 * semicolons between, in brackets or not.
 *
 * @param <E> a constant of an enum, whose words are taken in any letter case, or a text
 */
public final class WordListRange<E> implements ValueRange<List<E>> {
  private static final String BRACKETS = "^\\s*\\[|\\]\\s*$";

  /** Flink writes a word such as NO, which YAML takes for false, in quotes. */
  private static final String QUOTES = "^(['\"])(.*)\\1$";

  private static final String SEPARATOR = "[,;]";

  private final String expected;
  private final Collection<String> words;

  private WordListRange(String expected, Collection<String> words) {
    this.expected = expected;
    this.words = words;
  }

  /** Constants of an enum. */
  public static <E extends Enum<E>> WordListRange<E> of(Class<E> type) {
    List<String> names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    return new WordListRange<>("one or more of " + String.join(", ", names), names);
  }

  /** Some of the words, which are named. */
  public static WordListRange<String> of(Collection<String> words) {
    return new WordListRange<>("one or more of " + String.join(", ", words), words);
  }

  /**
   * Some of too many words to name them.
   *
   * @param expected completes "it must be ..."
   */
  public static WordListRange<String> of(String expected, Collection<String> words) {
    return new WordListRange<>(expected, words);
  }

  @Override
  public String expected() {
    return expected;
  }

  @Override
  public boolean contains(List<E> values) {
    return !values.isEmpty() && explain(values).isEmpty();
  }

  @Override
  public String explain(List<E> values) {
    return explainWords(values.stream().map(String::valueOf).toList(), false);
  }

  @Override
  public String explainText(String text) {
    return explainWords(split(text), true);
  }

  @Override
  public String normalize(String text) {
    return String.join(";", split(text));
  }

  private String explainWords(List<String> given, boolean anyCase) {
    Set<String> seen = new HashSet<>();
    for (String word : given) {
      if (word.isBlank()) {
        return "it has an empty entry";
      }
      if (words.stream().noneMatch(anyCase ? word::equalsIgnoreCase : word::equals)) {
        return QuotedValue.of(word) + " is unknown." + NearestName.question(word, words);
      }
      if (!seen.add(word)) {
        return QuotedValue.of(word) + " is given twice";
      }
    }
    return "";
  }

  private static List<String> split(String text) {
    String words = text.replaceAll(BRACKETS, "");
    return words.isBlank()
        ? List.of()
        : Stream.of(words.split(SEPARATOR, -1))
            .map(word -> word.strip().replaceAll(QUOTES, "$2"))
            .toList();
  }
}
