package io.nextgen.insight.local;

import java.util.List;
import org.apache.hadoop.service.launcher.IrqHandler;

/**
 * Ctrl-C and SIGTERM as a request instead of an end: a shutdown hook would run beside Flink's own,
 * which take the job's folders away while it makes its savepoint. A second Ctrl-C ends at once.
 */
final class StopSignal {
  private static final int EXIT_INTERRUPTED = 130;

  /** Tools such as {@code timeout} signal a process and then its group: that is one request. */
  private static final long SAME_REQUEST_NANOS = 1_000_000_000L;

  private volatile boolean requested;
  private long requestedAt;

  void listen() {
    for (String signal : List.of(IrqHandler.CONTROL_C, IrqHandler.SIGTERM)) {
      new IrqHandler(signal, interrupt -> request()).bind();
    }
  }

  boolean requested() {
    return requested;
  }

  private synchronized void request() {
    long now = System.nanoTime();
    if (requested && now - requestedAt > SAME_REQUEST_NANOS) {
      Runtime.getRuntime().halt(EXIT_INTERRUPTED);
    }
    requestedAt = now;
    requested = true;
  }
}
