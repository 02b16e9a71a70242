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
  private static final int MOST_SIGNATURE_WORDS = 3;

  /** "Van der". */
  private static final int MOST_PARTICLES = 3;

  private static final int LONGEST_SIGNATURE_GAP = 5;

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
      return NameExtent.sure(passage, words, first);
    }
    Strength cue = NameCues.before(passage, words, first);
    if (cue == Strength.STRONG && mayFollowStrongCue(words, first)) {
      return NameExtent.sure(passage, words, first);
    }
    if (isWholeMessage(passage, words, first)) {
      return first + 1;
    }
    if (NamePair.startsAt(passage, words, first)
        || NameOpening.startsAt(passage, words, first)
        || isInitialAndFamilyName(passage, words, first)
        || NameMention.startsAt(passage, words, first)
        || cue != null && isSignature(passage, words, first)
        || cue != null && NameMention.isApposition(passage, words, first)) {
      return NameExtent.sure(passage, words, first);
    }
    if (cue == Strength.WEAK && isSpokenTo(passage, words, first)) {
      return first;
    }
    return cue == Strength.WEAK && isLikelyName(passage, words, first)
        ? NameExtent.likely(passage, words, first)
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
            || NameWords.isFamilyName(word)
            || isRestName(words, first));
  }

  /** "Its tovell marsk": of no list, but nothing else follows what states a name. */
  private static boolean isRestName(List<Word> words, int first) {
    boolean stated =
        switch (words.get(first - 1).normal()) {
          case "its", "is", "im", "am", "name" -> true;
          default -> words.size() - first > 1;
        };
    int end = words.size();
    if (end - first > 1 && words.get(end - 1).is(WordUse.REQUEST)) {
      end--;
    }
    return stated
        && end - first <= MOST_SIGNATURE_WORDS
        && words.subList(first, end).stream().allMatch(NameWords::isNameOnly);
  }

  /** "41 ms". */
  private static boolean isUnit(List<Word> words, int title) {
    return title > 0 && words.get(title - 1).isNumber() && !words.get(title).capitalised();
  }

  private static int afterTitle(Passage passage, List<Word> words, int title) {
    int first = title + 1;
    while (first + 1 < words.size()
        && first - title <= MOST_PARTICLES
        && words.get(first).length() > 1
        && NameWords.isParticle(words.get(first).normal())
        && passage.isJoined(words.get(first), words.get(first + 1), " ")) {
      first++;
    }
    if (first > title + 1) {
      Word family = words.get(first);
      boolean name = family.capitalised() || NameWords.isNameOnly(family);
      return name && family.isAlphabetic() ? NameExtent.sure(passage, words, first) : -1;
    }
    if (first >= words.size() || !passage.isJoined(words.get(title), words.get(first), " .")) {
      return -1;
    }
    Word word = words.get(first);
    boolean listed = NameWords.isGivenName(word) || NameWords.isFamilyName(word);
    return listed || word.capitalised() && NameWords.mayBeName(word)
        ? NameExtent.sure(passage, words, first)
        : -1;
  }

  private static boolean mayFollowStrongCue(List<Word> words, int first) {
    Word word = words.get(first);
    boolean particle =
        NameWords.isParticle(word.normal()) && word.length() > 1 && first + 1 < words.size();
    return NameWords.mayBeName(word)
        || word.capitalised() && NameWords.isListedGivenName(word)
        || particle && mayFollowParticle(words.get(first + 1));
  }

  /** "Nom de famille": what a particle makes a name has a capital or is in a list. */
  private static boolean mayFollowParticle(Word word) {
    return NameWords.isNameOnly(word) && (word.capitalised() || NameWords.isFamilyName(word));
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

  /** "Beatrice Bush" in lower case, and no more: a given name before a word of any kind. */
  private static boolean isWholeMessage(Passage passage, List<Word> words, int first) {
    if (first > 0 || words.size() < 2 || !passage.isJoined(words.get(0), words.get(1), " -")) {
      return false;
    }
    int end = words.get(1).end();
    boolean ends =
        ".\n;".indexOf(passage.at(end)) >= 0 && Character.isWhitespace(passage.at(end + 1));
    if (!ends && words.size() > 2) {
      return false;
    }
    Word given = words.get(0);
    Word family = words.get(1);
    boolean familyMayBe =
        family.isAlphabetic()
            && family.length() > 2
            && !family.is(WordList.FUNCTION_WORDS)
            && NameWords.mayBeAnnounced(family)
            && family.label() == null;
    boolean unlisted =
        NameWords.isNameOnly(given)
            && NameWords.isNameOnly(family)
            && (NameWords.isListedGivenName(family) || NameWords.isFamilyName(family));
    return NameWords.isPersonsName(given) && familyMayBe || unlisted;
  }
}
