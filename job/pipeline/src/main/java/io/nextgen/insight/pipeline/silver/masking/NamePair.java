package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** A given name and a family name side by side, with an initial or a particle between. */
final class NamePair {
  /** "Van der". */
  private static final int MOST_PARTICLES = 3;

  private NamePair() {}

  /** A given name with a family name behind it, or "Lund, Jo". */
  static boolean startsAt(Passage passage, List<Word> words, int first) {
    if (first + 1 >= words.size()) {
      return false;
    }
    Word one = words.get(first);
    Word other = words.get(first + 1);
    if (isPairAroundInitial(passage, words, first) || isPairAroundParticle(passage, words, first)) {
      return true;
    }
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

  /** "Cirineo Barrios": two that are no words, and the one or the other is a name. */
  static boolean isBesideListed(Word one, Word other) {
    return NameWords.isNameOnly(one)
        && NameWords.isNameOnly(other)
        && (NameWords.isGivenName(one)
            || NameWords.isGivenName(other)
            || NameWords.isFamilyName(other));
  }

  /** "Atim S. Korol". */
  private static boolean isPairAroundInitial(Passage passage, List<Word> words, int first) {
    if (first + 2 >= words.size()) {
      return false;
    }
    Word given = words.get(first);
    Word initial = words.get(first + 1);
    Word family = words.get(first + 2);
    return initial.length() == 1
        && initial.capitalised()
        && passage.at(initial.end()) == '.'
        && passage.isJoined(given, initial, " ")
        && passage.isJoined(initial, family, ". ")
        && given.capitalised()
        && family.capitalised()
        && given.length() > 1
        && (NameWords.isNameOnly(given) || NameWords.isListedGivenName(given))
        && (NameWords.isNameOnly(family) || NameWords.mayBeName(family));
  }

  /** "Johannes van Beek", in lower case too. */
  private static boolean isPairAroundParticle(Passage passage, List<Word> words, int first) {
    if (!NameWords.isPersonsName(words.get(first))) {
      return false;
    }
    int i = first + 1;
    while (i + 1 < words.size()
        && i - first <= MOST_PARTICLES
        && words.get(i).length() > 1
        && NameWords.isParticle(words.get(i).normal())
        && passage.isJoined(words.get(i - 1), words.get(i), " ")) {
      i++;
    }
    if (i == first + 1 || !passage.isJoined(words.get(i - 1), words.get(i), " -'")) {
      return false;
    }
    Word particle = words.get(i - 1);
    Word family = words.get(i);
    boolean unlisted =
        (family.capitalised() || !words.get(first).capitalised())
            && !particle.is(WordUse.BEFORE_PLACE)
            && (family.capitalised() || !NameWords.isArticle(particle.normal()));
    return NameWords.isNameOnly(family) && (NameWords.isFamilyName(family) || unlisted);
  }
}
