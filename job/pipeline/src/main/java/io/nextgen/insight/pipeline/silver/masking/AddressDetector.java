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
  static final int MOST_NAME_WORDS = 5;
  private static final int CUE_REACH = 4;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int after = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean number =
          Ascii.isDigit(passage.at(words.get(i).start()))
              && HOUSE_NUMBER.matcher(words.get(i).normal()).matches();
      if (!number && !StreetBeforeNumber.isWithoutNumber(passage, words, i)) {
        continue;
      }
      int first = i;
      int last = number ? StreetBehindNumber.end(passage, words, i) : -1;
      if (last < 0) {
        first = StreetBeforeNumber.start(passage, words, i, after);
        last = first < 0 ? -1 : number ? i : i + 1;
      }
      if (last < 0 && isBox(passage, words, i)) {
        first = boxStart(passage, words, i);
        last = i;
      }
      if (last < 0 && number) {
        first = i;
        last = AddressLine.end(passage, i, hasCue(passage, words, i));
      }
      if (last < 0 && number) {
        first = HouseAndLocality.start(passage, i);
        last = first < 0 ? -1 : HouseAndLocality.end(passage, i);
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

  /** Whether the words before, or the question, say that a place is meant. */
  static boolean hasCue(Passage passage, List<Word> words, int index) {
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
