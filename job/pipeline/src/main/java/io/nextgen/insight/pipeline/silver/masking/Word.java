package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a passage: letters and digits with the apostrophes between them.
 *
 * @param normal in the spelling of {@link NormalSpelling#word}
 * @param isAlphabetic whether it has letters, and no digit
 * @param isNumber whether it is nothing but ASCII digits
 * @param lists the word lists that it is in
 * @param meaning what it says of the values around it
 */
record Word(
    int start,
    int end,
    String normal,
    boolean capitalised,
    boolean isAlphabetic,
    boolean isNumber,
    int lists,
    Meaning meaning) {
  private static final int LONGEST = 64;

  /** The words of a text, in order, with what each says in the languages of the context. */
  static List<Word> in(String text, ContextWords context) {
    List<Word> words = new ArrayList<>(text.length() / 5 + 1);
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && !isSurrogateLetter(text, i)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && isPart(text, end)) {
        end++;
      }
      if (end - i <= LONGEST) {
        words.add(of(text, i, end, context));
      }
      i = end;
    }
    return words;
  }

  private static Word of(String text, int start, int end, ContextWords context) {
    Facts facts = context.facts(text.substring(start, end));
    return new Word(
        start,
        end,
        facts.normal(),
        Character.isUpperCase(text.charAt(start)),
        facts.isAlphabetic(),
        facts.isNumber(),
        facts.lists(),
        facts.meaning());
  }

  /** What does not depend on where the word stands. */
  record Facts(String normal, boolean isAlphabetic, boolean isNumber, int lists, Meaning meaning) {
    static Facts of(String written, ContextWords context) {
      String normal = NormalSpelling.word(written);
      int digits = 0;
      int others = 0;
      for (int i = 0; i < normal.length(); i++) {
        char c = normal.charAt(i);
        if (Ascii.isDigit(c)) {
          digits++;
        } else if (!Character.isDigit(c)) {
          others++;
        }
      }
      return new Facts(
          normal,
          others > 0 && others == normal.length(),
          digits > 0 && digits == normal.length(),
          listsOf(written, normal),
          meaningOf(written, normal, context));
    }

    /** Whether it is a word of the language, and tells nothing of a person. */
    boolean isCommon() {
      return WordList.COMMON_WORDS.isIn(lists);
    }

    /** Without the word. */
    @Override
    public String toString() {
      return "Facts";
    }
  }

  /** "Bürger" is not the English "burger". */
  private static int listsOf(String written, String normal) {
    int lists = WordList.listsOf(normal);
    boolean english = WordList.COMMON_WORDS.isIn(lists) && !WordList.FUNCTION_WORDS.isIn(lists);
    return english && !ShadowText.isAscii(written) ? WordList.COMMON_WORDS.without(lists) : lists;
  }

  /** "Né" is a word only with its accent. */
  private static Meaning meaningOf(String written, String normal, ContextWords context) {
    Meaning meaning = context.of(normal);
    boolean accented = meaning == Meaning.NONE && !ShadowText.isAscii(written);
    return accented ? context.of(written.toLowerCase(Locale.ROOT)) : meaning;
  }

  /** What it says that a value beside it is; null for nothing. */
  Label label() {
    return meaning.label();
  }

  /** Whether it has that use in one of the languages. */
  boolean is(WordUse use) {
    return meaning.is(use);
  }

  /** Whether the word is in the list. */
  boolean is(WordList list) {
    return list.isIn(lists);
  }

  private static boolean isPart(String text, int i) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || isSurrogateLetter(text, i)
        || c == '\''
            && i + 1 < text.length()
            && Character.isLetter(text.charAt(i + 1))
            && Character.isLetter(text.charAt(i - 1));
  }

  private static boolean isSurrogateLetter(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
      return Character.isLetterOrDigit(text.codePointAt(i));
    }
    return Character.isLowSurrogate(c)
        && i > 0
        && Character.isLetterOrDigit(text.codePointAt(i - 1));
  }

  int length() {
    return end - start;
  }

  /** Without the word. */
  @Override
  public String toString() {
    return "Word[%d to %d]".formatted(start, end);
  }
}
