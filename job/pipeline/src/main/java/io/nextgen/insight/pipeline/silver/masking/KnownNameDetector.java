package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * The customer's own name, as the tickets give it: in any case, with or without accents, all of it
 * or a part, family name first, run together. A part that is an everyday word ("Will", "Bill")
 * counts where another part of the name stands beside it or a capital is no beginning of a
 * sentence. All of the customer's names share one token.
 */
final class KnownNameDetector implements Detector {
  /** What the customer is called, however it is written. */
  static final String CUSTOMER = "the customer";

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.known().has(PiiKind.NAME)) {
      return;
    }
    List<Word> words = passage.words();
    int i = 0;
    while (i < words.size()) {
      int last = lastOfName(passage, words, i);
      if (last < i) {
        i++;
      } else {
        if (isMeant(passage, words, i, last)) {
          int start = startWithInitial(passage, words, i);
          int end = withoutGenitive(passage, words.get(last));
          found.accept(new Finding(start, end, PiiKind.NAME, CUSTOMER));
        }
        i = last + 1;
      }
    }
  }

  /** The last of the words of the name that stand together from {@code first} on. */
  private static int lastOfName(Passage passage, List<Word> words, int first) {
    int last = first - 1;
    for (int i = first; i < words.size(); i++) {
      if (i > first && !passage.isJoined(words.get(i - 1), words.get(i), " ,-.'_")) {
        break;
      }
      Word word = words.get(i);
      if (isOfName(passage, word)) {
        last = i;
      } else if (i == first || !NameWords.isParticle(word.normal()) && word.length() > 1) {
        break;
      }
    }
    return last;
  }

  private static boolean isOfName(Passage passage, Word word) {
    String normal = word.normal();
    return passage.known().isName(normal)
        || normal.endsWith("s")
            && !word.is(WordList.COMMON_WORDS)
            && passage.known().isName(normal.substring(0, normal.length() - 1));
  }

  private static boolean isMeant(Passage passage, List<Word> words, int first, int last) {
    if (last > first) {
      return true;
    }
    Word word = words.get(first);
    boolean everyday = NameWords.isEverydayWord(word) || NameWords.isParticle(word.normal());
    if (!everyday) {
      return true;
    }
    boolean announced =
        first > 0
            && (NameWords.isTitle(words.get(first - 1).normal())
                || passage.context().nameCues().endingAt(words, first - 1)
                    == NameCues.Strength.STRONG);
    return announced || word.capitalised() && !passage.beginsSentence(word.start());
  }

  /** "J. Lund" begins with the J. */
  private static int startWithInitial(Passage passage, List<Word> words, int first) {
    if (first > 0) {
      Word before = words.get(first - 1);
      boolean initial = before.length() == 1 && before.capitalised() && before.isAlphabetic();
      if (initial
          && passage.isJoined(before, words.get(first), " .")
          && !before.normal().equals("i")) {
        return before.start();
      }
    }
    return words.get(first).start();
  }

  private static int withoutGenitive(Passage passage, Word word) {
    int apostrophe = word.end() - 2;
    boolean genitive = apostrophe > word.start() && passage.at(apostrophe) == '\'';
    return genitive && passage.lower().charAt(word.end() - 1) == 's' ? apostrophe : word.end();
  }
}
