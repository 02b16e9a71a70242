package io.nextgen.insight.pipeline.silver.masking;

import java.util.List;

/**
 * Letters that are spelt one after the other: by themselves, with a word for each ("N as in
 * Nancy"), or by such words alone ("november").
 *
 * @param last the last word that belongs to them; before the first where none are spelt
 * @param text the letters
 * @param explicit how many are given with a word
 * @param words how many are given by a word alone
 * @param count how many there are in all
 */
record SpelledLetters(int last, String text, int explicit, int words, int count) {
  private static final int MOST = 30;
  private static final int MAX_GAP = 3;
  private static final int MAX_LINKS = 2;
  private static final int MAX_FILLERS = 2;
  private static final String GAP_SIGNS = " ,.;:-/\n\"'()";

  /** The letters that begin with the word. */
  static SpelledLetters at(Passage passage, int first) {
    StringBuilder text = new StringBuilder();
    int explicit = 0;
    int words = 0;
    int count = 0;
    int last = first - 1;
    for (int i = first; i >= 0 && count < MOST; i = next(passage, last)) {
      Word word = passage.words().get(i);
      int repeat = repeatOf(word);
      int letter = repeat > 1 ? i + 1 : i;
      int end = letter < passage.words().size() ? explicitEnd(passage, letter) : -1;
      String spelled = null;
      if (end >= 0) {
        spelled = passage.words().get(letter).normal();
        explicit++;
      } else if (letter < passage.words().size()) {
        end = letter;
        spelled = letterOf(passage, letter);
        words += spelled != null && passage.words().get(letter).length() > 1 ? 1 : 0;
      }
      if (spelled == null) {
        break;
      }
      text.append(spelled.repeat(repeat));
      count += repeat;
      last = end;
    }
    return new SpelledLetters(last, text.toString(), explicit, words, count);
  }

  /** Whether digits go on behind the letters, as in the code of an order. */
  boolean isCode(Passage passage) {
    int i = last + 1;
    return i < passage.words().size()
        && isNear(passage, last, i)
        && (passage.words().get(i).is(WordUse.DIGIT) || !passage.words().get(i).isAlphabetic());
  }

  private static int repeatOf(Word word) {
    return word.is(WordUse.REPEAT) ? Integer.parseInt(word.meaning().number()) : 1;
  }

  private static String letterOf(Passage passage, int i) {
    Word word = passage.words().get(i);
    if (word.length() == 1) {
      return word.isAlphabetic() ? word.normal() : null;
    }
    return passage.context().alphabet().letterOf(word.normal());
  }

  /** The last word of "N as in Nancy"; -1 where there is none. */
  private static int explicitEnd(Passage passage, int i) {
    List<Word> words = passage.words();
    Word letter = words.get(i);
    if (letter.length() != 1 || !letter.isAlphabetic()) {
      return -1;
    }
    for (int j = i + 1; j < words.size() && isNear(passage, j - 1, j); j++) {
      if (!words.get(j).is(WordUse.SPELLING_LINK)) {
        boolean stands = words.get(j).normal().startsWith(letter.normal());
        return j > i + 1 && stands ? j : -1;
      }
      if (j - i > MAX_LINKS) {
        return -1;
      }
    }
    return -1;
  }

  /** The word of the next letter, maybe with "and" or "then" before it; -1 where none is near. */
  private static int next(Passage passage, int last) {
    List<Word> words = passage.words();
    int i = last + 1;
    while (i < words.size() && isNear(passage, i - 1, i)) {
      boolean filler = words.get(i).is(WordUse.SPOKEN_FILLER) && words.get(i).length() > 1;
      if (!filler || i - last > MAX_FILLERS) {
        return i;
      }
      i++;
    }
    return -1;
  }

  private static boolean isNear(Passage passage, int before, int after) {
    int from = passage.words().get(before).end();
    int to = passage.words().get(after).start();
    return to - from <= MAX_GAP && passage.consistsOf(GAP_SIGNS, from, to);
  }

  /** Without the letters. */
  @Override
  public String toString() {
    return "SpelledLetters[%d]".formatted(count);
  }
}
