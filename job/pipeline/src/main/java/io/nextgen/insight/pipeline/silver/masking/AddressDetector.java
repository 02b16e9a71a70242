package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Street addresses of several countries. Each has a house number: with a street's name behind it
 * ("12 Market Street", "57 place Stanislas") or before it ("Hauptstraße 5", "Calle Mayor 12"). A
 * name that is no street by itself counts with a postcode or a town behind ("Westerdorp 34, 6637
 * Tintange"), or where the words before speak of a place to live. What follows of the address, to
 * postcode, town and state, belongs to it.
 */
final class AddressDetector implements Detector {
  static final Pattern HOUSE_NUMBER = Pattern.compile("\\d{1,5}[a-z]?");
  static final Pattern POSTCODE =
      Pattern.compile("\\d{3,6}|[a-z]{1,2}\\d[a-z\\d]?|\\d[a-z]{2}|\\d[a-z]\\d");
  private static final int MOST_NAME_WORDS = 5;
  private static final int MOST_TAIL_WORDS = 9;
  private static final int CUE_REACH = 4;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int after = 0;
    for (int i = 0; i < words.size(); i++) {
      if (!Ascii.isDigit(passage.at(words.get(i).start()))
          || !HOUSE_NUMBER.matcher(words.get(i).normal()).matches()) {
        continue;
      }
      int first = i;
      int last = streetBehind(passage, words, i);
      if (last < 0) {
        first = streetBefore(passage, words, i, after);
        last = first < 0 ? -1 : i;
      }
      if (last < 0 && isBox(passage, words, i)) {
        first = boxStart(passage, words, i);
        last = i;
      }
      if (last >= 0) {
        first = AddressHead.withUnits(passage, words, first, after);
        last = AddressTail.end(passage, words, last);
        report(passage, words, first, last, found);
        after = last + 1;
        i = last;
      }
    }
  }

  /** "P.O. Box 12", "PO box 12", "Postfach 12" with the word before it. */
  private static boolean isBox(Passage passage, List<Word> words, int number) {
    if (number < 2 || !words.get(number - 1).normal().equals("box")) {
      return false;
    }
    Word before = words.get(number - 2);
    return (before.normal().equals("o") || before.normal().equals("po"))
        && passage.isJoined(before, words.get(number - 1), " .");
  }

  /** "P.O." is two words. */
  private static int boxStart(Passage passage, List<Word> words, int number) {
    int first = number - 2;
    boolean parted =
        first > 0
            && words.get(first).normal().equals("o")
            && words.get(first - 1).normal().equals("p")
            && passage.isJoined(words.get(first - 1), words.get(first), " .");
    return parted ? first - 1 : first;
  }

  private static void report(
      Passage passage, List<Word> words, int first, int last, Consumer<Finding> found) {
    int start = words.get(first).start();
    int end = words.get(last).end();
    found.accept(Finding.asWritten(passage, start, end, PiiKind.ADDRESS));
  }

  /** The last word of the street whose name follows the number; -1 where none does. */
  private static int streetBehind(Passage passage, List<Word> words, int number) {
    int first = number + 1;
    if (first < words.size() && StreetWords.isRepeat(words.get(first))) {
      first++;
    }
    if (first < words.size()
        && StreetWords.isFrench(words.get(first))
        && passage.isJoined(words.get(first - 1), words.get(first), " ,")) {
      return Math.max(nameBehind(passage, words, first), -1);
    }
    boolean cue = hasCue(passage, words, number);
    for (int i = first; i < Math.min(words.size(), first + MOST_NAME_WORDS); i++) {
      Word word = words.get(i);
      if (!passage.isJoined(words.get(i - 1), word, " .-'") || isOutside(word)) {
        break;
      }
      boolean named = i > first && !isAllSuffixes(words, first, i);
      boolean suffix = StreetWords.isSuffix(word, cue) || StreetWords.isPlainSuffix(word);
      if (named && suffix) {
        return i;
      }
      if (named && isUnitBehindName(passage, words, i)) {
        return i - 1;
      }
      if (StreetWords.isNumbered(word)
          && (i > first || word.capitalised())
          && i + 1 < words.size()
          && words.get(i + 1).isNumber()
          && passage.isJoined(word, words.get(i + 1), " -")) {
        return i + 1;
      }
    }
    return statedBehind(passage, words, number, cue);
  }

  /** "9059 Kling Path Suite 902": no unit but a house's has a number on both sides. */
  private static boolean isUnitBehindName(Passage passage, List<Word> words, int i) {
    return StreetWords.isUnitOfHouse(words.get(i))
        && words.get(i - 1).capitalised()
        && i + 1 < words.size()
        && Ascii.isDigit(passage.at(words.get(i + 1).start()))
        && passage.isJoined(words.get(i), words.get(i + 1), " .#");
  }

  private static boolean isAllSuffixes(List<Word> words, int first, int last) {
    return words.subList(first, last).stream().allMatch(word -> StreetWords.isSuffix(word, true));
  }

  /** A word that stands in no street's name. */
  private static boolean isOutside(Word word) {
    boolean little = word.normal().length() == 1 || NameWords.isParticle(word.normal());
    boolean function = !little && !word.capitalised() && word.is(WordList.FUNCTION_WORDS);
    boolean compass = "neswnwsenesw".contains(word.normal());
    Label label = word.label();
    return function && !compass && !StreetWords.isPlainSuffix(word) || label != null;
  }

  /** "200 e main phoenix az 85123": a number with a state and a postcode soon behind. */
  private static int statedBehind(Passage passage, List<Word> words, int number, boolean cue) {
    for (int i = number + 2; i + 1 < Math.min(words.size(), number + MOST_TAIL_WORDS); i++) {
      if (!passage.isJoined(words.get(i - 1), words.get(i), " ,.")) {
        return -1;
      }
      if (AddressTail.isStateAndZip(passage, words, i, cue)
          || AddressTail.isBritishPostcode(passage, words, i)
          || cue && AddressTail.isTownAndPin(words, i)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int nameBehind(Passage passage, List<Word> words, int first) {
    int last = -1;
    for (int i = first + 1; i < Math.min(words.size(), first + 1 + MOST_NAME_WORDS); i++) {
      Word word = words.get(i);
      if (!passage.isJoined(words.get(i - 1), word, " -.'")) {
        break;
      }
      if (word.capitalised() || NameWords.isNameOnly(word)) {
        last = i;
      } else if (!NameWords.isParticle(word.normal())) {
        break;
      }
    }
    return last;
  }

  /** The first word of the street whose name ends before the number; -1 where none does. */
  private static int streetBefore(Passage passage, List<Word> words, int number, int from) {
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
    if (romance >= 0) {
      return romance;
    }
    Word name = words.get(last);
    boolean cue = hasCue(passage, words, last);
    boolean street = StreetWords.isStreetName(name);
    boolean place = NameWords.isNameOnly(name) && (name.capitalised() || cue);
    if (!street && !(place && isFollowedByTown(passage, words, number, cue))) {
      return -1;
    }
    return firstOfName(passage, words, last, from);
  }

  private static int romanceBefore(Passage passage, List<Word> words, int last, int from) {
    for (int i = last - 1; i >= Math.max(from, last - MOST_NAME_WORDS); i--) {
      if (!passage.isJoined(words.get(i), words.get(i + 1), " .-'/")) {
        return -1;
      }
      Word word = words.get(i);
      if (StreetWords.isRomance(word)
          && (word.capitalised() || StreetWords.isOnlyStreet(word) || hasCue(passage, words, i))) {
        return i;
      }
    }
    return -1;
  }

  /** Back over the capitals before the last word of the name. */
  private static int firstOfName(Passage passage, List<Word> words, int last, int from) {
    int first = last;
    boolean bare = StreetWords.isBareStreet(words.get(last));
    while (first > from && last - first < MOST_NAME_WORDS) {
      Word before = words.get(first - 1);
      boolean joined = passage.isJoined(before, words.get(first), " -.'");
      boolean part =
          before.capitalised()
              && before.isAlphabetic()
              && (bare || before.length() == 1 || !NameWords.isEverydayWord(before))
              && before.label() == null;
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
    if (POSTCODE.matcher(town.normal()).matches() && next + 1 < words.size()) {
      Word after = words.get(next + 1);
      return passage.isJoined(town, after, " ")
          && (after.capitalised() || cue && NameWords.isNameOnly(after));
    }
    return comma && (town.capitalised() || cue) && NameWords.isNameOnly(town);
  }

  /** Whether the words before, or the question, say that a place is meant. */
  private static boolean hasCue(Passage passage, List<Word> words, int index) {
    if (passage.asked(Label.ADDRESS)) {
      return true;
    }
    for (int i = index - 1; i >= Math.max(0, index - CUE_REACH); i--) {
      if (StreetWords.isCue(words.get(i))) {
        return true;
      }
    }
    return passage.labelBefore(words.get(index).start()) == Label.ADDRESS;
  }
}
