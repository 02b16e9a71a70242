package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;
import java.util.regex.Pattern;

/** What stands behind the street of an address: unit, postcode, town and state. */
final class AddressTail {
  private static final int MOST_WORDS = 10;
  private static final int MOST_TOWN_WORDS = 3;
  private static final int ZIP_DIGITS = 5;
  private static final int PIN_DIGITS = 6;
  private static final int DUTCH_DIGITS = 4;
  private static final int LONGEST_ABBREVIATION = 4;
  private static final Pattern BRITISH_AREA = Pattern.compile("[a-z]{1,2}\\d[a-z\\d]?");
  private static final Pattern BRITISH_UNIT = Pattern.compile("\\d[a-z]{2}");

  private AddressTail() {}

  /** The last word of the address whose street ends with the word at {@code last}. */
  static int end(Passage passage, List<Word> words, int last) {
    int end = houseNumberEnd(passage, words, last);
    boolean comma = false;
    boolean townSeen = false;
    for (int i = end + 1; i < Math.min(words.size(), last + 1 + MOST_WORDS); i++) {
      Word word = words.get(i);
      if (!passage.isJoined(words.get(i - 1), word, " ,.-#'/\n°º")
          || endsSentence(passage, words.get(i - 1))) {
        break;
      }
      comma |= passage.at(words.get(i - 1).end()) == ',';
      boolean town = isTown(word, comma && !townSeen) || isBeforeCapital(passage, words, i);
      boolean unit = StreetWords.isUnit(word) && (!word.is(WordUse.NUMBER_WORD) || comma);
      if (isCode(passage, words, i) || town || unit) {
        townSeen |= town;
        end = i;
      } else if (!isJoint(passage, words, i)) {
        break;
      }
    }
    return end;
  }

  /** "St. Louis" goes on, "600034. Please" does not. */
  private static boolean endsSentence(Passage passage, Word before) {
    boolean abbreviation = before.isAlphabetic() && before.length() <= LONGEST_ABBREVIATION;
    return !abbreviation && passage.at(before.end()) == '.' && passage.at(before.end() + 1) == ' ';
  }

  /** "113 b": the letter belongs to the number. */
  static int houseNumberEnd(Passage passage, List<Word> words, int last) {
    if (last + 1 >= words.size() || !words.get(last).isNumber()) {
      return last;
    }
    Word letter = words.get(last + 1);
    boolean ends =
        ",\n".indexOf(passage.at(letter.end())) >= 0 || Ascii.isDigit(passage.at(letter.end() + 1));
    boolean joined =
        letter.length() == 1
            && letter.isAlphabetic()
            && passage.isJoined(words.get(last), letter, " -");
    return joined && ends ? last + 1 : last;
  }

  /** A word that is nothing by itself, with the rest of a town's name or a postcode behind it. */
  private static boolean isJoint(Passage passage, List<Word> words, int i) {
    if (i + 1 >= words.size() || !StreetWords.isTownJoint(words.get(i))) {
      return false;
    }
    Word next = words.get(i + 1);
    boolean postcode = next.isNumber() && next.length() >= 4;
    boolean town = next.capitalised() && next.isAlphabetic() && words.get(i - 1).capitalised();
    return passage.isJoined(words.get(i), next, " -") && (postcode || town);
  }

  private static boolean isTown(Word word, boolean mayBeLower) {
    if (word.label() != null || !word.isAlphabetic()) {
      return false;
    }
    boolean capital = word.capitalised() && !word.is(WordList.FUNCTION_WORDS);
    return capital && !NameWords.isTitle(word.normal())
        || word.capitalised() && StreetWords.isTownPrefix(word)
        || mayBeLower && NameWords.isNameOnly(word);
  }

  /** "São Paulo", "MG Road": a capital that is a word in some language, with another behind. */
  private static boolean isBeforeCapital(Passage passage, List<Word> words, int i) {
    return i + 1 < words.size()
        && words.get(i).capitalised()
        && words.get(i).length() > 1
        && words.get(i).isAlphabetic()
        && words.get(i).label() == null
        && words.get(i + 1).capitalised()
        && Character.isLowerCase(passage.at(words.get(i + 1).end() - 1))
        && words.get(i + 1).label() == null
        && passage.isJoined(words.get(i), words.get(i + 1), " ");
  }

  private static boolean isCode(Passage passage, List<Word> words, int i) {
    Word word = words.get(i);
    return AddressDetector.POSTCODE.matcher(word.normal()).matches()
        || AddressDetector.HOUSE_NUMBER.matcher(word.normal()).matches()
        || StreetWords.isState(word)
            && (Character.isUpperCase(passage.at(word.end() - 1))
                || Ascii.isDigit(passage.at(word.end() + 1)))
        || isDutchPostcodesEnd(passage, words, i)
        || isLowerTownAndState(passage, words, i);
  }

  /** "1016 HM": two capitals behind four digits. */
  private static boolean isDutchPostcodesEnd(Passage passage, List<Word> words, int i) {
    Word digits = words.get(i - 1);
    Word letters = words.get(i);
    return digits.isNumber()
        && digits.length() == DUTCH_DIGITS
        && letters.length() == 2
        && letters.isAlphabetic()
        && Character.isUpperCase(passage.at(letters.start()))
        && Character.isUpperCase(passage.at(letters.end() - 1));
  }

  /** "... apt 4 tampa fl 26068", "... road derby de1 2qt". */
  private static boolean isLowerTownAndState(Passage passage, List<Word> words, int i) {
    if (!words.get(i).isAlphabetic() || words.get(i).label() != null) {
      return isBritishPostcode(passage, words, i, true);
    }
    for (int state = i + 1; state <= i + MOST_TOWN_WORDS && state + 1 < words.size(); state++) {
      if (!passage.isJoined(words.get(state - 1), words.get(state), " ,.\n")) {
        return false;
      }
      if (isStateAndZip(passage, words, state, true)
          || isBritishPostcode(passage, words, state, true)) {
        return true;
      }
    }
    return false;
  }

  /** A state with a postcode behind; "or" and "in" only where they are written as states. */
  static boolean isStateAndZip(Passage passage, List<Word> words, int i, boolean cue) {
    Word state = words.get(i);
    return i + 1 < words.size()
        && StreetWords.isState(state)
        && (cue
            || !StreetWords.isEverydayState(state)
            || Character.isUpperCase(passage.at(state.end() - 1)))
        && words.get(i + 1).isNumber()
        && words.get(i + 1).length() == ZIP_DIGITS;
  }

  /** "Chennai 600031": an Indian town with its postal index number. */
  static boolean isTownAndPin(List<Word> words, int i) {
    Word pin = words.get(i + 1);
    return words.get(i).capitalised() && pin.isNumber() && pin.length() == PIN_DIGITS;
  }

  /** "LS1 4AB", behind a town; behind a street in lower case too. */
  static boolean isBritishPostcode(Passage passage, List<Word> words, int i, boolean street) {
    return i + 1 < words.size()
        && Ascii.isDigit(passage.at(words.get(i + 1).start()))
        && BRITISH_AREA.matcher(words.get(i).normal()).matches()
        && BRITISH_UNIT.matcher(words.get(i + 1).normal()).matches()
        && (street || words.get(i - 1).capitalised())
        && passage.isJoined(words.get(i), words.get(i + 1), " ");
  }
}
