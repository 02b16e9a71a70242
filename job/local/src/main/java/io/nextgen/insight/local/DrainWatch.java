package io.nextgen.insight.local;

/**
 * Tells when all that has landed is through: every file read, no chat waiting for its ticket, in a
 * batch or at the AI service, and then two checkpoints in a row without a record moving anywhere. A
 * checkpoint's barrier pushes every record before it out of the network buffers, so nothing can be
 * in between unseen.
 */
final class DrainWatch {
  private static final int QUIET_CHECKPOINTS = 2;

  private long recordsWhenQuiet = -1;
  private long checkpointWhenQuiet;

  /** Looks at the metrics; true as soon as everything is through. */
  boolean drained() {
    long moved = RunMetrics.recordsMoved();
    long checkpoints = RunMetrics.max("numberOfCompletedCheckpoints");
    if (!allRead() || pending() > 0 || moved != recordsWhenQuiet) {
      recordsWhenQuiet = moved;
      checkpointWhenQuiet = checkpoints;
      return false;
    }
    return checkpoints - checkpointWhenQuiet >= QUIET_CHECKPOINTS;
  }

  private static boolean allRead() {
    return RunMetrics.max("discoveryPasses") >= 2 && RunMetrics.sum("filesPending") == 0;
  }

  /** Chats that an operator holds back. */
  private static long pending() {
    return RunMetrics.sum("chatsWaiting")
        + RunMetrics.sum("chatsBatching")
        + RunMetrics.sum("batchesInFlight");
  }
}
