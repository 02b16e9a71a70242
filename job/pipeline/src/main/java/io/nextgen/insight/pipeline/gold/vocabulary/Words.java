package io.nextgen.insight.pipeline.gold.vocabulary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the words that a {@link Vocabulary} compares: lower case, without accents, apostrophes
 * ({@code won't} is {@code wont}) and hyphens ({@code wi-fi} is {@code wifi}), and with letters
 * that were drawn out shortened ({@code slooow} is {@code slow}). Tokens of masked personal data
 * such as {@code [NAME_1]} are words that nothing matches.
 */
final class Words {

  /**
   * @param spelling as compared
   * @param start of the word in the text
   * @param end after the word in the text
   * @param sentence counts up at full stops, question marks, line ends and the like
   * @param clause counts up at commas too
   */
  record Word(String spelling, int start, int end, int sentence, int clause) {}

  /** What no word of a pattern can be, because it isn't made of letters and digits. */
  private static final String MASKED = "[]";

  /** After an apostrophe these belong to the word before it; anything else begins a new one. */
  private static final Set<String> CONTRACTIONS = Set.of("t", "s", "m", "re", "ve", "ll", "d");

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int sentence;
  private int clause;

  private Words(String text) {
    this.text = text;
  }

  static Words of(String text) {
    Words words = new Words(text);
    words.split();
    return words;
  }

  int size() {
    return words.size();
  }

  Word get(int index) {
    return words.get(index);
  }

  /** The text's own characters from one word to another, without masks, white space made single. */
  String original(int from, int to) {
    String characters = text.substring(words.get(from).start(), words.get(to - 1).end());
    return MaskTokens.remove(characters);
  }

  private void split() {
    int at = 0;
    while (at < text.length()) {
      int maskEnd = MaskTokens.endOfTokenAt(text, at);
      if (maskEnd > at) {
        words.add(new Word(MASKED, at, maskEnd, sentence, clause));
        at = maskEnd;
      } else if (Character.isLetterOrDigit(text.charAt(at))) {
        at = readWord(at);
      } else {
        readSeparator(at);
        at++;
      }
    }
  }

  private int readWord(int start) {
    int at = start;
    StringBuilder spelling = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        spelling.append(c);
      } else if (!joins(at)) {
        break;
      }
      at++;
    }
    words.add(new Word(normal(spelling.toString()), start, at, sentence, clause));
    return at;
  }

  /** Whether an apostrophe or a hyphen stands here that holds one word together. */
  private boolean joins(int at) {
    char c = text.charAt(at);
    int next = at + 1;
    if (next >= text.length() || !Character.isLetterOrDigit(text.charAt(next))) {
      return false;
    }
    if (c == '-' || c == '\u2010' || c == '\u2011') {
      return true;
    }
    if (c != '\'' && c != '\u2019' && c != '\u00b4' && c != '`') {
      return false;
    }
    int end = next;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return CONTRACTIONS.contains(text.substring(next, end).toLowerCase(Locale.ROOT));
  }

  private void readSeparator(int at) {
    switch (text.charAt(at)) {
      case '!', '?', ';', '\n', '\u2026' -> endSentence();
      case '.' -> {
        if (!betweenDigits(at)) {
          endSentence();
        }
      }
      case ',', ':', '(', ')', '\u2013', '\u2014' -> clause++;
      default -> {
        // Anything else separates words and nothing more.
      }
    }
  }

  private void endSentence() {
    sentence++;
    clause++;
  }

  private boolean betweenDigits(int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  /** A word in the spelling that is compared; patterns go through it too. */
  static String normal(String word) {
    String plain = isAscii(word) ? word : unaccented(word);
    return shortenDrawnOutLetters(plain.toLowerCase(Locale.ROOT));
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String unaccented(String word) {
    String decomposed = Normalizer.normalize(word.replace("ß", "ss"), Normalizer.Form.NFKD);
    StringBuilder unaccented = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      if (Character.getType(decomposed.charAt(i)) != Character.NON_SPACING_MARK) {
        unaccented.append(decomposed.charAt(i));
      }
    }
    return unaccented.toString();
  }

  /** {@code BBB} and {@code www} stay: nothing would be left of them. */
  private static String shortenDrawnOutLetters(String word) {
    StringBuilder shortened = new StringBuilder(word.length());
    int run;
    for (int i = 0; i < word.length(); i += run) {
      run = 1;
      while (i + run < word.length() && word.charAt(i + run) == word.charAt(i)) {
        run++;
      }
      boolean drawnOut = run > 2 && run < word.length() && Character.isLetter(word.charAt(i));
      shortened.append(word, i, drawnOut ? i + 1 : i + run);
    }
    return shortened.length() == word.length() ? word : shortened.toString();
  }
}
