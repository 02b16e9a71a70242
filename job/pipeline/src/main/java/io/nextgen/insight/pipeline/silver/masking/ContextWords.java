package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of some languages that say what the values around them are. Each language has a file of
 * its own ({@link ContextWordsFile}). Words are found as they are written there and without their
 * accents. One look-up tells all that a word says.
 *
 * <p>What is itself a part of a value belongs to no language: streets, titles and names of all
 * countries are known in every chat ({@link StreetWords}, {@link NameWords}).
 */
final class ContextWords {
  /** The languages whose words are known (ISO 639). */
  static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

  /** What every language uses. */
  private static final String SHARED = "shared";

  private static final String LABEL_SECTION = "label ";

  /** Of the words whose facts are remembered; a language has fewer in use. */
  private static final int MOST_COMMON_WORDS = 1 << 15;

  /** Shorter words mean something else without their accent: French "né" and "ne". */
  private static final int SHORTEST_FOLDED = 3;

  private final Map<String, Meaning> meanings = new HashMap<>();

  /** Labels in scripts without spaces between words. */
  private final Map<String, Meaning> ideographs = new HashMap<>();

  /** "Vorgangsnummer" is a reference, "Kundenkennwort" a secret. */
  private final Map<String, Meaning> endings = new LinkedHashMap<>();

  private int shortestEnding = Integer.MAX_VALUE;

  private final NameCues nameCues;
  private final SpellingAlphabet alphabet;

  /** "Neunzehnhundert": spoken years of one word begin so. */
  private final List<String> yearBeginnings = new ArrayList<>();

  /** Of words of the language alone, most of any text; nobody's name or number stays in memory. */
  private final Map<String, Word.Facts> commonWords = new ConcurrentHashMap<>();

  /**
   * @param languages of {@link #LANGUAGES}
   */
  ContextWords(Collection<String> languages) {
    Set<String> files = new LinkedHashSet<>(languages);
    files.add(SHARED);
    Map<String, List<String>> phrases = new HashMap<>();
    for (String file : files) {
      ContextWordsFile.of(file)
          .sections()
          .forEach(
              (section, entries) -> {
                switch (section) {
                  case NameCues.STRONG, NameCues.WEAK, NameCues.INTRODUCTION ->
                      phrases.computeIfAbsent(section, s -> new ArrayList<>()).addAll(entries);
                  case "year beginning" -> yearBeginnings.addAll(entries);
                  case "reference ending" -> addEndings(entries, Label.REFERENCE);
                  case "secret ending" -> addEndings(entries, Label.SECRET);
                  default -> entries.forEach(entry -> add(section, entry));
                }
              });
    }
    nameCues = new NameCues(phrases);
    alphabet = new SpellingAlphabet(languages);
  }

  private void addEndings(List<String> added, Label label) {
    for (String ending : added) {
      endings.put(ending, Meaning.of(label));
      shortestEnding = Math.min(shortestEnding, ending.length());
    }
  }

  private void add(String section, String entry) {
    if (section.startsWith(LABEL_SECTION)) {
      String label = section.substring(LABEL_SECTION.length());
      add(entry, Meaning.of(Label.valueOf(label.toUpperCase(Locale.ROOT))));
    } else {
      WordUse use = WordUse.valueOf(section.replace(' ', '_').toUpperCase(Locale.ROOT));
      String[] wordAndNumber = entry.split(" *= *");
      add(wordAndNumber[0], Meaning.of(use, wordAndNumber.length > 1 ? wordAndNumber[1] : null));
    }
  }

  private void add(String word, Meaning meaning) {
    meanings.merge(word, meaning, Meaning::and);
    String folded = NormalSpelling.word(word);
    if (!folded.equals(word) && folded.length() >= SHORTEST_FOLDED) {
      meanings.merge(folded, meaning, Meaning::and);
    }
    if (isIdeographic(word)) {
      ideographs.put(word, meaning);
    }
  }

  /** What there is to know of a word as it is written. */
  Word.Facts facts(String written) {
    Word.Facts known = commonWords.get(written);
    if (known != null) {
      return known;
    }
    Word.Facts facts = Word.Facts.of(written, this);
    if (facts.isCommon() && commonWords.size() < MOST_COMMON_WORDS) {
      commonWords.put(written, facts);
    }
    return facts;
  }

  /** What a lower-case word says; {@link Meaning#NONE} for nothing. */
  Meaning of(String word) {
    Meaning meaning = meanings.get(word);
    if (meaning != null) {
      return meaning;
    }
    if (word.length() >= shortestEnding) {
      for (Map.Entry<String, Meaning> ending : endings.entrySet()) {
        if (word.endsWith(ending.getKey())) {
          return ending.getValue();
        }
      }
    }
    return isIdeographic(word) ? ofIdeographs(word) : Meaning.NONE;
  }

  private static boolean isIdeographic(String word) {
    return !word.isEmpty() && Character.isIdeographic(word.codePointAt(0));
  }

  /** Without spaces between words the label is a part of what looks like one. */
  private Meaning ofIdeographs(String words) {
    for (Map.Entry<String, Meaning> label : ideographs.entrySet()) {
      if (words.contains(label.getKey())) {
        return label.getValue();
      }
    }
    return Meaning.NONE;
  }

  /** The phrases that announce a name. */
  NameCues nameCues() {
    return nameCues;
  }

  /** The words that stand for letters. */
  SpellingAlphabet alphabet() {
    return alphabet;
  }

  /** Whether the word may be a year: "neunzehnhundertsechsundachtzig". */
  boolean beginsYear(String word) {
    return yearBeginnings.stream().anyMatch(word::startsWith);
  }
}
