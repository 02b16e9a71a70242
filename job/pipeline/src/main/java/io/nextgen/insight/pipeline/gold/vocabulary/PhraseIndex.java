package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.gold.vocabulary.PhrasePattern.WordPattern;
import io.nextgen.insight.pipeline.gold.vocabulary.VocabularyReader.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds the patterns that match a text in one walk over its words: at each word only those are
 * tried that can begin with it.
 */
final class PhraseIndex {

  /** Words {@code from} (inclusive) {@code to} (exclusive) that a line of the file matches. */
  record Match(Line line, int from, int to) {
    boolean isOf(String entry) {
      return line.entry().equals(entry);
    }

    boolean overlaps(Match other) {
      return from < other.to && other.from < to;
    }
  }

  private final Map<String, List<Line>> byFirstWord = new HashMap<>();

  /** Lines that begin with a word of which only the beginning is told, by its first letter. */
  private final Map<Character, List<Opening>> byFirstLetter = new HashMap<>();

  private final List<Line> byNumber = new ArrayList<>();

  private record Opening(WordPattern first, Line line) {}

  PhraseIndex(Collection<Line> lines) {
    for (Line line : lines) {
      line.pattern().steps().get(0).alternatives().stream()
          .map(words -> words.get(0))
          .distinct()
          .forEach(first -> index(line, first));
    }
  }

  private void index(Line line, WordPattern first) {
    if (first == WordPattern.NUMBER) {
      byNumber.add(line);
    } else if (first.prefix()) {
      byFirstLetter
          .computeIfAbsent(first.letters().charAt(0), unknown -> new ArrayList<>())
          .add(new Opening(first, line));
    } else {
      byFirstWord.computeIfAbsent(first.letters(), unknown -> new ArrayList<>()).add(line);
    }
  }

  /**
   * @param barrier see {@link PhrasePattern#matchEnd}
   * @return in the order of the text
   */
  List<Match> matches(Words words, Predicate<String> barrier) {
    List<Match> matches = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      int from = at;
      forEachCandidate(
          words.get(at).spelling(),
          line -> {
            int to = line.pattern().matchEnd(words, from, barrier);
            if (to > from) {
              matches.add(new Match(line, from, to));
            }
          });
    }
    return matches;
  }

  private void forEachCandidate(String spelling, Consumer<Line> action) {
    byFirstWord.getOrDefault(spelling, List.of()).forEach(action);
    for (Opening opening : byFirstLetter.getOrDefault(spelling.charAt(0), List.of())) {
      if (opening.first().matches(spelling)) {
        action.accept(opening.line());
      }
    }
    if (!byNumber.isEmpty() && WordPattern.NUMBER.matches(spelling)) {
      byNumber.forEach(action);
    }
  }
}
