package io.nextgen.insight.emulator.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Phrases of a language that there is no tagger for: runs of words between stop words, marks and
 * masks (after RAKE; Rose et al., 2010). Stateless but for its lexicon.
 */
final class StopWordPhrases {

  private static final int MOST_WORDS = 3;
  private static final int SHORTEST = 3;

  private final Lexicon lexicon;
  private final boolean nounsAreCapitalised;

  /**
   * @param nounsAreCapitalised as in German, where a word in lower case is never part of a phrase
   */
  StopWordPhrases(Lexicon lexicon, boolean nounsAreCapitalised) {
    this.lexicon = lexicon;
    this.nounsAreCapitalised = nounsAreCapitalised;
  }

  /** The phrases of a sentence, in its order. */
  List<Span> of(String document, Span sentence) {
    List<Span> phrases = new ArrayList<>();
    List<Word> run = new ArrayList<>();
    for (Word word : Word.of(document, sentence)) {
      if (isContent(document, word)) {
        run.add(word);
      } else {
        close(run, phrases);
      }
    }
    close(run, phrases);
    return phrases;
  }

  private boolean isContent(String document, Word word) {
    return word.kind() == Word.Kind.WORD
        && word.text().length() >= SHORTEST
        && word.text().chars().anyMatch(Character::isLetter)
        && (!nounsAreCapitalised || Character.isUpperCase(document.charAt(word.span().start())))
        && !lexicon.isFeeling(word)
        && lexicon.boost(word) == 0
        && !lexicon.isStopWord(word.text())
        && lexicon.negationReach(word.text()) == 0;
  }

  private static void close(List<Word> run, List<Span> phrases) {
    if (!run.isEmpty() && run.size() <= MOST_WORDS) {
      phrases.add(new Span(run.get(0).span().start(), run.get(run.size() - 1).span().end()));
    }
    run.clear();
  }
}
