package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.gold.vocabulary.PhrasePattern.WordPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A step of a {@link PhrasePattern}: some other words at most, then one of several alternatives.
 * They are looked up by their first word, since a group such as all names of devices is long.
 */
final class PhraseStep {
  private final int maxGap;
  private final List<List<WordPattern>> alternatives;
  private final Map<String, List<List<WordPattern>>> byFirstWord = new HashMap<>();
  private final List<List<WordPattern>> others = new ArrayList<>();

  /**
   * @param maxGap how many other words may come before it
   * @param alternatives each a sequence of words, of which one must be there
   */
  PhraseStep(int maxGap, List<List<WordPattern>> alternatives) {
    this.maxGap = maxGap;
    this.alternatives = List.copyOf(alternatives);
    for (List<WordPattern> alternative : alternatives) {
      WordPattern first = alternative.get(0);
      if (first.prefix() || first == WordPattern.NUMBER) {
        others.add(alternative);
      } else {
        byFirstWord.computeIfAbsent(first.letters(), unknown -> new ArrayList<>()).add(alternative);
      }
    }
  }

  int maxGap() {
    return maxGap;
  }

  List<List<WordPattern>> alternatives() {
    return alternatives;
  }

  /** The alternatives whose first word matches. */
  List<List<WordPattern>> beginningWith(String spelling) {
    List<List<WordPattern>> matching = byFirstWord.getOrDefault(spelling, List.of());
    boolean copied = false;
    for (List<WordPattern> alternative : others) {
      if (alternative.get(0).matches(spelling)) {
        if (!copied) {
          matching = new ArrayList<>(matching);
          copied = true;
        }
        matching.add(alternative);
      }
    }
    return matching;
  }
}
