package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.gold.vocabulary.PhraseIndex.Match;
import io.nextgen.insight.pipeline.gold.vocabulary.VocabularyReader.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises what people speak of by a file of names and phrases that a person can read and extend
 * ({@link VocabularyReader} has the syntax). The text is walked once.
 *
 * <p>Three things take a match back:
 *
 * <ul>
 *   <li>an exception of its entry that overlaps it ("no service" in "no service fee");
 *   <li>a word of the group {@code @negators} before it, with nothing but words of {@code
 *       @negation_reach} in between ("no more outages");
 *   <li>a match of the entry {@code SOLVED} after it, in the same sentence or the next ("was down,
 *       works fine again").
 * </ul>
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
   * @param takenBack entries that the text only speaks of as not there, solved or not meant
   */
  public record Findings(List<Finding> present, Set<String> takenBack) {}

  private static final String SOLVED = "SOLVED";
  private static final int MAX_NEGATION_REACH = 3;

  private final PhraseIndex index;
  private final WordSet negators;
  private final WordSet negationReach;

  private Vocabulary(String name, Reader source) throws IOException {
    VocabularyReader reader = new VocabularyReader(name);
    index = new PhraseIndex(reader.read(source));
    negators = new WordSet(reader.singleWords("negators"));
    negationReach = new WordSet(reader.singleWords("negation_reach"));
  }

  /**
   * Reads a vocabulary from a resource beside a class.
   *
   * @throws IllegalArgumentException where the file is not written as it should be
   */
  public static Vocabulary load(Class<?> owner, String resource) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "There is no vocabulary %s beside %s".formatted(resource, owner.getName()));
      }
      return read(resource, new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the vocabulary " + resource, e);
    }
  }

  /**
   * Reads a vocabulary.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException where the file is not written as it should be
   */
  public static Vocabulary read(String name, Reader source) throws IOException {
    return new Vocabulary(name, source);
  }

  /** What the text speaks of. */
  public Findings find(String text) {
    Words words = Words.of(text);
    List<Match> matches = index.matches(words, negators::contains);
    List<Match> exceptions = matches.stream().filter(match -> match.line().exception()).toList();
    List<Match> solutions =
        matches.stream()
            .filter(match -> match.isOf(SOLVED) && isMeant(words, match, exceptions))
            .toList();

    Map<String, Finding> present = new LinkedHashMap<>();
    Set<String> takenBack = new LinkedHashSet<>();
    for (Match match : matches) {
      if (match.line().exception() || match.isOf(SOLVED)) {
        continue;
      }
      String entry = match.line().entry();
      if (isMeant(words, match, exceptions) && !isSolved(words, match, solutions)) {
        present.computeIfAbsent(
            entry, name -> new Finding(name, words.original(match.from(), match.to())));
      } else {
        takenBack.add(entry);
      }
    }
    takenBack.removeAll(present.keySet());
    return new Findings(List.copyOf(present.values()), takenBack);
  }

  private boolean isMeant(Words words, Match match, List<Match> exceptions) {
    Line line = match.line();
    return !line.exception()
        && !isNegated(words, match.from())
        && exceptions.stream()
            .noneMatch(exception -> exception.isOf(line.entry()) && exception.overlaps(match));
  }

  private boolean isNegated(Words words, int from) {
    int clause = words.get(from).clause();
    int first = Math.max(0, from - 1 - MAX_NEGATION_REACH);
    for (int at = from - 1; at >= first && words.get(at).clause() == clause; at--) {
      String spelling = words.get(at).spelling();
      if (negators.contains(spelling)) {
        return true;
      }
      if (!negationReach.contains(spelling)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isSolved(Words words, Match match, List<Match> solutions) {
    int sentence = words.get(match.to() - 1).sentence();
    return solutions.stream()
        .anyMatch(
            solution ->
                solution.from() >= match.to()
                    && words.get(solution.from()).sentence() <= sentence + 1);
  }
}
