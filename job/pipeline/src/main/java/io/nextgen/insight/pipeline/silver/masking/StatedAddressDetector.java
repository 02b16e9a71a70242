package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Addresses where somebody says that one follows: "my address is ...", "I live at ...", the answer
 * to the question for it. There, unlike for {@link AddressDetector}, no word needs to be known as a
 * street's: a house number with a name behind it ("343 Kariane Canyon") or before it ("Bijldijk
 * 211") is enough.
 */
final class StatedAddressDetector implements Detector {
  /** "It is still the one at". */
  private static final int MOST_LINKS = 5;

  private static final int MOST_NAME_WORDS = 5;
  private static final int MOST_TOWN_WORDS = 4;
  private static final int SHORTEST_PLURAL = 4;

  /** "Rs 100" is an amount. */
  private static final int SHORTEST_NAME = 3;

  /** Generations of networks and resolutions of screens. */
  private static final Pattern TECHNICAL = Pattern.compile("\\d[gkx]");

  private static final String LINK_GAP = " ,:=-\"'(\n";

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int next = passage.asked(Label.ADDRESS) ? report(passage, answerStart(passage), found) : 0;
    for (int i = 0; i < words.size(); i++) {
      if (i >= next && announces(passage, i)) {
        int first = withoutLinks(passage, i + 1);
        next = isMovedThing(passage, i, first) ? 0 : report(passage, first, found);
      }
    }
  }

  /** Whether an address may follow: "live", "moved to"; "address", but not of an email. */
  private static boolean announces(Passage passage, int i) {
    Word word = passage.words().get(i);
    return word.is(WordUse.RESIDENCE)
        || word.label() == Label.ADDRESS
            && passage.labelBefore(Math.min(word.end() + 1, passage.length())) == Label.ADDRESS;
  }

  /** "Moved 5 cables"; only in French an address follows without "at" or "in". */
  private static boolean isMovedThing(Passage passage, int cue, int first) {
    return first == cue + 1
        && passage.words().get(cue).is(WordUse.RESIDENCE)
        && first + 1 < passage.words().size()
        && !StreetWords.isFrench(passage.words().get(first + 1));
  }

  /** Reports the address that begins with the word, if one does; the word to go on with. */
  private static int report(Passage passage, int first, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int street = first < 0 ? -1 : streetEnd(passage, first);
    if (street < 0) {
      return 0;
    }
    int last = townEnd(passage, AddressTail.end(passage, words, street));
    if (isSpoken(words, first, last)) {
      last = SpokenAddress.end(passage, last);
    }
    int start = words.get(first).start();
    int end = words.get(last).end();
    found.accept(Finding.asWritten(passage, start, end, PiiKind.ADDRESS));
    return last + 1;
  }

  /** Whether a number of the address is spoken, or of the unit behind it. */
  private static boolean isSpoken(List<Word> words, int first, int last) {
    return words.subList(first, Math.min(words.size(), last + 3)).stream()
        .anyMatch(SpokenAddress::isNumberWord);
  }

  /** The first word behind "yes, it's"; -1 where the turn has no other. */
  private static int answerStart(Passage passage) {
    List<Word> words = passage.words();
    int i = 0;
    while (i < Math.min(words.size(), MOST_LINKS)
        && (words.get(i).is(WordUse.NAME_LEAD_IN) || isLink(words.get(i)))) {
      i++;
    }
    return i < words.size() && i < MOST_LINKS ? i : -1;
  }

  /** The first word behind "is", "at", "in der"; -1 where the sentence ends before. */
  private static int withoutLinks(Passage passage, int from) {
    List<Word> words = passage.words();
    for (int i = from; i < Math.min(words.size(), from + MOST_LINKS); i++) {
      if (!passage.isJoined(words.get(i - 1), words.get(i), LINK_GAP)) {
        return -1;
      }
      if (!isLink(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** A capital begins the street's name: "An der Alster". */
  private static boolean isLink(Word word) {
    return !word.capitalised()
        && (word.is(WordUse.SECRET_STATING)
            || word.is(WordUse.ADDRESS_CUE)
            || word.is(WordUse.BEFORE_PLACE)
            || StreetWords.isGermanPreposition(word)
            || StreetWords.isGermanArticle(word)
            || word.is(WordList.FUNCTION_WORDS) && word.length() <= 3);
  }

  private static int streetEnd(Passage passage, int first) {
    int spoken = SpokenAddress.numberEnd(passage, first);
    if (spoken >= 0) {
      int last = nameEnd(passage, spoken);
      return last >= 0 && SpokenAddress.hasStreet(passage, spoken + 1, last) ? last : -1;
    }
    Word word = passage.words().get(first);
    if (!Ascii.isDigit(passage.at(word.start()))) {
      return numberBehindName(passage, first);
    }
    return isHouseNumber(word) ? nameEnd(passage, first) : -1;
  }

  private static boolean isHouseNumber(Word word) {
    return AddressDetector.HOUSE_NUMBER.matcher(word.normal()).matches()
        && !TECHNICAL.matcher(word.normal()).matches();
  }

  /** The last word of the name behind a house number; -1 where what follows is none. */
  private static int nameEnd(Passage passage, int number) {
    List<Word> words = passage.words();
    int last = -1;
    boolean everyday = false;
    for (int i = number + 1; i < Math.min(words.size(), number + 1 + MOST_NAME_WORDS); i++) {
      Word word = words.get(i);
      boolean joined = passage.isJoined(words.get(i - 1), word, i == number + 1 ? " ," : " .-'");
      boolean name =
          isName(word)
              || StreetWords.isFrench(word) && last < 0
              || isBeforeSuffix(words, i)
              || last >= 0 && (isSecondName(word) || !everyday && mayEndName(word));
      if (!joined || !name && !StreetWords.isTownJoint(word)) {
        break;
      }
      everyday |= !isName(word);
      last = name ? i : last;
    }
    return last;
  }

  /** "Reinger Side", "Kelly Pass": what these words mean otherwise does not matter here. */
  private static boolean isSecondName(Word word) {
    return word.isAlphabetic() && word.capitalised() || StreetWords.isPlainSuffix(word);
  }

  /** "545 high street". */
  private static boolean isBeforeSuffix(List<Word> words, int i) {
    return i + 1 < words.size()
        && mayEndName(words.get(i))
        && StreetWords.isPlainSuffix(words.get(i + 1));
  }

  /** The house number behind a name; -1 where what follows is none. */
  private static int numberBehindName(Passage passage, int first) {
    List<Word> words = passage.words();
    boolean named = false;
    for (int i = first; i < Math.min(words.size(), first + MOST_NAME_WORDS + 1); i++) {
      Word word = words.get(i);
      if (i > first && !passage.isJoined(words.get(i - 1), word, " .,-'/")) {
        return -1;
      }
      if (Ascii.isDigit(passage.at(word.start()))) {
        return named && isHouseNumber(word) && !countsSomething(passage, i) ? i : -1;
      }
      int spoken = named ? SpokenAddress.numberEnd(passage, i) : -1;
      if (spoken >= 0 && SpokenAddress.hasStreet(passage, first, i - 1)) {
        return countsSomething(passage, spoken) ? -1 : spoken;
      }
      boolean ended = StreetWords.isEndedAsStreet(word) && !word.is(WordList.FUNCTION_WORDS);
      boolean street = ended || StreetWords.isRomance(word);
      if (!isName(word) && !StreetWords.isTownJoint(word) && !street) {
        return -1;
      }
      named |= (ended || isName(word)) && word.length() >= SHORTEST_NAME;
    }
    return -1;
  }

  /** "Denver 5 years": the number belongs to what follows. */
  private static boolean countsSomething(Passage passage, int number) {
    List<Word> words = passage.words();
    if (number + 1 >= words.size()) {
      return false;
    }
    Word behind = words.get(number + 1);
    return passage.isJoined(words.get(number), behind, " ")
        && !behind.capitalised()
        && behind.length() > 1
        && !StreetWords.isUnit(behind)
        && !StreetWords.isTownPrefix(behind)
        && (behind.label() != null || isCounted(behind));
  }

  /** "And" and "my" go on with something else, "years" and "dollars" do not. */
  private static boolean isCounted(Word word) {
    return word.is(WordList.FUNCTION_WORDS)
        ? word.length() >= SHORTEST_PLURAL && word.normal().endsWith("s")
        : word.is(WordList.COMMON_WORDS);
  }

  /** Words of a town's name in lower case, and what follows behind them. */
  private static int townEnd(Passage passage, int street) {
    List<Word> words = passage.words();
    int end = street;
    for (int i = street + 1; i < Math.min(words.size(), street + 1 + MOST_TOWN_WORDS); i++) {
      boolean part = isName(words.get(i)) || StreetWords.isTownPrefix(words.get(i));
      if (!passage.isJoined(words.get(i - 1), words.get(i), " ,-'") || !part) {
        break;
      }
      end = i;
    }
    return end == street ? end : AddressTail.end(passage, words, end);
  }

  private static boolean isName(Word word) {
    return word.isAlphabetic()
        && word.label() == null
        && (word.length() > 1 || word.capitalised())
        && (word.capitalised() ? !word.is(WordList.FUNCTION_WORDS) : !isEveryday(word));
  }

  /** "Canyon": an everyday word that may follow a name. */
  private static boolean mayEndName(Word word) {
    return word.isAlphabetic() && word.label() == null && !word.capitalised() && isEveryday(word);
  }

  private static boolean isEveryday(Word word) {
    return word.is(WordList.COMMON_WORDS) || word.is(WordList.FUNCTION_WORDS);
  }
}
