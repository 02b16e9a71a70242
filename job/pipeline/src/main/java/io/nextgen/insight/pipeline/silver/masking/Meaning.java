package io.nextgen.insight.pipeline.silver.masking;

/**
 * What a word says of the values around it.
 *
 * @param label what a value beside it is; null for nothing
 * @param uses a bit for each {@link WordUse}
 * @param number what a spoken number stands for; null for any other word
 */
record Meaning(Label label, long uses, String number) {
  /** That of a word which says nothing. */
  static final Meaning NONE = new Meaning(null, 0, null);

  static Meaning of(Label label) {
    return new Meaning(label, 0, null);
  }

  /**
   * @param number null for a word that is no number
   */
  static Meaning of(WordUse use, String number) {
    return new Meaning(null, bit(use), number);
  }

  boolean is(WordUse use) {
    return (uses & bit(use)) != 0;
  }

  /** This and the other: a word may be a label in one language and a link in another. */
  Meaning and(Meaning other) {
    return new Meaning(
        label == null ? other.label : label,
        uses | other.uses,
        number == null ? other.number : number);
  }

  private static long bit(WordUse use) {
    return 1L << use.ordinal();
  }
}
