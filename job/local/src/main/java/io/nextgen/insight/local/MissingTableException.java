package io.nextgen.insight.local;

import java.nio.file.Path;

/** There is no Delta table where one was asked for. */
final class MissingTableException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingTableException(Path table, Throwable cause) {
    super("There is no Delta table in " + table, cause);
  }
}
