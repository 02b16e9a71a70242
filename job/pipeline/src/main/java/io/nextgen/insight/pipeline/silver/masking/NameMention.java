package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** Names in a sentence that nothing announces: "I spoke to Grace.", "Nuka shouted at him". */
final class NameMention {
  private NameMention() {}

  /** Whether one begins with the word at {@code first}. */
  static boolean startsAt(Passage passage, List<Word> words, int first) {
    return isCalled(passage, words, first)
        || isMentioned(passage, words, first)
        || isDoer(passage, words, first);
  }

  /** "The tech who came, xu lanvin, never ...": words of no list between commas. */
  static boolean isApposition(Passage passage, List<Word> words, int first) {
    if (!isBehindComma(passage, words.get(first)) || !NameWords.isNameOnly(words.get(first))) {
      return false;
    }
    int last = NameExtent.likely(passage, words, first);
    return last > first && passage.at(words.get(last).end()) == ',';
  }

  /** "No problem, Grace.": called by name at the end of a clause. */
  private static boolean isCalled(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    boolean clauseEnds = ".!?,\n".indexOf(passage.at(word.end())) >= 0;
    return isBehindComma(passage, word)
        && clauseEnds
        && NameWords.mayBeName(word)
        && (word.capitalised() ? NameWords.isListedGivenName(word) : NameWords.isPersonsName(word));
  }

  /** A capital that is a given name and nothing else, in a sentence or before what persons do. */
  private static boolean isMentioned(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    if (!word.capitalised() || !NameWords.isPersonsName(word)) {
      return false;
    }
    boolean shouted = Character.isUpperCase(passage.at(word.end() - 1));
    boolean glued =
        passage.at(word.end()) != ' ' && Character.isLetterOrDigit(passage.at(word.end() + 1));
    if (shouted || glued || word.is(WordUse.MONTH) && isBesideNumber(words, first)) {
      return false;
    }
    boolean place = first > 0 && words.get(first - 1).is(WordUse.BEFORE_PLACE);
    boolean street = first + 1 < words.size() && StreetWords.isSuffix(words.get(first + 1), false);
    if (place || street) {
      return false;
    }
    return !passage.beginsSentence(word.start()) && first > 0
        || first + 1 < words.size() && words.get(first + 1).is(WordUse.NAME_DEED);
  }

  /** "Nuka shouted at him", "Minho Kwon lives ...": capitals that are no words before a deed. */
  private static boolean isDoer(Passage passage, List<Word> words, int first) {
    if (!isCapitalOnly(passage, words, first)) {
      return false;
    }
    int last = isCapitalOnly(passage, words, first + 1) ? first + 1 : first;
    return last + 1 < words.size()
        && words.get(last + 1).is(WordUse.PERSON_DEED)
        && passage.isJoined(words.get(first), words.get(first + 1), " ")
        && passage.isJoined(words.get(last), words.get(last + 1), " ");
  }

  private static boolean isCapitalOnly(Passage passage, List<Word> words, int i) {
    return i < words.size()
        && words.get(i).capitalised()
        && NameWords.isNameOnly(words.get(i))
        && !Character.isUpperCase(passage.at(words.get(i).end() - 1));
  }

  private static boolean isBesideNumber(List<Word> words, int i) {
    return i > 0 && words.get(i - 1).isNumber()
        || i + 1 < words.size() && words.get(i + 1).isNumber();
  }

  private static boolean isBehindComma(Passage passage, Word word) {
    return passage.at(word.start() - 1) == ' ' && passage.at(word.start() - 2) == ',';
  }
}
