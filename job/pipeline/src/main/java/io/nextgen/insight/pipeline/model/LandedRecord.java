package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * One record exactly as it came.
 *
 * @param kind chat or ticket
 * @param text the record's own characters, untouched; of binary data and of records that are too
 *     large an excerpt, as {@code framingError} says
 * @param origin where it came from
 * @param ingestedAt when the job read it (processing time)
 * @param framingError why this is not a JSON object (a cut file, a foreign format, a scalar); null
 *     for a record that was framed as one
 */
public record LandedRecord(
    RecordKind kind, String text, Origin origin, Instant ingestedAt, Defect framingError) {

  /** Without the text, which may hold personal data. */
  @Override
  public String toString() {
    return "LandedRecord[%s, %s, %d characters]".formatted(kind, origin, text.length());
  }
}
