package io.nextgen.insight.emulator.language;

import java.util.Collection;
import java.util.Locale;

/** The service's sentiment labels. A sentence is never mixed; a document or a target can be. */
public enum Sentiment {
  POSITIVE,
  NEUTRAL,
  NEGATIVE,
  MIXED;

  /** The label as the service writes it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The service's rule for a whole: positive and negative parts make it mixed, neutral parts count
   * only alone.
   */
  static Sentiment ofParts(Collection<Sentiment> parts) {
    boolean positive = parts.contains(POSITIVE);
    boolean negative = parts.contains(NEGATIVE);
    if (positive && negative) {
      return MIXED;
    }
    return positive ? POSITIVE : negative ? NEGATIVE : NEUTRAL;
  }
}
