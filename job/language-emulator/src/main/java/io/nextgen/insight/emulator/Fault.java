package io.nextgen.insight.emulator;

/** What can go wrong between a client and the service, one at a time for a request. */
public enum Fault {
  /** 429 with {@code Retry-After}, whatever the quota says. */
  THROTTLING,
  /** 500 {@code InternalServerError} or 503 {@code ServiceUnavailable}, half and half. */
  SERVER_ERROR,
  /** The connection is dropped in place of an answer. */
  RESET,
  /** 200 with the first half of the right answer. */
  BROKEN_JSON,
  /** 200 without a byte in it. */
  EMPTY_BODY,
  /** No answer until the emulator closes: the client's own timeout has to end it. */
  HANG,
  /** The request succeeds, but the document gets an entry in {@code errors}, on each attempt. */
  REFUSED_DOCUMENT
}
