package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** The street of an address whose number stands behind: "Hauptstraße 5", "Calle Mayor 12". */
final class StreetBeforeNumber {
  private StreetBeforeNumber() {}

  /** Spanish "s/n" in the place of a number. */
  static boolean isWithoutNumber(Passage passage, List<Word> words, int s) {
    return s > 0
        && s + 1 < words.size()
        && words.get(s).normal().equals("s")
        && words.get(s + 1).normal().equals("n")
        && passage.isJoined(words.get(s), words.get(s + 1), "/");
  }

  /** The first word of the street whose name ends before the number; -1 where none does. */
  static int start(Passage passage, List<Word> words, int number, int from) {
    int last = number - 1;
    if (last > from
        && words.get(last).is(WordUse.NUMBER_WORD)
        && passage.isJoined(words.get(last), words.get(number), " .°º")) {
      last--;
    }
    if (last < from || !passage.isJoined(words.get(last), words.get(last + 1), " ,.")) {
      return -1;
    }
    int romance = romanceBefore(passage, words, last, from);
    if (romance >= 0 || !words.get(number).isNumber() && isWithoutNumber(passage, words, number)) {
      return romance;
    }
    Word name = words.get(last);
    if (isEasternStreet(passage, words, last, from)) {
      return firstOfName(passage, words, last - 1, from);
    }
    boolean cue = AddressDetector.hasCue(passage, words, last);
    boolean street = StreetWords.isStreetName(name);
    boolean place = NameWords.isNameOnly(name) && (name.capitalised() || cue);
    if (!street && !(place && isFollowedByTown(passage, words, number, cue))) {
      return -1;
    }
    return firstOfName(passage, words, last, from);
  }

  private static int romanceBefore(Passage passage, List<Word> words, int last, int from) {
    for (int i = last - 1; i >= Math.max(from, last - AddressDetector.MOST_NAME_WORDS); i--) {
      if (!passage.isJoined(words.get(i), words.get(i + 1), " .-'/")) {
        return -1;
      }
      Word word = words.get(i);
      if (StreetWords.isRomance(word)
          && (word.capitalised() && !isShouted(passage, word)
              || !word.capitalised() && isLowerType(word, words.get(i + 1))
              || AddressDetector.hasCue(passage, words, i))) {
        return i;
      }
    }
    return -1;
  }

  /** "PL" is "please" to some. */
  private static boolean isShouted(Passage passage, Word word) {
    return word.length() == 2
        && Character.isUpperCase(passage.at(word.end() - 1))
        && passage.at(word.end()) != '.';
  }

  /** "ul. Polna", "calle Mayor": in lower case before a name. */
  private static boolean isLowerType(Word type, Word name) {
    boolean everyday = type.length() <= 3 || type.is(WordList.COMMON_WORDS);
    return StreetWords.isPolish(type)
        ? name.capitalised() || type.normal().startsWith("ul")
        : !everyday && name.capitalised() && NameWords.isNameOnly(name);
  }

  /** "Petőfi tér", "Veres u.": the type behind the name, in lower case. */
  private static boolean isEasternStreet(Passage passage, List<Word> words, int last, int from) {
    Word type = words.get(last);
    return last > from
        && StreetWords.isEastern(type)
        && (type.length() > 3
            || !ShadowText.isAscii(written(passage, type))
            || passage.at(type.end()) == '.')
        && words.get(last - 1).capitalised()
        && NameWords.isNameOnly(words.get(last - 1))
        && passage.isJoined(words.get(last - 1), type, " -");
  }

  private static String written(Passage passage, Word word) {
    return passage.text().substring(word.start(), word.end());
  }

  /** Back over the capitals before the last word of the name. */
  private static int firstOfName(Passage passage, List<Word> words, int last, int from) {
    int first = last;
    boolean bare = StreetWords.isBareStreet(words.get(last));
    while (first > from && last - first < AddressDetector.MOST_NAME_WORDS) {
      Word before = words.get(first - 1);
      boolean joined = passage.isJoined(before, words.get(first), " -.'");
      boolean part =
          before.capitalised()
              && before.isAlphabetic()
              && (bare || before.length() == 1 || !NameWords.isEverydayWord(before))
              && (before.label() == null || before.length() == 1);
      if (!joined || !part) {
        break;
      }
      first--;
    }
    return withPreposition(passage, words, first, from);
  }

  /** "An der Alster": the name begins with the preposition. */
  private static int withPreposition(Passage passage, List<Word> words, int first, int from) {
    int i = first - 1;
    if (i > from && StreetWords.isGermanArticle(words.get(i))) {
      i--;
    }
    boolean preposition =
        i >= from
            && StreetWords.isGermanPreposition(words.get(i))
            && words.get(i).capitalised()
            && passage.isJoined(words.get(first - 1), words.get(first), " ");
    return preposition ? i : first;
  }

  /** A postcode and a town, or a comma and a town. */
  private static boolean isFollowedByTown(
      Passage passage, List<Word> words, int number, boolean cue) {
    int house = AddressTail.houseNumberEnd(passage, words, number);
    int next = house + 1;
    if (next < words.size() && words.get(next).normal().equals("in")) {
      next++;
    }
    if (next >= words.size() || !passage.isJoined(words.get(next - 1), words.get(next), " ,")) {
      return false;
    }
    boolean comma = passage.at(words.get(house).end()) == ',';
    Word town = words.get(next);
    if (comma && isCountryAndTown(passage, words, next)) {
      return true;
    }
    boolean half = isHalfPostcode(passage, words, next);
    if (half || AddressDetector.POSTCODE.matcher(town.normal()).matches()) {
      int code = half ? next + 1 : next;
      if (code + 1 >= words.size()) {
        return false;
      }
      Word after = words.get(code + 1);
      return passage.isJoined(words.get(code), after, " ")
          && (after.capitalised() || cue && NameWords.isNameOnly(after));
    }
    return comma && (town.capitalised() || cue) && NameWords.isNameOnly(town);
  }

  /** "747 94 Dehylov", "73-060 Giżycko": a postcode in two parts. */
  private static boolean isHalfPostcode(Passage passage, List<Word> words, int i) {
    return i + 1 < words.size()
        && words.get(i).isNumber()
        && words.get(i + 1).isNumber()
        && words.get(i).length() + words.get(i + 1).length() >= 5
        && words.get(i + 1).length() <= 4
        && passage.isJoined(words.get(i), words.get(i + 1), " -");
  }

  /** "DK Nieuw Vennep": a country's or a province's letters before the town. */
  private static boolean isCountryAndTown(Passage passage, List<Word> words, int i) {
    return i + 1 < words.size()
        && words.get(i).length() == 2
        && Character.isUpperCase(passage.at(words.get(i).end() - 1))
        && passage.isJoined(words.get(i), words.get(i + 1), " ")
        && words.get(i + 1).capitalised()
        && NameWords.isNameOnly(words.get(i + 1));
  }
}
