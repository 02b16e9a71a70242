package io.nextgen.insight.pipeline.model;

/** Where in the flow a record ended as a dead letter. */
public enum Stage {
  /** The file could not be read or cut into records. */
  LANDING,
  /** A record is not the chat or ticket that it should be. */
  PARSE,
  /** The AI service refused the document for good. */
  ENRICH
}
