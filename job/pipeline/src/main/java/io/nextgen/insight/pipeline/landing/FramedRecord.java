package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.Defect;

/**
 * One record of a file, or what stands where one should be.
 *
 * @param text its characters; an excerpt where {@code defect} says so
 * @param defect null for a record whose structure is whole
 */
record FramedRecord(String text, Defect defect) {

  /** Without the text, which may hold personal data. */
  @Override
  public String toString() {
    return "FramedRecord[%d characters, %s]".formatted(text.length(), defect);
  }
}
