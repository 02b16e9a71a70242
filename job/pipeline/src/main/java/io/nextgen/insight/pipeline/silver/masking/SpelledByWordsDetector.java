package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Names spelt with words for the letters: "N as in November, G as in Golf", "N wie Nordpol",
 * "november golf uniform" after the question for the name. What else is asked for is masked as
 * that. A reference that somebody spells is none.
 */
final class SpelledByWordsDetector implements Detector {
  private static final int CUE_REACH = 6;

  /** Where a name is asked for or spoken of, of letters with a word for one of them. */
  private static final int SHORTEST_CALLED = 2;

  private static final int SHORTEST = 3;

  /** Of words alone, such as "golf" and "hotel", that spell a name of the lists. */
  private static final int SHORTEST_UNASKED = 4;

  private static final List<Label> SPELLABLE = List.of(Label.EMAIL, Label.SECRET, Label.ADDRESS);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    int i = 0;
    while (i < passage.words().size()) {
      SpelledLetters letters = SpelledLetters.at(passage, i);
      if (letters.last() < i) {
        i++;
        continue;
      }
      if (letters.explicit() + letters.words() > 0 && isSpelled(passage, i, letters)) {
        report(passage, i, letters, found);
      }
      i = letters.last() + 1;
    }
  }

  private static boolean isSpelled(Passage passage, int first, SpelledLetters letters) {
    if (letters.explicit() > 0 ? letters.count() < SHORTEST_CALLED : letters.words() < SHORTEST) {
      return false;
    }
    Word word = passage.words().get(first);
    Label label = passage.labelBefore(word.start());
    if (Label.isImpersonal(label)
        || label == Label.ACCOUNT
        || label == null && passage.asked(Label.REFERENCE)) {
      return false;
    }
    if (isCalled(passage, first) || passage.known().isName(letters.text())) {
      return true;
    }
    boolean listed =
        WordList.GIVEN_NAMES.contains(letters.text())
            || WordList.FAMILY_NAMES.contains(letters.text());
    return letters.explicit() >= SHORTEST && !letters.isCode(passage)
        || letters.count() >= SHORTEST_UNASKED && listed;
  }

  private static boolean isCalled(Passage passage, int first) {
    List<Word> words = passage.words();
    boolean answer = passage.asked(Label.NAME) || otherAsked(passage) != null;
    if (answer && NameCues.isLeadIn(words, first)) {
      return true;
    }
    for (int i = first - 1; i >= Math.max(0, first - CUE_REACH); i--) {
      if (words.get(i).label() == Label.NAME || words.get(i).is(WordUse.SPELLING)) {
        return true;
      }
    }
    return false;
  }

  private static Label otherAsked(Passage passage) {
    return passage.asked(Label.NAME)
        ? null
        : SPELLABLE.stream().filter(passage::asked).findFirst().orElse(null);
  }

  private static void report(
      Passage passage, int first, SpelledLetters letters, Consumer<Finding> found) {
    int start = passage.words().get(first).start();
    int end = passage.words().get(letters.last()).end();
    Label asked = otherAsked(passage);
    PiiKind kind = asked == null ? PiiKind.NAME : asked.kind();
    String identity =
        passage.known().isName(letters.text()) ? KnownNameDetector.CUSTOMER : letters.text();
    found.accept(new Finding(start, end, kind, identity));
  }
}
