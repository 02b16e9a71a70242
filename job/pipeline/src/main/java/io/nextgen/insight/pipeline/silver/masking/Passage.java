package io.nextgen.insight.pipeline.silver.masking;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A text as the detectors see it, with what was asked for just before and the words around each
 * place in it.
 */
final class Passage {
  /** A label counts up to this many characters before its value. */
  private static final int REACH_CHARACTERS = 72;

  private static final int REACH_WORDS = 7;

  /** An order's word is soon about something else, so it counts only when it is near. */
  private static final int REFERENCE_REACH_WORDS = 4;

  /** "(212) 555-0134 is my phone", "... this is the cell". */
  private static final Set<String> OWNING = Set.of("is", "was", "the", "as");

  private static final Set<String> POINTING = Set.of("this", "that", "thats", "that's", "which");

  private static final int MAX_GAP = 3;
  private static final int MIN_VALUE_DIGITS = 4;

  private final String text;
  private final String lower;
  private final Set<Label> asked;
  private final KnownIdentity known;
  private final List<NumberRun> numbers;
  private final List<Word> words;
  private final BitSet urls;

  /** The last place that was asked for its label, and the answer: detectors ask for it in turn. */
  private int labelledPlace = -1;

  private Label labelOfPlace;

  /**
   * @param text the shadow of what was written
   * @param asked what the turn before asked for
   * @param known what is known of the customer
   */
  Passage(String text, Set<Label> asked, KnownIdentity known) {
    this.text = text;
    this.lower = lowerCase(text);
    this.asked = asked.isEmpty() ? Set.of() : EnumSet.copyOf(asked);
    this.known = known;
    this.numbers = NumberRun.of(this);
    this.words = Word.in(text);
    this.urls = WebAddress.placesIn(lower);
  }

  String text() {
    return text;
  }

  /** The text in lower case, each character in its place. */
  String lower() {
    return lower;
  }

  /** What is known of the customer. */
  KnownIdentity known() {
    return known;
  }

  /** The groups of digits that may be numbers, in order. */
  List<NumberRun> numbers() {
    return numbers;
  }

  /** The words, in order. */
  List<Word> words() {
    return words;
  }

  /** Whether between the words there are one to three characters, all of them of {@code gap}. */
  boolean isJoined(Word before, Word after, String gap) {
    int length = after.start() - before.end();
    if (length < 1 || length > MAX_GAP) {
      return false;
    }
    for (int i = before.end(); i < after.start(); i++) {
      if (gap.indexOf(at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a sentence begins there, so that a capital means nothing. */
  boolean beginsSentence(int index) {
    int i = index - 1;
    while (i >= 0 && " \"(-".indexOf(at(i)) >= 0) {
      i--;
    }
    return ".!?\n:;".indexOf(at(i)) >= 0;
  }

  /** Whether the place is inside of a web address. */
  boolean isInUrl(int index) {
    return urls.get(index);
  }

  int length() {
    return text.length();
  }

  /** The character there; a line break beyond either end. */
  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\n';
  }

  /** Whether the turn before asked for this. */
  boolean asked(Label label) {
    return asked.contains(label);
  }

  /** Whether the turn before asked for anything known. */
  boolean askedForAnything() {
    return !asked.isEmpty();
  }

  /**
   * What the words before {@code index} say that the value there is: the nearest label of the same
   * sentence; else what the words after say ("... is my phone"). Null where they say nothing.
   */
  Label labelOf(int start, int end) {
    Label before = labelBefore(start);
    if (before != null) {
      return before;
    }
    return labelAfter(end);
  }

  /** The nearest label before {@code index} in the same sentence, or null. */
  Label labelBefore(int index) {
    if (index != labelledPlace) {
      labelOfPlace = findLabelBefore(index);
      labelledPlace = index;
    }
    return labelOfPlace;
  }

  private Label findLabelBefore(int index) {
    int limit = Math.max(0, index - REACH_CHARACTERS);
    boolean numberWord = false;
    int words = 0;
    int i = index;
    while (i > limit && words < REACH_WORDS) {
      int end = skipBackToWord(i, limit);
      if (end < 0) {
        break;
      }
      int start = wordStart(end, limit);
      if (start == limit && limit > 0) {
        break;
      }
      String word = lower.substring(start, end);
      Label label = LabelWords.of(word);
      if (label != null && (!Label.isImpersonal(label) || words < REFERENCE_REACH_WORDS)) {
        return label == Label.ADDRESS ? kindOfAddress(start, limit) : label;
      }
      if (numberWord && LabelWords.isPossessive(word)) {
        return Label.PHONE;
      }
      if (isValue(word)) {
        break;
      }
      boolean isNumberWord = LabelWords.isNumberWord(word);
      numberWord = isNumberWord;
      if (!isNumberWord) {
        words++;
      }
      i = start;
    }
    return null;
  }

  /** An email or a MAC address is no place to live. */
  private Label kindOfAddress(int index, int limit) {
    int end = skipBackToWord(index, limit);
    Label label = end < 0 ? null : LabelWords.of(lower.substring(wordStart(end, limit), end));
    return label == Label.MAC || label == Label.EMAIL ? label : Label.ADDRESS;
  }

  /** The label in "... is my phone", directly after {@code index}, or null. */
  private Label labelAfter(int index) {
    boolean owned = false;
    int i = index;
    for (int words = 0; words < 5; words++) {
      while (i < lower.length() && (lower.charAt(i) == ' ' || lower.charAt(i) == ',')) {
        i++;
      }
      int end = i;
      while (end < lower.length() && end - i < 24 && isWordPart(lower.charAt(end))) {
        end++;
      }
      if (end == i || Ascii.isDigit(lower.charAt(i))) {
        return null;
      }
      String word = lower.substring(i, end);
      Label label = owned ? LabelWords.of(word) : null;
      if (label != null) {
        return label;
      }
      owned |= OWNING.contains(word) || LabelWords.isPossessive(word);
      if (!owned && !POINTING.contains(word)) {
        return null;
      }
      i = end;
    }
    return null;
  }

  /** The end of the word before {@code index}; -1 where the sentence or the reach ends first. */
  private int skipBackToWord(int index, int limit) {
    int i = index;
    while (i > limit && !isWordPart(lower.charAt(i - 1))) {
      char c = lower.charAt(i - 1);
      if (c == '\n' || c == '!' || c == '?' || c == ';' || c == '.' && endsSentence(i - 1)) {
        return -1;
      }
      i--;
    }
    return i > limit ? i : -1;
  }

  /** A full stop after a longer word and before a space; "no." and "tel." are none. */
  private boolean endsSentence(int stop) {
    if (at(stop + 1) != ' ') {
      return false;
    }
    int start = wordStart(stop, Math.max(0, stop - REACH_CHARACTERS));
    String word = lower.substring(start, stop);
    return word.length() > 4 || LabelWords.of(word) == null && !LabelWords.isNumberWord(word);
  }

  private int wordStart(int end, int limit) {
    int start = end;
    while (start > limit && isWordPart(lower.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isValue(String word) {
    int digits = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Ascii.isDigit(word.charAt(i))) {
        digits++;
      }
    }
    return digits >= MIN_VALUE_DIGITS;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '/' || c == '_';
  }

  private static String lowerCase(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "Passage[%d characters]".formatted(text.length());
  }
}
