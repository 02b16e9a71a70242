package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/**
 * An address that is told by its place: a line of its own, or what follows a name. There everyday
 * words are a street's ("883 park dr", "12 oak ct") and a street may have no suffix ("166
 * Queensway, York"), where "24 hour drive" and "50 Channels, Disney" are still none.
 */
final class AddressLine {
  private static final int MOST_STREET_WORDS = 5;
  private static final int MOST_TOWN_WORDS = 6;

  /** Smaller numbers count things; behind them only an abbreviation tells a street. */
  private static final int HOUSE_DIGITS = 3;

  private AddressLine() {}

  /** The last word of the street whose number that is; -1 where none follows. */
  static int end(Passage passage, int number, boolean cue) {
    List<Word> words = passage.words();
    if (number + 1 >= words.size()
        || !passage.isJoined(words.get(number), words.get(number + 1), " ,")
        || StreetWords.isCounted(words.get(number + 1))) {
      return -1;
    }
    boolean opens = opensLine(passage, number);
    boolean named = cue || opens || isBehindName(passage, number);
    int british = britishStreet(passage, number, named);
    if (british >= 0) {
      return british;
    }
    return named ? lowerStreet(passage, number) : -1;
  }

  /** Nothing before it in its line, or in its sentence behind "sure, its". */
  private static boolean opensLine(Passage passage, int number) {
    List<Word> words = passage.words();
    Word word = words.get(number);
    return passage.at(word.start() - 1) == '\n'
        || number == 0
        || passage.beginsSentence(word.start()) && passage.at(word.start() - 1) != ':';
  }

  private static boolean isBehindName(Passage passage, int number) {
    List<Word> words = passage.words();
    return number >= 2
        && passage.isJoined(words.get(number - 1), words.get(number), " ,\n")
        && NamePair.isBesideListed(words.get(number - 2), words.get(number - 1));
  }

  /** "166 Queensway, York": one capital, a comma and a town. */
  private static int britishStreet(Passage passage, int number, boolean named) {
    List<Word> words = passage.words();
    Word street = words.get(number + 1);
    if (number + 2 >= words.size() || !isName(street)) {
      return -1;
    }
    Word town = words.get(number + 2);
    boolean likely = StreetWords.isBritishStreet(street) || named && !street.normal().endsWith("s");
    boolean comma = passage.isJoined(street, town, " ,") && passage.at(street.end()) == ',';
    boolean place = town.capitalised() && town.isAlphabetic() && !town.is(WordList.FUNCTION_WORDS);
    return likely && comma && place ? number + 2 : -1;
  }

  private static boolean isName(Word word) {
    return word.capitalised()
        && word.length() > 3
        && (NameWords.isNameOnly(word)
            || StreetWords.isBritishStreet(word) && word.label() == null);
  }

  /** "883 park dr": words up to a street's suffix, with a town or nothing behind. */
  private static int lowerStreet(Passage passage, int number) {
    List<Word> words = passage.words();
    for (int i = number + 1; i < Math.min(words.size(), number + 1 + MOST_STREET_WORDS); i++) {
      Word word = words.get(i);
      boolean joined = passage.isJoined(words.get(i - 1), word, " .-'");
      if (!joined || word.label() != null && !StreetWords.isSuffix(word, true)) {
        return -1;
      }
      boolean suffix = i > number + 1 && StreetWords.isSuffix(word, true);
      boolean sure =
          words.get(number).length() >= HOUSE_DIGITS || StreetWords.isAbbreviatedSuffix(word);
      if (suffix && (sure || passage.at(word.end()) == ',')) {
        int last = townEnd(passage, i);
        if (last >= 0) {
          return last;
        }
      }
      boolean article = i == number + 1 && word.normal().equals("the");
      if (StreetWords.isCounted(word) && !StreetWords.isSuffix(word, true)
          || isFunction(word) && !article) {
        return -1;
      }
    }
    return -1;
  }

  /** The last word of the town, if nothing else follows until the line or the clause ends. */
  private static int townEnd(Passage passage, int street) {
    List<Word> words = passage.words();
    int next = street + 1;
    for (; next < words.size() && next <= street + MOST_TOWN_WORDS; next++) {
      Word word = words.get(next);
      String gap = passage.text().substring(words.get(next - 1).end(), word.start());
      boolean breaks =
          gap.indexOf('\n') >= 0 || gap.equals(" - ") || ".;!?".indexOf(gap.charAt(0)) >= 0;
      boolean digits = Ascii.isDigit(passage.at(word.start()));
      boolean clause = gap.charAt(0) == ',' && next > street + 1;
      if (breaks || digits || clause || StreetWords.isUnit(word) && next == street + 1) {
        return next - 1;
      }
      if (word.label() != null) {
        return Label.isImpersonal(word.label()) ? -1 : next - 1;
      }
      if (isFunction(word)) {
        return gap.charAt(0) == ',' ? next - 1 : -1;
      }
    }
    return next >= words.size() ? next - 1 : -1;
  }

  private static boolean isFunction(Word word) {
    return word.is(WordList.FUNCTION_WORDS)
        && !word.capitalised()
        && word.length() > 1
        && !StreetWords.isState(word)
        && !StreetWords.isTownPrefix(word)
        && !StreetWords.isSuffix(word, true);
  }
}
