package io.nextgen.insight.pipeline.model;

/** What should happen to a chat's customer next. */
public enum NextAction {
  /** The retention team calls. */
  RETENTION_OUTREACH,
  /** A person reads the chat, because the model is not sure. */
  HUMAN_REVIEW,
  NONE
}
