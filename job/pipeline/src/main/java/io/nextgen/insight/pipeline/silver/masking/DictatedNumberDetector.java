package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers in digits that are read out group by group, with small words between: "so 4111, then
 * 1111, then 1111 and 1111". A right check number makes them a card; what is asked for or called so
 * is a phone or social security number too.
 */
final class DictatedNumberDetector implements Detector {
  private static final int LONGEST_GROUP = 8;
  private static final int MAX_FILLERS = 3;
  private static final int MAX_GAP = 3;
  private static final int MAX_DIGITS = 19;
  private static final int MIN_PHONE_DIGITS = 7;
  private static final int MAX_PHONE_DIGITS = 15;
  private static final int SSN_DIGITS = 9;
  private static final String GAP_SIGNS = " \t\n,.;:-\u2026";

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    int i = 0;
    while (i < words.size()) {
      i = isGroup(words.get(i)) ? read(passage, i, found) : i + 1;
    }
  }

  /** Reports the number that begins with the group, if one does; the word to go on with. */
  private static int read(Passage passage, int first, Consumer<Finding> found) {
    List<Word> words = passage.words();
    StringBuilder digits = new StringBuilder(MAX_DIGITS);
    Finding longest = null;
    int next = first + 1;
    boolean filled = false;
    for (int i = first; i >= 0; ) {
      digits.append(words.get(i).normal());
      if (digits.length() > MAX_DIGITS) {
        break;
      }
      PiiKind kind = filled ? kindOf(passage, digits.toString(), first, i) : null;
      if (kind != null) {
        String identity = NormalSpelling.of(kind, digits.toString());
        longest = new Finding(words.get(first).start(), words.get(i).end(), kind, identity);
        next = i + 1;
      }
      int group = nextGroup(passage, i);
      filled |= group > i + 1;
      i = group;
    }
    if (longest != null) {
      found.accept(longest);
    }
    return next;
  }

  private static boolean isGroup(Word word) {
    return word.isNumber() && word.length() <= LONGEST_GROUP;
  }

  /** The next group of digits, with a few small words before it; -1 where none follows. */
  private static int nextGroup(Passage passage, int group) {
    List<Word> words = passage.words();
    for (int i = group + 1; i <= group + 1 + MAX_FILLERS && i < words.size(); i++) {
      int from = words.get(i - 1).end();
      int to = words.get(i).start();
      if (to - from > MAX_GAP || !passage.consistsOf(GAP_SIGNS, from, to)) {
        return -1;
      }
      if (isGroup(words.get(i))) {
        return i;
      }
      if (!words.get(i).is(WordUse.SPOKEN_FILLER)) {
        return -1;
      }
    }
    return -1;
  }

  /** Null where nothing says that the number is personal. */
  private static PiiKind kindOf(Passage passage, String digits, int first, int last) {
    List<Word> words = passage.words();
    Label label = passage.labelOf(words.get(first).start(), words.get(last).end());
    if (CardDetector.isNumber(digits) && !Label.isImpersonal(label)) {
      return PiiKind.CARD;
    }
    if (digits.length() == SSN_DIGITS && passage.isCalled(label, Label.SSN)) {
      return PiiKind.SSN;
    }
    boolean phone = digits.length() >= MIN_PHONE_DIGITS && digits.length() <= MAX_PHONE_DIGITS;
    return phone && passage.isCalled(label, Label.PHONE) ? PiiKind.PHONE : null;
  }
}
