package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/** The street of an address whose number stands first: "12 Market Street", "57 place Stanislas". */
final class StreetBehindNumber {
  private static final int MOST_TAIL_WORDS = 9;

  private StreetBehindNumber() {}

  /** The last word of the street whose name follows the number; -1 where none does. */
  static int end(Passage passage, List<Word> words, int number) {
    int first = number + 1;
    if (first < words.size() && StreetWords.isRepeat(words.get(first))) {
      first++;
    }
    if (first < words.size()
        && isTypeBeforeName(words.get(first))
        && passage.isJoined(
            words.get(first - 1),
            words.get(first),
            StreetWords.isFrench(words.get(first)) ? " ," : " ")) {
      return nameBehind(passage, words, first);
    }
    boolean cue = AddressDetector.hasCue(passage, words, number);
    for (int i = first; i < Math.min(words.size(), first + AddressDetector.MOST_NAME_WORDS); i++) {
      Word word = words.get(i);
      if (!passage.isJoined(words.get(i - 1), word, " .-'") || isOutside(word)) {
        break;
      }
      boolean named = i > first && !isAllSuffixes(words, first, i);
      boolean suffix = StreetWords.isSuffix(word, cue) || StreetWords.isPlainSuffix(word);
      boolean weak = StreetWords.isWeakSuffix(word) && !cue && !isBeforeTown(passage, words, i);
      if (named && suffix && !weak) {
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

  /** "57 place Stanislas"; what other countries write behind the number too, in capitals. */
  private static boolean isTypeBeforeName(Word word) {
    return StreetWords.isFrench(word)
        || word.capitalised() && word.length() > 2 && StreetWords.isRomance(word);
  }

  /** A comma and a capital behind the word, or the end of the line. */
  private static boolean isBeforeTown(Passage passage, List<Word> words, int i) {
    if (i + 1 >= words.size()) {
      return true;
    }
    Word next = words.get(i + 1);
    String gap = passage.text().substring(words.get(i).end(), next.start());
    return gap.indexOf('\n') >= 0 || gap.equals(", ") && next.capitalised();
  }

  /** "9059 Kling Path Suite 902": no unit but a house's has a number on both sides. */
  private static boolean isUnitBehindName(Passage passage, List<Word> words, int i) {
    return StreetWords.isUnitOfHouse(words.get(i))
        && (words.get(i - 1).capitalised() || words.get(i).normal().startsWith("ap"))
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
    boolean street = cue;
    for (int i = number + 2; i + 1 < Math.min(words.size(), number + MOST_TAIL_WORDS); i++) {
      if (!passage.isJoined(words.get(i - 1), words.get(i), " ,.\n")) {
        return -1;
      }
      street |= StreetWords.isSuffix(words.get(i - 1), true);
      if (AddressTail.isStateAndZip(passage, words, i, street)
          || AddressTail.isBritishPostcode(passage, words, i, street)
          || cue && AddressTail.isTownAndPin(words, i)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int nameBehind(Passage passage, List<Word> words, int first) {
    int last = -1;
    for (int i = first + 1;
        i < Math.min(words.size(), first + 1 + AddressDetector.MOST_NAME_WORDS);
        i++) {
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
}
