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
  private static final int MAX_GAP = 3;

  /** Web addresses in parameters of others; deeper ones are read as text. */
  private static final int MOST_NESTING = 3;

  private final ShadowText shadow;
  private final String text;
  private final String lower;
  private final Set<Label> asked;
  private final KnownIdentity known;
  private final ContextWords context;
  private final List<NumberRun> numbers;
  private final List<Word> words;
  private final List<WebAddress> webAddresses;
  private final BitSet urls = new BitSet();
  private final int nesting;
  private final LabelSearch labels;

  /**
   * @param shadow of what was written
   * @param asked what the turn before asked for
   * @param known what is known of the customer
   * @param context the words of the configured languages
   */
  Passage(ShadowText shadow, Set<Label> asked, KnownIdentity known, ContextWords context) {
    this(shadow, asked, known, context, 0);
  }

  private Passage(
      ShadowText shadow, Set<Label> asked, KnownIdentity known, ContextWords context, int nesting) {
    this.shadow = shadow;
    this.nesting = nesting;
    this.webAddresses = nesting < MOST_NESTING ? WebAddress.in(shadow, nesting) : List.of();
    webAddresses.forEach(address -> urls.set(address.start(), address.end()));
    this.text = WebAddress.withoutValues(shadow.text(), webAddresses);
    this.lower = lowerCase(text);
    this.asked = asked.isEmpty() ? Set.of() : EnumSet.copyOf(asked);
    this.known = known;
    this.context = context;
    this.numbers = NumberRun.of(this);
    this.words = Word.in(text, context);
    this.labels = new LabelSearch(text, lower, context);
  }

  String text() {
    return text;
  }

  /** The web addresses; what their paths and parameters say is not in {@link #text()}. */
  List<WebAddress> webAddresses() {
    return webAddresses;
  }

  /** What was written, with the paths and parameters of web addresses. */
  ShadowText shadow() {
    return shadow;
  }

  /**
   * A value of a web address as a text of its own.
   *
   * @param value as it is read; each character in its place
   * @param label what the name of the value says that it is; null for nothing
   */
  Passage inner(ShadowText value, Label label) {
    Set<Label> labels = label == null ? Set.of() : Set.of(label);
    return new Passage(value, labels, known, context, nesting + 1);
  }

  /** Whether something that cannot be seen parts the character there from the one before. */
  boolean isParted(int index) {
    return shadow.isParted(index);
  }

  /** The text in lower case, each character in its place. */
  String lower() {
    return lower;
  }

  /** What is known of the customer. */
  KnownIdentity known() {
    return known;
  }

  /** The words of the configured languages that say what values are. */
  ContextWords context() {
    return context;
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
    return length >= 1 && length <= MAX_GAP && consistsOf(gap, before.end(), after.start());
  }

  /** Whether there is nothing but those signs from {@code start} to {@code end}. */
  boolean consistsOf(String signs, int start, int end) {
    for (int i = start; i < end; i++) {
      if (signs.indexOf(at(i)) < 0) {
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

  /** Whether the words around a value call it so, or without such words the turn before did. */
  boolean isCalled(Label label, Label expected) {
    return label == expected || label == null && asked(expected);
  }

  /**
   * What the words before say that the value there is: the nearest label of the same sentence; else
   * what the words after say ("... is my phone"). Null where they say nothing.
   */
  Label labelOf(int start, int end) {
    Label before = labels.before(start);
    return before == null ? labels.after(end) : before;
  }

  /** The nearest label before {@code index} in the same sentence, or null. */
  Label labelBefore(int index) {
    return labels.before(index);
  }

  /** Whether the value there has this label right before it: "phone number is 212...". */
  boolean isLabelled(Label label, int start) {
    return labels.touches(label, start);
  }

  /** Whether the word right before leads from the label to something else: "on", "to". */
  boolean isLedTo(int start) {
    return labels.leadsAway(start);
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
