package io.nextgen.insight.local;

/**
 * Reports when the run's only TaskManager has ended. Flink ends it after a fatal error and does not
 * start another one in the same process; the job would wait for slots without a result.
 */
final class TaskManagerWatch {
  private static final String REGISTERED = "numRegisteredTaskManagers";

  private boolean registered;

  /** Looks at the metrics; false until a TaskManager has registered. */
  boolean ended() {
    boolean now = RunMetrics.max(REGISTERED) > 0;
    registered |= now;
    return registered && !now;
  }
}
