package io.nextgen.insight.emulator.language;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the phrases of a document in order: the most frequent, then the longest, then the first. */
final class PhraseRanking {

  private final Map<String, Ranked> byKey = new LinkedHashMap<>();

  private record Ranked(String text, int count, int words) {
    Ranked onceMore() {
      return new Ranked(text, count + 1, words);
    }
  }

  /** Counts a phrase; spellings that differ in case only are one phrase, shown as it came first. */
  void add(String phrase) {
    String text = phrase.replaceAll("\\s+", " ");
    byKey.merge(
        text.toLowerCase(Locale.ROOT),
        new Ranked(text, 1, text.split(" ").length),
        (known, again) -> known.onceMore());
  }

  List<String> ranked() {
    return byKey.values().stream()
        .sorted(Comparator.comparingInt(Ranked::count).thenComparingInt(Ranked::words).reversed())
        .map(Ranked::text)
        .toList();
  }
}
