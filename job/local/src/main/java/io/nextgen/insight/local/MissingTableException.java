package io.nextgen.insight.local;

/** There is no Delta table where one was asked for. */
final class MissingTableException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingTableException(String table, Throwable cause) {
    super("There is no Delta table in " + table, cause);
  }
}
