package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Names spelt letter by letter: {@code L-U-N-D}, "l u n d". The customer's, those of the lists, and
 * any where the words before speak of a name or of spelling; {@code U-S-B} is none.
 */
final class SpelledNameDetector implements Detector {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_UNASKED = 4;
  private static final int LONGEST = 24;
  private static final int CUE_REACH = 6;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int i = 0;
    while (i < words.size()) {
      int last = lastLetter(passage, words, i);
      if (last - i + 1 >= SHORTEST && isName(passage, words, i, last)) {
        String name = name(words, i, last);
        String identity = passage.known().isName(name) ? KnownNameDetector.CUSTOMER : name;
        found.accept(
            new Finding(words.get(i).start(), words.get(last).end(), PiiKind.NAME, identity));
      }
      i = Math.max(i, last) + 1;
    }
  }

  /** The last of the letters that stand with one separator from the word on; less for none. */
  private static int lastLetter(Passage passage, List<Word> words, int first) {
    int last = first - 1;
    String separator = null;
    for (int i = first; i < words.size() && i - first < LONGEST && isLetter(words.get(i)); i++) {
      if (i > first) {
        Word before = words.get(i - 1);
        if (!passage.isJoined(before, words.get(i), " -.,")) {
          break;
        }
        String gap = passage.text().substring(before.end(), words.get(i).start());
        if (separator != null && !separator.equals(gap)) {
          break;
        }
        separator = gap;
      }
      last = i;
    }
    return last;
  }

  private static boolean isLetter(Word word) {
    return word.length() == 1 && word.isAlphabetic();
  }

  private static boolean isName(Passage passage, List<Word> words, int first, int last) {
    String name = name(words, first, last);
    if (passage.known().isName(name) || isSpoken(passage, words, first)) {
      return true;
    }
    return last - first + 1 >= SHORTEST_UNASKED
        && (WordList.GIVEN_NAMES.contains(name) || WordList.FAMILY_NAMES.contains(name));
  }

  private static boolean isSpoken(Passage passage, List<Word> words, int first) {
    if (passage.asked(Label.NAME) && NameCues.isLeadIn(words, first)) {
      return true;
    }
    for (int i = first - 1; i >= Math.max(0, first - CUE_REACH); i--) {
      if (words.get(i).label() == Label.NAME || words.get(i).is(WordUse.SPELLING)) {
        return true;
      }
    }
    return false;
  }

  private static String name(List<Word> words, int first, int last) {
    StringBuilder name = new StringBuilder(last - first + 1);
    words.subList(first, last + 1).forEach(word -> name.append(word.normal()));
    return name.toString();
  }
}
