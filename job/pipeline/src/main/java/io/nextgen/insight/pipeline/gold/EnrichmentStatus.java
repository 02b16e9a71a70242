package io.nextgen.insight.pipeline.gold;

/** How much of a chat the AI could read. */
public enum EnrichmentStatus {
  OK,
  /** Some of what was asked came back, some was refused. */
  PARTIAL,
  /** The service refused the document for good. */
  REFUSED,
  /** Nothing was said that could be read. */
  EMPTY
}
