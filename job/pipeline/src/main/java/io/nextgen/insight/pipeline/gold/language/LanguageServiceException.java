package io.nextgen.insight.pipeline.gold.language;

import java.time.Duration;

/**
 * A request that got no usable answer. Carries no cause and nothing of the answer's body, either of
 * which may quote the text.
 */
public final class LanguageServiceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to do about it. */
  public enum Kind {
    /** Send fewer, and again. */
    THROTTLED,
    /** Send again: the service is down, unreachable or talks nonsense. */
    TRANSIENT,
    /** One of the documents is not taken, or the request is too large. */
    REFUSED,
    /** No request will succeed before someone changes the configuration. */
    CONFIGURATION
  }

  private final Kind kind;
  private final String code;
  private final Duration retryAfter;

  /**
   * @param code the service's error code, or ours for what has none
   * @param retryAfter the service's wish; null where it has none
   */
  LanguageServiceException(Kind kind, String code, Duration retryAfter, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static LanguageServiceException brokenAnswer(String what) {
    return new LanguageServiceException(
        Kind.TRANSIENT, "BrokenAnswer", null, "Azure AI Language sent a broken answer: " + what);
  }

  static LanguageServiceException unreachable(String what) {
    return new LanguageServiceException(
        Kind.TRANSIENT, "Unreachable", null, "Azure AI Language cannot be reached: " + what);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
