package io.nextgen.insight.pipeline.silver.masking;

/** What stands right beside digits and makes them a piece of a code, or an amount. */
final class CodeShape {
  private static final int LONGEST_UNIT = 16;

  private CodeShape() {}

  /**
   * Whether the digits from {@code start} on are the tail of something written in letters and
   * digits, such as {@code ORD-97366547} or {@code 0x80073291}. A label written without a space
   * ("tel5550134") is none.
   */
  static boolean isTailOfCode(Passage passage, int start) {
    if (passage.isParted(start)) {
      return false;
    }
    int i = start - 1;
    if (passage.at(i) == '-' || passage.at(i) == '_' || passage.at(i) == '.') {
      i--;
    }
    // Scripts without spaces between words have their words right before a number.
    if (!Character.isLetter(passage.at(i)) || Character.isIdeographic(passage.at(i))) {
      return false;
    }
    int end = i + 1;
    while (i > end - 24 && Character.isLetter(passage.at(i - 1))) {
      i--;
    }
    String word = passage.lower().substring(i, end);
    Meaning meaning = passage.context().of(word);
    Label label = meaning.label();
    boolean labelled =
        label != null && !Label.isImpersonal(label) || meaning.is(WordUse.NUMBER_WORD);
    return !labelled && !word.equals("is");
  }

  /** Whether letters and digits go on at {@code end}, as in {@code 51875-X46} or {@code 24M}. */
  static boolean isHeadOfCode(Passage passage, int end) {
    if (passage.isParted(end)) {
      return false;
    }
    char c = passage.at(end);
    if (c == '-' || c == '_') {
      char next = passage.at(end + 1);
      return Character.isLetter(next) && (next < 'a' || next > 'z');
    }
    return Character.isLetter(c) && Ascii.isDigit(passage.at(end + 1))
        || Character.isLetter(c) && Character.isUpperCase(c);
  }

  /** Whether an amount: a currency sign before, a unit behind, or decimals after a comma. */
  static boolean isAmount(Passage passage, int start, int end) {
    if (hasUnit(passage, end)) {
      return true;
    }
    int before = start - 1;
    if (passage.at(before) == ' ') {
      before--;
    }
    boolean currency = Character.getType(passage.at(before)) == Character.CURRENCY_SYMBOL;
    boolean decimals =
        passage.at(end) == ',' && Ascii.isDigit(passage.at(end + 1))
            || passage.at(start - 1) == ',' && Ascii.isDigit(passage.at(start - 2));
    return currency || decimals;
  }

  /** "Mbps", "ohm", "%". */
  private static boolean hasUnit(Passage passage, int end) {
    int start = " -(".indexOf(passage.at(end)) >= 0 ? end + 1 : end;
    if ("%°ΩΩµ".indexOf(passage.at(start)) >= 0) {
      return true;
    }
    int unitEnd = start;
    while (unitEnd - start < LONGEST_UNIT && Character.isLetter(passage.at(unitEnd))) {
      unitEnd++;
    }
    return unitEnd > start
        && !Ascii.isDigit(passage.at(unitEnd))
        && passage.context().of(passage.lower().substring(start, unitEnd)).is(WordUse.UNIT);
  }
}
