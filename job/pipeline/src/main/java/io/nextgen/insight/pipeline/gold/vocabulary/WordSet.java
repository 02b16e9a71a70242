package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.gold.vocabulary.PhrasePattern.WordPattern;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Single words that play a part of their own, such as the negations. */
final class WordSet {
  private final Set<String> whole = new HashSet<>();
  private final List<WordPattern> others;

  WordSet(Collection<WordPattern> patterns) {
    patterns.stream()
        .filter(pattern -> !pattern.prefix())
        .forEach(pattern -> whole.add(pattern.letters()));
    others = patterns.stream().filter(WordPattern::prefix).toList();
  }

  boolean contains(String spelling) {
    return whole.contains(spelling)
        || others.stream().anyMatch(pattern -> pattern.matches(spelling));
  }
}
