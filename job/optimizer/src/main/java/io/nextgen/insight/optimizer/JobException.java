package io.nextgen.insight.optimizer;

/**
 * What a person can put right: a wrong option, a missing table. The message names the thing and the
 * cure; there is no stack trace to look past.
 */
public final class JobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JobException(String message) {
    super(message, null, false, false);
  }
}
