package io.nextgen.insight.pipeline.gold.vocabulary;

import java.util.List;
import java.util.function.Predicate;

/**
 * A sequence of words to look for, such as <em>internet, then at most three other words, then one
 * of down, dead</em>. It never leaves its sentence, and words that must follow one another don't do
 * so across a comma. The work for one place in the text is limited by the pattern, whatever the
 * text.
 *
 * @param steps at least one; the first has no gap
 */
record PhrasePattern(List<PhraseStep> steps) {

  /** Keeps the work for one place in the text small: at most this many ways to bridge the gaps. */
  static final int MAX_GAP = 6;

  static final int MAX_GAPS = 2;

  /**
   * One word.
   *
   * @param letters in the spelling of {@link Words}
   * @param prefix whether a word that only begins with the letters matches
   */
  record WordPattern(String letters, boolean prefix) {
    /** Any word with a digit in it, such as an error code. */
    static final WordPattern NUMBER = new WordPattern("#", false);

    boolean matches(String spelling) {
      if (this == NUMBER) {
        return hasDigit(spelling);
      }
      return prefix ? spelling.startsWith(letters) : spelling.equals(letters);
    }

    private static boolean hasDigit(String spelling) {
      for (int i = 0; i < spelling.length(); i++) {
        if (Character.isDigit(spelling.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Where the match that begins at a word ends.
   *
   * @param barrier a word that no gap reaches over: "internet, then three words, then slow" is not
   *     meant by "the internet is never slow"
   * @return the index after the last word; -1 where no match begins
   */
  int matchEnd(Words words, int from, Predicate<String> barrier) {
    return matchEnd(words, from, from, 0, barrier);
  }

  private int matchEnd(Words words, int first, int from, int stepIndex, Predicate<String> barrier) {
    if (stepIndex == steps.size()) {
      return from;
    }
    PhraseStep step = steps.get(stepIndex);
    for (int at = from; at <= from + step.maxGap() && at < words.size(); at++) {
      if (words.get(at).sentence() != words.get(first).sentence()) {
        return -1;
      }
      if (at == first || step.maxGap() > 0 || sameClause(words, at - 1, at)) {
        for (List<WordPattern> alternative : step.beginningWith(words.get(at).spelling())) {
          int end = alternativeEnd(words, at, alternative);
          int matchEnd = end < 0 ? -1 : matchEnd(words, first, end, stepIndex + 1, barrier);
          if (matchEnd >= 0) {
            return matchEnd;
          }
        }
      }
      if (barrier.test(words.get(at).spelling())) {
        return -1;
      }
    }
    return -1;
  }

  /** Where an alternative ends whose first word is known to match. */
  private static int alternativeEnd(Words words, int from, List<WordPattern> alternative) {
    int end = from + alternative.size();
    if (end > words.size() || !sameClause(words, from, end - 1)) {
      return -1;
    }
    for (int i = 1; i < alternative.size(); i++) {
      if (!alternative.get(i).matches(words.get(from + i).spelling())) {
        return -1;
      }
    }
    return end;
  }

  private static boolean sameClause(Words words, int one, int other) {
    return words.get(one).clause() == words.get(other).clause();
  }
}
