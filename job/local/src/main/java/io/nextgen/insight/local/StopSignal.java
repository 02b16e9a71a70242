package io.nextgen.insight.local;

import java.util.List;
import org.apache.hadoop.service.launcher.IrqHandler;

/**
 * Ctrl-C and SIGTERM as a request instead of an end: a shutdown hook would run beside Flink's own,
 * which take the job's folders away while it makes its savepoint. A second Ctrl-C ends at once.
 */
final class StopSignal {
  private static final int EXIT_INTERRUPTED = 130;

  private volatile boolean requested;

  void listen() {
    for (String signal : List.of(IrqHandler.CONTROL_C, IrqHandler.SIGTERM)) {
      new IrqHandler(signal, interrupt -> request()).bind();
    }
  }

  boolean requested() {
    return requested;
  }

  private void request() {
    if (requested) {
      Runtime.getRuntime().halt(EXIT_INTERRUPTED);
    }
    requested = true;
  }
}
