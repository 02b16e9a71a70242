package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import io.nextgen.insight.pipeline.silver.masking.NameCues.Strength;
import java.util.List;
import java.util.function.Consumer;

/**
 * Names of anybody: after words that announce one ("my name is", "regards,", "Mrs."), as the answer
 * to a question for it, and where a given name and a family name stand side by side.
 */
final class NameDetector implements Detector {
  private static final int MOST_WORDS = 5;

  private static final int MOST_SIGNATURE_WORDS = 3;
  private static final int LONGEST_SIGNATURE_GAP = 5;

  /** Shorter numbers are counts. */
  private static final int MIN_NUMBER = 4;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int i = 0;
    while (i < words.size()) {
      int last = lastOfName(passage, words, i);
      if (last < i) {
        i++;
        continue;
      }
      int start = words.get(i).start();
      int end = words.get(last).end();
      String identity = NormalSpelling.name(passage.text().substring(start, end));
      found.accept(
          new Finding(start, end, PiiKind.NAME, identityOf(passage, words, i, last, identity)));
      i = last + 1;
    }
  }

  private static String identityOf(
      Passage passage, List<Word> words, int first, int last, String identity) {
    boolean customers =
        words.subList(first, last + 1).stream()
            .anyMatch(word -> passage.known().isName(word.normal()));
    return customers ? KnownNameDetector.CUSTOMER : identity;
  }

  /** The last word of the name that begins with the word at {@code first}; -1 where none does. */
  private static int lastOfName(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    if (NameWords.isTitle(word.normal()) && !isUnit(words, first)) {
      return afterTitle(passage, words, first);
    }
    if (passage.asked(Label.NAME) && isAnswer(words, first)) {
      return extend(passage, words, first, true);
    }
    Strength cue = cueBefore(passage, words, first);
    if (cue == Strength.STRONG && mayFollowStrongCue(words, first)) {
      return extend(passage, words, first, true);
    }
    if (isPair(passage, words, first)
        || isIntroduction(passage, words, first)
        || isInitialAndFamilyName(passage, words, first)
        || isCalled(passage, words, first)
        || cue != null && isSignature(passage, words, first)
        || cue != null && isApposition(passage, words, first)
        || isMentioned(passage, words, first)) {
      return extend(passage, words, first, true);
    }
    if (cue == Strength.WEAK && isSpokenTo(passage, words, first)) {
      return first;
    }
    return cue == Strength.WEAK && isLikelyName(passage, words, first)
        ? extend(passage, words, first, false)
        : -1;
  }

  /** The first word after "yes, it's" or the like; in lower case one that people are called by. */
  private static boolean isAnswer(List<Word> words, int first) {
    Word word = words.get(first);
    return NameCues.isLeadIn(words, first)
        && NameWords.mayBeName(word)
        && (first == 0
            || word.capitalised()
            || NameWords.isGivenName(word)
            || NameWords.isFamilyName(word));
  }

  /** "41 ms". */
  private static boolean isUnit(List<Word> words, int title) {
    return title > 0 && words.get(title - 1).isNumber() && !words.get(title).capitalised();
  }

  private static int afterTitle(Passage passage, List<Word> words, int title) {
    int first = title + 1;
    if (first >= words.size() || !passage.isJoined(words.get(title), words.get(first), " .")) {
      return -1;
    }
    Word word = words.get(first);
    boolean listed = NameWords.isGivenName(word) || NameWords.isFamilyName(word);
    return listed || word.capitalised() && NameWords.mayBeName(word)
        ? extend(passage, words, first, true)
        : -1;
  }

  private static Strength cueBefore(Passage passage, List<Word> words, int first) {
    if (first == 0) {
      return null;
    }
    Strength cue = passage.context().nameCues().endingAt(words, first - 1);
    if (cue == null || !passage.isJoined(words.get(first - 1), words.get(first), " :,-.\n\"'(=")) {
      return null;
    }
    return cue;
  }

  private static boolean mayFollowStrongCue(List<Word> words, int first) {
    Word word = words.get(first);
    boolean particle =
        NameWords.isParticle(word.normal()) && word.length() > 1 && first + 1 < words.size();
    return NameWords.mayBeName(word)
        || word.capitalised() && NameWords.isListedGivenName(word)
        || particle && NameWords.isNameOnly(words.get(first + 1));
  }

  /** After a weak cue: a given name, or two capitals that are no words. */
  private static boolean isLikelyName(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    if (NameWords.isGivenName(word) || NameWords.isRunTogether(word)) {
      return true;
    }
    if (!word.capitalised() || !NameWords.isNameOnly(word)) {
      return false;
    }
    return passage.context().nameCues().isIntroduction(words, first - 1)
            && !isGermanIm(words, first - 1)
        || first + 1 < words.size()
            && words.get(first + 1).capitalised()
            && NameWords.isNameOnly(words.get(first + 1));
  }

  /** "im Voraus": German for "in the", and English that lost its apostrophe. */
  private static boolean isGermanIm(List<Word> words, int i) {
    return words.get(i).normal().equals("im") && words.get(i).length() == 2;
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

  private static boolean isBesideNumber(List<Word> words, int i) {
    return i > 0 && words.get(i - 1).isNumber()
        || i + 1 < words.size() && words.get(i + 1).isNumber();
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

  /** A name by itself on the last line, below "Thanks,". */
  private static boolean isSignature(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    String gap =
        first == 0 ? "" : passage.text().substring(words.get(first - 1).end(), word.start());
    return gap.indexOf('\n') >= 0
        && gap.length() <= LONGEST_SIGNATURE_GAP
        && words.size() - first <= MOST_SIGNATURE_WORDS
        && word.capitalised()
        && word.is(WordList.GIVEN_NAMES)
        && word.label() == null;
  }

  /** "The tech who came, xu lanvin, never ...": words of no list between commas. */
  private static boolean isApposition(Passage passage, List<Word> words, int first) {
    if (!isBehindComma(passage, words.get(first)) || !NameWords.isNameOnly(words.get(first))) {
      return false;
    }
    int last = extend(passage, words, first, false);
    return last > first && passage.at(words.get(last).end()) == ',';
  }

  private static boolean isBehindComma(Passage passage, Word word) {
    return passage.at(word.start() - 1) == ' ' && passage.at(word.start() - 2) == ',';
  }

  /** "Hello Minjun!": a capital that is no word, in a greeting that ends behind it. */
  private static boolean isSpokenTo(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    return word.capitalised()
        && NameWords.isNameOnly(word)
        && words.get(first - 1).is(WordUse.GREETING)
        && ",!.?\n".indexOf(passage.at(word.end())) >= 0
        && passage.isJoined(words.get(first - 1), word, " ,");
  }

  /** "S. Zimmermann". */
  private static boolean isInitialAndFamilyName(Passage passage, List<Word> words, int first) {
    Word initial = words.get(first);
    if (initial.length() != 1 || !initial.capitalised() || first + 1 >= words.size()) {
      return false;
    }
    Word family = words.get(first + 1);
    return passage.at(initial.end()) == '.'
        && passage.isJoined(initial, family, ". ")
        && family.capitalised()
        && NameWords.isFamilyName(family);
  }

  /** A given name with a family name behind it, or "Lund, Jo". */
  private static boolean isPair(Passage passage, List<Word> words, int first) {
    if (first + 1 >= words.size()) {
      return false;
    }
    Word one = words.get(first);
    Word other = words.get(first + 1);
    boolean capitals = one.capitalised() && other.capitalised();
    boolean side = other.start() - one.end() == 1 && passage.isJoined(one, other, " -");
    boolean middle = !passage.beginsSentence(one.start());
    if (side && capitals && isPairOfCapitals(one, other, middle)) {
      return true;
    }
    if (NameWords.isGivenName(one) && side) {
      boolean shouted = Character.isUpperCase(passage.at(one.end() - 1));
      return NameWords.isFamilyName(other) || capitals && !shouted && NameWords.mayBeName(other);
    }
    return capitals
        && NameWords.isFamilyName(one)
        && NameWords.isGivenName(other)
        && passage.isJoined(one, other, " ,");
  }

  /**
   * "Grace Thornton", "Seoyeon Choi", in a sentence also "Will Price": words, and a name in pair.
   */
  private static boolean isPairOfCapitals(Word one, Word other, boolean middle) {
    boolean given = NameWords.isListedGivenName(one) && NameWords.mayBeName(one);
    boolean unknown = middle && NameWords.isNameOnly(one);
    return (given || unknown) && NameWords.isFamilyName(other)
        || middle && NameWords.isListedPair(one, other);
  }

  /**
   * A name as the first thing of a line, with nothing behind it or the next detail of a person:
   * "john 123456", "Lund, Jo ssn ...", "jo lund and my email ...".
   */
  private static boolean isIntroduction(Passage passage, List<Word> words, int first) {
    Word word = words.get(first);
    boolean opening = passage.beginsSentence(word.start());
    if (!opening || !NameWords.mayBeName(word)) {
      return false;
    }
    int last = extend(passage, words, first, true);
    if (last > first && NameWords.isListedPair(word, words.get(last))) {
      return isFollowedByDetail(passage, words, last, false);
    }
    boolean capitals = last > first && word.capitalised() && words.get(last).capitalised();
    boolean listed = NameWords.isFamilyName(word) || NameWords.isGivenName(word);
    boolean everyday = NameWords.isEverydayWord(word);
    if (!listed && !capitals && !NameWords.isRunTogether(word)) {
      return first == 0
          && last == first
          && passage.asked(Label.NAME)
          && isFollowedByNumber(words, last);
    }
    boolean noticed = first == 0 || word.capitalised() || NameWords.isGivenName(word);
    return noticed
        && (!everyday || word.capitalised())
        && isFollowedByDetail(passage, words, last, everyday);
  }

  private static boolean isFollowedByNumber(List<Word> words, int last) {
    return last + 1 < words.size()
        && words.get(last).length() >= MIN_NUMBER
        && NameWords.isNameOnly(words.get(last))
        && !Character.isIdeographic(words.get(last).normal().codePointAt(0))
        && words.get(last + 1).isNumber()
        && words.get(last + 1).length() >= MIN_NUMBER;
  }

  /** Whether the line ends, or a number or the word for another detail of a person comes next. */
  private static boolean isFollowedByDetail(
      Passage passage, List<Word> words, int last, boolean onlyDetails) {
    int next = last + 1;
    int end = words.get(last).end();
    boolean breaks = ",;".indexOf(passage.at(end)) >= 0 || passage.text().startsWith(" - ", end);
    boolean lineEnds =
        next >= words.size()
            || passage.text().substring(end, words.get(next).start()).contains("\n")
            || breaks
                && words.subList(Math.max(0, next - MOST_WORDS), next).stream()
                    .anyMatch(NameWords::isListedGivenName);
    if (lineEnds) {
      return !onlyDetails;
    }
    if (words.get(next).normal().equals("and")) {
      next = Math.min(next + 1, words.size() - 1);
    }
    if (words.get(next).is(WordUse.POSSESSIVE)) {
      next = Math.min(next + 1, words.size() - 1);
    }
    Word detail = words.get(next);
    if (passage.at(end) == '-' && detail.start() == end + 1) {
      return false;
    }
    Label label = detail.label();
    return detail.isNumber() && detail.length() >= MIN_NUMBER
        || label != null && !Label.isImpersonal(label)
        || next > last + 1 && detail.is(WordUse.NUMBER_WORD);
  }

  /**
   * How far the name goes on: words that may be names, in capitals if it began so; initials and
   * particles between; once a comma, as in "Lund, Jo".
   */
  private static int extend(Passage passage, List<Word> words, int first, boolean certain) {
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
        boolean opening = certain || passage.beginsSentence(words.get(first).start());
        if (!given
            || !(opening || NameWords.isGivenName(word))
            || !sameCase(words.get(first), word)) {
          break;
        }
        comma = true;
      }
      if (continues(words, first, word, certain)
          || certain && isFamilyOf(passage, words, i)
          || i == first + 1 && isAnnouncedFamily(passage, words, i)) {
        last = i;
      } else if (!NameWords.isParticle(word.normal()) && word.length() > 1) {
        break;
      }
    }
    return last;
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
            || cueBefore(passage, words, i - 1) == Strength.STRONG);
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
