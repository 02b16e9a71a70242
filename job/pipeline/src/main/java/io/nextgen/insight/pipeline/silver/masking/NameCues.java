package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that a name follows, by how sure it is. */
final class NameCues {
  /** The sections of {@link ContextWordsFile} with the phrases. */
  static final String STRONG = "strong name cue";

  static final String WEAK = "weak name cue";
  static final String INTRODUCTION = "introduction";

  private static final int LONGEST_LEAD_IN = 6;

  enum Strength {
    /** "my name is": what follows is a name unless it is a word of the language. */
    STRONG,
    /** "I am": what follows is a name only if it looks like one. */
    WEAK
  }

  private record Phrase(List<String> words, Strength strength) {
    /** Its words in their normal spelling. */
    static Phrase of(String phrase, Strength strength) {
      return new Phrase(
          Arrays.stream(phrase.split(" ")).map(NormalSpelling::word).toList(), strength);
    }

    String lastWord() {
      return words.get(words.size() - 1);
    }
  }

  private final Map<String, List<Phrase>> byLastWord = new HashMap<>();
  private final List<Phrase> introductions;

  /**
   * @param phrases those of each section
   */
  NameCues(Map<String, List<String>> phrases) {
    phrases.getOrDefault(STRONG, List.of()).forEach(phrase -> add(phrase, Strength.STRONG));
    phrases.getOrDefault(WEAK, List.of()).forEach(phrase -> add(phrase, Strength.WEAK));
    introductions =
        phrases.getOrDefault(INTRODUCTION, List.of()).stream()
            .map(phrase -> Phrase.of(phrase, Strength.WEAK))
            .toList();
  }

  private void add(String phrase, Strength strength) {
    Phrase added = Phrase.of(phrase, strength);
    byLastWord.computeIfAbsent(added.lastWord(), last -> new ArrayList<>(2)).add(added);
  }

  /** The strength of the strongest cue that ends with the word at {@code last}; null for none. */
  Strength endingAt(List<Word> words, int last) {
    List<Phrase> phrases = byLastWord.get(words.get(last).normal());
    if (phrases == null || isOfThing(words, last)) {
      return null;
    }
    Strength strongest = null;
    for (Phrase phrase : phrases) {
      if (endsWith(words, last, phrase.words())) {
        if (phrase.strength() == Strength.STRONG) {
          return Strength.STRONG;
        }
        strongest = Strength.WEAK;
      }
    }
    return strongest;
  }

  /**
   * The same of the words before {@code first}, with nothing between but what may introduce a name.
   */
  static Strength before(Passage passage, List<Word> words, int first) {
    if (first == 0) {
      return null;
    }
    Strength cue = passage.context().nameCues().endingAt(words, first - 1);
    boolean joined =
        cue != null && passage.isJoined(words.get(first - 1), words.get(first), " :,-.\n\"'(=");
    return joined ? cue : null;
  }

  /** Whether the word before "name" makes it the name of a thing, as in "city name". */
  private static boolean isOfThing(List<Word> words, int last) {
    int name = last;
    while (name > 0 && !words.get(name).normal().startsWith("name")) {
      name--;
      if (last - name > 2) {
        return false;
      }
    }
    return name > 0 && words.get(name - 1).is(WordUse.NAME_OF_THING);
  }

  /** Whether somebody says there who he or she is: "I am", "this is". */
  boolean isIntroduction(List<Word> words, int last) {
    if (last >= 0) {
      for (Phrase phrase : introductions) {
        if (endsWith(words, last, phrase.words())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether before the word there is nothing but "yes, my name is" or the like. */
  static boolean isLeadIn(List<Word> words, int end) {
    return end <= LONGEST_LEAD_IN
        && words.subList(0, end).stream().allMatch(word -> word.is(WordUse.NAME_LEAD_IN));
  }

  private static boolean endsWith(List<Word> words, int last, List<String> phrase) {
    int first = last - phrase.size() + 1;
    if (first < 0) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.get(first + i).normal().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
