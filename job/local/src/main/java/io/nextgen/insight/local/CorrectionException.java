package io.nextgen.insight.local;

/** A file of corrected letters that cannot be replayed as it is; nothing of it was. */
final class CorrectionException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param line from 1
   * @param reason a sentence, without what the line holds
   */
  CorrectionException(int line, String reason) {
    super("Line %d: %s Nothing was replayed.".formatted(line, reason));
  }
}
