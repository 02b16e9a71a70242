package io.nextgen.insight.pipeline.model;

/** In what way a field is not as the contract has it. */
public enum DriftKind {
  /** The contract does not know it. */
  NEW_FIELD,
  /** The contract knows it, but its value is of another type or unreadable, or it came twice. */
  UNREADABLE_FIELD
}
