package io.nextgen.insight.pipeline.silver.masking;

/** Looks for the words around a place in a text that say what the value there is. */
final class LabelSearch {
  /** A label counts up to this many characters before its value. */
  private static final int REACH_CHARACTERS = 72;

  private static final int REACH_WORDS = 7;

  /** An order's word is soon about something else, so it counts only when it is near. */
  private static final int REFERENCE_REACH_WORDS = 4;

  private static final int MIN_VALUE_DIGITS = 4;

  private final String lower;
  private final LabelText text;

  /** The last place that was asked for its label, and the answer: detectors ask for it in turn. */
  private int labelledPlace = -1;

  private Label labelOfPlace;

  /**
   * @param lower the text in lower case
   */
  LabelSearch(String written, String lower, ContextWords context) {
    this.lower = lower;
    this.text = new LabelText(written, lower, context);
  }

  /** The nearest label before {@code index} in the same sentence, or null. */
  Label before(int index) {
    if (index != labelledPlace) {
      labelOfPlace = findBefore(index);
      labelledPlace = index;
    }
    return labelOfPlace;
  }

  private Label findBefore(int index) {
    int limit = Math.max(0, index - REACH_CHARACTERS);
    boolean numberWord = false;
    boolean destination = false;
    boolean listed = false;
    int owned = 0;
    int words = 0;
    int i = index;
    while (i > limit && words < REACH_WORDS) {
      int end = text.endOfWordBefore(i, limit);
      if (end < 0) {
        break;
      }
      int start = text.wordStart(end, limit);
      if (start == limit && limit > 0) {
        break;
      }
      String word = lower.substring(start, end);
      Meaning meaning = text.meaningOf(start, end);
      Label label = text.labelOf(start, end);
      if (label == null && words == 0 && meaning.is(WordUse.NUMBERED)) {
        return Label.REFERENCE;
      }
      boolean counts =
          label == Label.THING
              ? owned == words
              : !Label.isImpersonal(label)
                  || words < REFERENCE_REACH_WORDS && !(label == Label.REFERENCE && destination);
      if (listed && label != null) {
        return Label.isImpersonal(label) && word.endsWith("s") ? label : null;
      }
      if (label != null && counts) {
        return label == Label.ADDRESS ? kindOfAddress(start, limit) : label;
      }
      destination |= words == 0 && meaning.is(WordUse.DESTINATION);
      if (numberWord && makesNumberPhone(word, meaning)) {
        return Label.PHONE;
      }
      if (isValue(word)) {
        if (words > 1) {
          break;
        }
        // "Orders A695295040 and 854067955": a plural before speaks of both.
        listed = true;
        words = 0;
      }
      numberWord = meaning.is(WordUse.NUMBER_WORD);
      if (!numberWord) {
        words++;
        owned += meaning.is(WordUse.OWNING) ? 1 : 0;
      }
      i = start;
    }
    return null;
  }

  /** An email or a MAC address is no place to live. */
  private Label kindOfAddress(int index, int limit) {
    int end = text.endOfWordBefore(index, limit);
    Label label = end < 0 ? null : text.meaningOf(text.wordStart(end, limit), end).label();
    return label == Label.MAC || label == Label.EMAIL ? label : Label.ADDRESS;
  }

  /** Whether the word before leads to something else: "my account is on UNL5G-4949". */
  boolean leadsAway(int index) {
    int limit = Math.max(0, index - REACH_CHARACTERS);
    int end = text.endOfWordBefore(index, limit);
    return end > 0 && text.meaningOf(text.wordStart(end, limit), end).is(WordUse.DESTINATION);
  }

  /** Whether nothing but words such as "number" and "is" stands between the label and its value. */
  boolean touches(Label label, int index) {
    int limit = Math.max(0, index - REACH_CHARACTERS);
    int end = text.endOfWordBefore(index, limit);
    while (end > 0) {
      int start = text.wordStart(end, limit);
      Meaning meaning = text.meaningOf(start, end);
      if (text.labelOf(start, end) == label) {
        return true;
      }
      if (!meaning.is(WordUse.NUMBER_WORD) && !meaning.is(WordUse.OWNING)) {
        return false;
      }
      end = text.endOfWordBefore(start, limit);
    }
    return false;
  }

  /** The label in "... is my phone", directly after {@code index}, or null. */
  Label after(int index) {
    boolean owned = false;
    int i = index;
    for (int words = 0; words < 5; words++) {
      while (i < lower.length() && (lower.charAt(i) == ' ' || lower.charAt(i) == ',')) {
        i++;
      }
      int end = i;
      while (end < lower.length() && end - i < 24 && LabelText.isWordPart(lower.charAt(end))) {
        end++;
      }
      if (end == i || Ascii.isDigit(lower.charAt(i))) {
        return null;
      }
      Meaning meaning = text.meaningOf(i, end);
      if (owned && meaning.label() != null) {
        return meaning.label();
      }
      owned |= meaning.is(WordUse.OWNING) || meaning.is(WordUse.POSSESSIVE);
      if (!owned && !meaning.is(WordUse.POINTING)) {
        return null;
      }
      i = end;
    }
    return null;
  }

  /** Whether "number" behind the word means a phone's: "her number", "Dana's number". */
  private static boolean makesNumberPhone(String word, Meaning meaning) {
    return meaning.is(WordUse.POSSESSIVE)
        || meaning.is(WordUse.PHONE_QUALIFIER)
        || word.endsWith("'s");
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
}
