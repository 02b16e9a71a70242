package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of one language that carry or change a feeling. Immutable; read from a resource by
 * {@link LexiconReader}.
 *
 * <p>A term is a word or a phrase. A word that ends in {@code *} stands for all words that begin
 * so; a lone {@code *} within a phrase stands for any one word.
 */
final class Lexicon {

  /**
   * A term found in a sentence.
   *
   * @param valence -4 (hateful) to 4 (delightful)
   * @param words how many words it took
   * @param fixed whether it has a negation inside, and so means what it says
   */
  record Match(double valence, int words, boolean fixed) {}

  private record Term(List<String> words, double valence) {}

  /** As in VADER. */
  private static final int NEGATION_REACH = 3;

  /** Above it stand "nightmare" and "rip-off", below it "outage" and "refund". */
  private static final double STRONG_FEELING = 1.75;

  private final Map<String, List<Term>> exact = new HashMap<>();
  private final Map<String, List<Term>> prefixes = new HashMap<>();
  private final int shortestPrefix;
  private final Map<String, Double> boosters;
  private final Set<String> negators;
  private final Set<String> nearNegators;
  private final Set<String> contrasts;
  private final Set<String> unreal;
  private final Set<String> stopWords;

  /**
   * @param terms valence of each term, words separated by one space
   * @param boosters what a word adds to the strength of a feeling that it stands before
   * @param negators words that turn a feeling round, up to three words further on
   * @param nearNegators words that do so only to the word that follows, such as "no"
   * @param contrasts words after which the sentence says what it is really about
   * @param unreal words that make a feeling wished or asked for, not had
   * @param stopWords words that no key phrase begins or ends with
   */
  Lexicon(
      Map<String, Double> terms,
      Map<String, Double> boosters,
      Set<String> negators,
      Set<String> nearNegators,
      Set<String> contrasts,
      Set<String> unreal,
      Set<String> stopWords) {
    this.boosters = Map.copyOf(boosters);
    this.negators = Set.copyOf(negators);
    this.nearNegators = Set.copyOf(nearNegators);
    this.contrasts = Set.copyOf(contrasts);
    this.unreal = Set.copyOf(unreal);
    this.stopWords = Set.copyOf(stopWords);
    terms.forEach(this::add);
    Comparator<Term> longestFirst = Comparator.comparingInt(term -> -term.words().size());
    exact.values().forEach(list -> list.sort(longestFirst));
    prefixes.values().forEach(list -> list.sort(longestFirst));
    shortestPrefix =
        prefixes.keySet().stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE);
  }

  private void add(String text, double valence) {
    Term term = new Term(List.of(text.split(" ")), valence);
    String first = term.words().get(0);
    if (first.endsWith("*")) {
      String stem = first.substring(0, first.length() - 1);
      prefixes.computeIfAbsent(stem, unused -> new ArrayList<>()).add(term);
    } else {
      exact.computeIfAbsent(first, unused -> new ArrayList<>()).add(term);
    }
  }

  /**
   * The longest term that begins at this word; of equally long ones, that which spells out more of
   * it.
   */
  Optional<Match> match(List<Word> words, int at) {
    for (String spelling : words.get(at).spellings()) {
      Match best = firstFitting(exact.get(spelling), words, at);
      for (int length = spelling.length(); length >= shortestPrefix; length--) {
        Match match = firstFitting(prefixes.get(spelling.substring(0, length)), words, at);
        best = best == null || (match != null && match.words() > best.words()) ? match : best;
      }
      if (best != null) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  private Match firstFitting(List<Term> terms, List<Word> words, int at) {
    if (terms == null) {
      return null;
    }
    for (Term term : terms) {
      if (fits(term, words, at)) {
        boolean fixed = term.words().stream().anyMatch(word -> negationReach(word) > 0);
        return new Match(term.valence(), term.words().size(), fixed);
      }
    }
    return null;
  }

  private static boolean fits(Term term, List<Word> words, int at) {
    if (at + term.words().size() > words.size()) {
      return false;
    }
    for (int i = 1; i < term.words().size(); i++) {
      String pattern = term.words().get(i);
      Word word = words.get(at + i);
      boolean fits =
          pattern.endsWith("*")
              ? word.kind() == Word.Kind.WORD
                  && word.text().startsWith(pattern.substring(0, pattern.length() - 1))
              : word.text().equals(pattern);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** How many words a negation reaches: 0 for a word that does not negate. */
  int negationReach(String word) {
    if (word.endsWith("n't") || negators.contains(word)) {
      return NEGATION_REACH;
    }
    return nearNegators.contains(word) ? 1 : 0;
  }

  /** Whether a word by itself is so strong a feeling that it names no thing. */
  boolean isFeeling(Word word) {
    return match(List.of(word), 0)
        .filter(match -> Math.abs(match.valence()) >= STRONG_FEELING)
        .isPresent();
  }

  /** Whether a phrase is made of such feelings only. */
  boolean namesNothing(List<Word> phrase) {
    return phrase.stream().allMatch(this::isFeeling);
  }

  boolean isContrast(String word) {
    return contrasts.contains(word);
  }

  boolean isUnreal(String word) {
    return unreal.contains(word);
  }

  boolean isStopWord(String word) {
    return stopWords.contains(word);
  }

  /** What this word adds to the feeling that it stands before; 0 for most words. */
  double boost(Word word) {
    for (String spelling : word.spellings()) {
      Double boost = boosters.get(spelling);
      if (boost != null) {
        return boost;
      }
    }
    return 0;
  }
}
