package io.nextgen.insight.emulator.language;

/**
 * A stretch of a document, in UTF-16 code units from the document's start.
 *
 * @param start the first one
 * @param end the one after the last
 */
public record Span(int start, int end) {

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Its text in the document. */
  public String of(String document) {
    return document.substring(start, end);
  }

  /** How many code units lie between the two; 0 where they touch or overlap. */
  int distanceTo(Span other) {
    return Math.max(0, Math.max(other.start - end, start - other.end));
  }
}
