package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.gold.vocabulary.PhrasePattern.WordPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises what people speak of by a file of names and phrases that a person can read and extend
 * ({@link VocabularyReader} has the syntax). The text is walked once; at each word only the
 * patterns that can begin there are tried.
 *
 * <p>Two things take a match back. A word of the group {@code @negators} before it, with nothing
 * but words of {@code @negation_reach} in between ("no more outages"). And a match of the entry
 * {@code SOLVED} after it in the same or the next sentence ("was down, works fine again").
 */
public final class Vocabulary {

  /**
   * An entry that was recognised.
   *
   * @param words that it was recognised by, as they stand in the text
   */
  public record Finding(String entry, String words) {
    /** Without the customer's words. */
    @Override
    public String toString() {
      return "Finding[" + entry + "]";
    }
  }

  /**
   * @param present one for each entry, in the order of the text
   * @param takenBack entries that the text only speaks of as not there or solved
   */
  public record Findings(List<Finding> present, Set<String> takenBack) {}

  private static final String SOLVED = "SOLVED";
  private static final String NEGATORS = "negators";
  private static final String NEGATION_REACH = "negation_reach";
  private static final int MAX_NEGATION_REACH = 3;

  private record Match(VocabularyReader.Line line, int from, int to) {
    boolean overlaps(Match other) {
      return from < other.to && other.from < to;
    }
  }

  private final Map<String, List<VocabularyReader.Line>> byFirstWord = new HashMap<>();
  private final Map<String, List<VocabularyReader.Line>> byFirstLetters = new HashMap<>();
  private final List<VocabularyReader.Line> byNumber = new ArrayList<>();
  private final List<List<WordPattern>> negators;
  private final List<List<WordPattern>> negationReach;

  private Vocabulary(String name, Reader source) throws IOException {
    VocabularyReader reader = new VocabularyReader(name);
    reader.read(source).values().forEach(lines -> lines.forEach(this::index));
    negators = reader.group(NEGATORS);
    negationReach = reader.group(NEGATION_REACH);
  }

  /**
   * Reads a vocabulary from a resource beside a class.
   *
   * @throws IllegalArgumentException where the file is not written as it should be
   */
  public static Vocabulary load(Class<?> owner, String resource) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("There is no vocabulary " + resource);
      }
      return new Vocabulary(resource, new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the vocabulary " + resource, e);
    }
  }

  /** Reads a vocabulary; {@code name} is for messages. */
  public static Vocabulary read(String name, Reader source) throws IOException {
    return new Vocabulary(name, source);
  }

  /** What the text speaks of. */
  public Findings find(String text) {
    Words words = Words.of(text);
    List<Match> matches = new ArrayList<>();
    List<Match> exceptions = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      collect(words, from, matches, exceptions);
    }
    matches.removeIf(match -> isException(match, exceptions));

    List<Match> solved = new ArrayList<>();
    for (Match match : matches) {
      if (match.line().entry().equals(SOLVED) && !isNegated(words, match)) {
        solved.add(match);
      }
    }
    Map<String, Finding> present = new LinkedHashMap<>();
    Set<String> takenBack = new LinkedHashSet<>();
    for (Match match : matches) {
      String entry = match.line().entry();
      if (!entry.equals(SOLVED)) {
        if (isNegated(words, match) || isSolved(words, match, solved)) {
          takenBack.add(entry);
        } else {
          present.computeIfAbsent(
              entry, name -> new Finding(name, words.original(match.from(), match.to())));
        }
      }
    }
    takenBack.removeAll(present.keySet());
    return new Findings(List.copyOf(present.values()), takenBack);
  }

  private void index(VocabularyReader.Line line) {
    for (List<WordPattern> alternative : line.pattern().steps().get(0).alternatives()) {
      WordPattern first = alternative.get(0);
      if (first == WordPattern.NUMBER) {
        byNumber.add(line);
      } else {
        (first.prefix() ? byFirstLetters : byFirstWord)
            .computeIfAbsent(first.letters(), unknown -> new ArrayList<>())
            .add(line);
      }
    }
  }

  private void collect(Words words, int from, List<Match> matches, List<Match> exceptions) {
    String spelling = words.get(from).spelling();
    List<VocabularyReader.Line> candidates =
        new ArrayList<>(byFirstWord.getOrDefault(spelling, List.of()));
    for (int length = 1; length <= spelling.length(); length++) {
      candidates.addAll(byFirstLetters.getOrDefault(spelling.substring(0, length), List.of()));
    }
    if (WordPattern.NUMBER.matches(spelling)) {
      candidates.addAll(byNumber);
    }
    for (VocabularyReader.Line candidate : candidates) {
      int to = candidate.pattern().matchEnd(words, from);
      if (to > 0) {
        (candidate.exception() ? exceptions : matches).add(new Match(candidate, from, to));
      }
    }
  }

  private static boolean isException(Match match, List<Match> exceptions) {
    return exceptions.stream()
        .anyMatch(
            exception ->
                exception.line().entry().equals(match.line().entry()) && exception.overlaps(match));
  }

  private boolean isNegated(Words words, Match match) {
    int clause = words.get(match.from()).clause();
    for (int at = match.from() - 1; at >= 0 && at >= match.from() - 1 - MAX_NEGATION_REACH; at--) {
      Words.Word word = words.get(at);
      if (word.clause() != clause) {
        return false;
      }
      if (isOneOf(negators, word.spelling())) {
        return true;
      }
      if (!isOneOf(negationReach, word.spelling())) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOneOf(List<List<WordPattern>> group, String spelling) {
    return group.stream().anyMatch(words -> words.get(0).matches(spelling));
  }

  private static boolean isSolved(Words words, Match match, List<Match> solved) {
    int sentence = words.get(match.to() - 1).sentence();
    return solved.stream()
        .anyMatch(
            solution ->
                solution.from() >= match.to()
                    && words.get(solution.from()).sentence() <= sentence + 1);
  }
}
