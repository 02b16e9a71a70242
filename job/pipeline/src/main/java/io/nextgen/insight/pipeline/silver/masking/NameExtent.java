package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.masking.NameCues.Strength;
import java.util.List;

/** How far a name goes on: "Lund, Jo", "J. van der Meer", but not the sentence behind it. */
final class NameExtent {
  private static final int MOST_WORDS = 5;

  private NameExtent() {}

  /** The last word of what is a name for sure, so that words of the language may belong to it. */
  static int sure(Passage passage, List<Word> words, int first) {
    return last(passage, words, first, true);
  }

  /** The last word of what is likely a name: nothing that is a word of the language. */
  static int likely(Passage passage, List<Word> words, int first) {
    return last(passage, words, first, false);
  }

  /**
   * How far the name goes on: words that may be names, in capitals if it began so; initials and
   * particles between; once a comma, as in "Lund, Jo".
   */
  private static int last(Passage passage, List<Word> words, int first, boolean certain) {
    int last = first;
    boolean comma = false;
    for (int i = first + 1; i < Math.min(words.size(), first + MOST_WORDS); i++) {
      Word before = words.get(i - 1);
      Word word = words.get(i);
      boolean joined =
          passage.isJoined(before, word, " -.") && endsNoSentence(passage, before, word);
      boolean afterComma = !comma && passage.isJoined(before, word, " ,");
      if (!joined && !afterComma) {
        break;
      }
      if (afterComma && !joined) {
        boolean given =
            NameWords.isGivenName(word) || word.capitalised() && NameWords.isNameOnly(word);
        boolean opening =
            certain
                || passage.beginsSentence(words.get(first).start())
                || passage.context().nameCues().isIntroduction(words, first - 1);
        if (!given
            || !(opening || NameWords.isGivenName(word))
            || !sameCase(words.get(first), word)) {
          break;
        }
        comma = true;
      }
      if (continues(words, first, word, certain)
          || certain && isFamilyOf(passage, words, i)
          || isHyphenated(passage, words, i)
          || i == first + 1 && isAnnouncedFamily(passage, words, i)) {
        last = i;
      } else if (!NameWords.isParticle(word.normal()) && word.length() > 1) {
        break;
      }
    }
    return last;
  }

  /** "Shields-Morissette": the one half is a word too, the other a family name. */
  private static boolean isHyphenated(Passage passage, List<Word> words, int i) {
    Word half = words.get(i);
    boolean before = passage.isJoined(words.get(i - 1), half, "-");
    Word other =
        before
            ? words.get(i - 1)
            : i + 1 < words.size() && passage.isJoined(half, words.get(i + 1), "-")
                ? words.get(i + 1)
                : null;
    return other != null
        && half.isAlphabetic()
        && other.isAlphabetic()
        && half.length() > 2
        && half.label() == null
        && !half.is(WordList.FUNCTION_WORDS)
        && (NameWords.isFamilyName(half) || NameWords.isFamilyName(other));
  }

  /** "Groß" is a word too; in capitals right behind a given name it is a name. */
  private static boolean isFamilyOf(Passage passage, List<Word> words, int i) {
    return words.get(i).is(WordList.FAMILY_NAMES) && isCapitalBehindGivenName(passage, words, i);
  }

  /** "I'm Ethan Gates": no list has all family names that are words too. */
  private static boolean isAnnouncedFamily(Passage passage, List<Word> words, int i) {
    Word family = words.get(i);
    int beforeName = i - 2;
    return isCapitalBehindGivenName(passage, words, i)
        && beforeName >= 0
        && passage.isJoined(words.get(i - 1), family, " ")
        && NameWords.mayBeAnnounced(family)
        && (passage.context().nameCues().isIntroduction(words, beforeName)
            || NameCues.before(passage, words, i - 1) == Strength.STRONG);
  }

  private static boolean isCapitalBehindGivenName(Passage passage, List<Word> words, int i) {
    Word word = words.get(i);
    return word.capitalised()
        && words.get(i - 1).capitalised()
        && NameWords.isGivenName(words.get(i - 1))
        && !Character.isUpperCase(passage.at(word.end() - 1))
        && word.label() == null;
  }

  private static boolean sameCase(Word one, Word other) {
    return one.capitalised() == other.capitalised();
  }

  private static boolean continues(List<Word> words, int first, Word word, boolean certain) {
    boolean sameCase = word.capitalised() || !words.get(first).capitalised();
    if (NameWords.isParticle(word.normal())) {
      return false;
    }
    boolean name = certain ? NameWords.mayBeName(word) : NameWords.isNameOnly(word);
    return name && (sameCase || NameWords.isFamilyName(word));
  }

  /** A point between words of a name belongs to an initial. */
  private static boolean endsNoSentence(Passage passage, Word before, Word word) {
    return before.length() == 1
        || passage.text().substring(before.end(), word.start()).indexOf('.') < 0;
  }
}
