package io.nextgen.insight.pipeline.silver.masking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a turn asks the other side for, so that the bare answer to it is understood. */
final class Question {
  /** What is asked for stands at the end of a turn. */
  private static final int TAIL_WORDS = 45;

  private static final int MOST_PROMPT_WORDS = 9;
  private static final int ANNOUNCING_WORDS = 6;

  private static final int WHO_REACH = 6;
  private static final int VISIT_REACH = 9;

  private Question() {}

  /** The labels of what the text asks for; empty where it asks for nothing known. */
  static Set<Label> askedFor(Passage turn) {
    Set<Label> asked = EnumSet.noneOf(Label.class);
    List<Word> words = turn.words();
    List<Word> tail = words.subList(Math.max(0, words.size() - TAIL_WORDS), words.size());
    boolean asks = turn.text().indexOf('?') >= 0 || isPrompt(words);
    boolean announces = !asks && announces(turn);
    if (announces) {
      tail = tail.subList(Math.max(0, tail.size() - ANNOUNCING_WORDS), tail.size());
    }
    boolean afterModal = false;
    for (int i = 0; i < tail.size(); i++) {
      Word word = tail.get(i);
      asks |= word.is(WordUse.REQUEST) || afterModal && word.is(WordUse.SIDE);
      if (SecretWords.isSecretWord(turn, tail, i)) {
        asked.add(Label.SECRET);
      } else if (word.is(WordUse.CODE_NOUN)
          && LoginCodeCue.of(turn, tail, i) != LoginCodeCue.NONE) {
        asked.add(Label.LOGIN_CODE);
      } else if (isAskedFor(tail, i)) {
        asked.add(word.label());
      }
      if (word.is(WordUse.WHO) && isSpokenWith(tail, i)) {
        asked.add(Label.NAME);
        asks = true;
      }
      if (word.is(WordUse.WHERE) && isVisited(tail, i)) {
        asked.add(Label.ADDRESS);
        asks = true;
      }
      if (i > 0 && word.is(WordUse.NUMBER_WORD) && tail.get(i - 1).is(WordUse.POSSESSIVE)) {
        asked.add(Label.PHONE);
      }
      afterModal = word.is(WordUse.MODAL);
    }
    return asks || announces ? asked : Set.of();
  }

  /** "And your date of birth", "last four of your social": voice transcripts have no signs. */
  private static boolean isPrompt(List<Word> words) {
    if (words.isEmpty() || words.size() > MOST_PROMPT_WORDS) {
      return false;
    }
    boolean addressed = words.get(0).is(WordUse.PROMPT_OPENING);
    for (Word word : words) {
      boolean yours = word.is(WordUse.SECOND_PERSON);
      if (word.is(WordUse.MODAL)
          || word.is(WordUse.SECRET_STATING) && !word.is(WordUse.DESTINATION)
          || word.is(WordUse.POSSESSIVE) && !yours) {
        return false;
      }
      addressed |= yours;
    }
    return addressed;
  }

  /** "My phone number is", "the password:": the next turn of the same speaker says it. */
  private static boolean announces(Passage turn) {
    List<Word> words = turn.words();
    if (words.isEmpty()) {
      return false;
    }
    Word last = words.get(words.size() - 1);
    return last.is(WordUse.SECRET_STATING) && !last.is(WordUse.DESTINATION)
        || SecretText.hasSign(turn, last.end(), turn.length());
  }

  private static boolean isAskedFor(List<Word> words, int i) {
    Label label = words.get(i).label();
    return label != null
        && label != Label.THING
        && (label != Label.ACCOUNT || isNumbered(words, i));
  }

  /** "Who am I speaking with?" */
  private static boolean isSpokenWith(List<Word> words, int who) {
    return words.subList(who, Math.min(words.size(), who + WHO_REACH)).stream()
        .anyMatch(word -> word.is(WordUse.SPEAKING));
  }

  /** "Where should we send it?", "wo wohnen Sie?" */
  private static boolean isVisited(List<Word> words, int where) {
    return words.subList(where, Math.min(words.size(), where + VISIT_REACH)).stream()
        .anyMatch(word -> word.is(WordUse.VISIT) || word.is(WordUse.RESIDENCE));
  }

  /** "Account number", "número de cuenta", "Kundennummer": many speak of an account, few ask. */
  private static boolean isNumbered(List<Word> words, int i) {
    boolean before =
        i > 0 && words.get(i - 1).is(WordUse.NUMBER_WORD)
            || i > 1 && words.get(i - 2).is(WordUse.NUMBER_WORD);
    boolean behind = i + 1 < words.size() && words.get(i + 1).is(WordUse.NUMBER_WORD);
    return before || behind || words.get(i).normal().contains("numm");
  }
}
