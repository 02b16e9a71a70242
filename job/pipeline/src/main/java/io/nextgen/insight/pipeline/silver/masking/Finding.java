package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;

/**
 * A personal value found in a passage.
 *
 * @param start where it begins in the passage's text
 * @param end where it ends, exclusive
 * @param identity the value in its normal spelling: what decides which token it gets
 */
record Finding(int start, int end, PiiKind kind, String identity) {

  /** A value that is known by how it is written. */
  static Finding asWritten(Passage passage, int start, int end, PiiKind kind) {
    String written = passage.text().substring(start, end);
    return new Finding(start, end, kind, NormalSpelling.of(kind, written));
  }

  /** The same in a text in which the passage begins at {@code offset}. */
  Finding shiftedBy(int offset) {
    return new Finding(start + offset, end + offset, kind, identity);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "Finding[%s, %d to %d]".formatted(kind, start, end);
  }
}
