package io.nextgen.insight.delta;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an {@link OrphanRemoval} beside the operator, again and again in growing intervals, until it
 * is complete. What fails here harms nobody's data: files stay until the next look, or until
 * VACUUM.
 */
final class OrphanRemovalThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanRemovalThread.class);

  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 300_000;
  private static final long CLOSE_SECONDS = 10;

  private final OrphanRemoval removal;
  private final String table;
  private final Counter removed;
  private final ExecutorService executor;

  private volatile boolean busy;
  private volatile boolean complete;
  private volatile long nextLook;
  private long pause = FIRST_PAUSE_MILLIS;

  OrphanRemovalThread(OrphanRemoval removal, String table, Counter removed) {
    this.removal = removal;
    this.table = table;
    this.removed = removed;
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "delta-orphans " + table);
              thread.setDaemon(true);
              return thread;
            });
  }

  boolean isComplete() {
    return complete;
  }

  /** Has a look, unless the last one was not long ago. Returns at once. */
  void look(OrphanSearch search) {
    if (busy || complete || System.currentTimeMillis() < nextLook) {
      return;
    }
    busy = true;
    executor.execute(() -> run(search));
  }

  /** Waits for a look to end, for a while. An interrupt ends the wait; it must not end the task. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Removing orphans of {} takes longer than {} s, giving up", table, CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(OrphanSearch search) {
    try {
      OrphanRemoval.Result result = removal.run(search);
      removed.inc(result.removed());
      if (result.removed() > 0) {
        LOG.info("Removed {} files of failed attempts from {}", result.removed(), table);
      }
      complete = result.complete();
    } catch (Exception e) {
      if (!executor.isShutdown()) {
        LOG.warn("Could not look for files of failed attempts in {}", table, e);
      }
    } finally {
      nextLook = System.currentTimeMillis() + pause;
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      busy = false;
    }
  }
}
