package io.nextgen.insight.pipeline.model;

/** What a landed file holds, told by its path. */
public enum RecordKind {
  CHAT,
  TICKET,
  /** The path matches no configured pattern; such a file's content ends in the dead letters. */
  UNKNOWN
}
