package io.nextgen.insight.pipeline.silver.masking;

/** A text word by word, backwards, as the search for labels reads it; and what the words say. */
final class LabelText {
  /** "Tel.", "acct." */
  private static final int LONGEST_ABBREVIATION = 4;

  /** "Cell-phone"; also bounds the time for each word. */
  private static final int LONGEST_COMPOUND = 16;

  private static final int SHORTEST_FIELD_NAME = 4;

  private final String text;
  private final String lower;
  private final ContextWords context;

  /**
   * @param lower the text in lower case
   */
  LabelText(String text, String lower, ContextWords context) {
    this.text = text;
    this.lower = lower;
    this.context = context;
  }

  /** The end of the word before {@code index}; -1 where the sentence or the reach ends first. */
  int endOfWordBefore(int index, int limit) {
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
    if (stop + 1 < lower.length() && lower.charAt(stop + 1) != ' ') {
      return false;
    }
    int start = wordStart(stop, Math.max(0, stop - LONGEST_ABBREVIATION - 1));
    if (stop - start == 1 && start > 0 && lower.charAt(start - 1) == '.') {
      return false;
    }
    if (stop - start > LONGEST_ABBREVIATION) {
      return true;
    }
    Meaning meaning = meaningOf(start, stop);
    return meaning.label() == null && !meaning.is(WordUse.NUMBER_WORD);
  }

  int wordStart(int end, int limit) {
    int start = end;
    while (start > limit && isWordPart(lower.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  Meaning meaningOf(int start, int end) {
    return context.of(lower.substring(start, end));
  }

  /** What the word says that a value behind it is; null for nothing. */
  Label labelOf(int start, int end) {
    Label label = meaningOf(start, end).label();
    if (label == null) {
      label = labelOfFieldName(start, end);
    }
    return label == null ? labelOfCompound(start, end) : label;
  }

  /** "LinkedAccountId", "contact_phone": what the name of a field says; null for any other word. */
  private Label labelOfFieldName(int start, int end) {
    if (end - start < SHORTEST_FIELD_NAME || !isFieldName(start, end)) {
      return null;
    }
    return FieldName.of(text.substring(start, end), context).label();
  }

  /** Parts joined by underscores or humps, or "id" at the end. */
  private boolean isFieldName(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      boolean hump =
          Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
      if (text.charAt(i) == '_' || hump) {
        return true;
      }
    }
    return lower.startsWith("id", end - 2);
  }

  /** "IMEI/MEID", "tel/mob", "b-day", "d.o.b": what the whole says, else one of the parts. */
  private Label labelOfCompound(int start, int end) {
    int first = start;
    while (end - first < LONGEST_COMPOUND && isCompoundPart(first - 1)) {
      first--;
    }
    Label whole = first < start ? meaningOf(first, end).label() : null;
    if (whole != null) {
      return whole;
    }
    int slash = end - 1;
    while (slash > start && lower.charAt(slash) != '/') {
      slash--;
    }
    if (slash == start) {
      return null;
    }
    Label last = meaningOf(slash + 1, end).label();
    Label front = meaningOf(start, slash).label();
    return last == null || Label.isImpersonal(last) && front != null ? front : last;
  }

  private boolean isCompoundPart(int i) {
    if (i < 0) {
      return false;
    }
    char c = lower.charAt(i);
    return isWordPart(c) || (c == '-' || c == '.') && i > 0 && isWordPart(lower.charAt(i - 1));
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '/' || c == '_';
  }
}
