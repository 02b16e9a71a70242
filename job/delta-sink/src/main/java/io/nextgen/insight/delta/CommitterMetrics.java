package io.nextgen.insight.delta;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the committer counts; on the committer's operator in the web UI. */
final class CommitterMetrics {

  private final Counter commits;
  private final Counter conflicts;
  private final Counter retries;
  private final Counter replays;
  private final Counter rows;
  private final Counter bytes;
  private final Counter files;
  private volatile long lastVersion = -1;
  private volatile long lastDuration = -1;
  private volatile long lastLag = -1;

  CommitterMetrics(MetricGroup group) {
    this.commits = group.counter("commits");
    this.conflicts = group.counter("commitConflicts");
    this.retries = group.counter("commitRetries");
    this.replays = group.counter("commitsAlreadyInTable");
    this.rows = group.counter("rowsCommitted");
    this.bytes = group.counter("bytesCommitted");
    this.files = group.counter("filesCommitted");
    group.gauge("lastTableVersion", () -> lastVersion);
    group.gauge("lastCommitDurationMs", () -> lastDuration);
    group.gauge("lastCommitLagMs", () -> lastLag);
  }

  /**
   * Counts a commit.
   *
   * @param version the table's new version
   * @param durationMillis how long the commit took
   * @param added its files, at least one; the lag counts from when the oldest was finished
   */
  void committed(long version, long durationMillis, Iterable<DataFile> added) {
    commits.inc();
    lastVersion = version;
    lastDuration = durationMillis;
    long oldest = Long.MAX_VALUE;
    for (DataFile file : added) {
      oldest = Math.min(oldest, file.modificationTime());
      files.inc();
      rows.inc(file.rows());
      bytes.inc(file.bytes());
    }
    lastLag = System.currentTimeMillis() - oldest;
  }

  void conflict() {
    conflicts.inc();
  }

  void retry() {
    retries.inc();
  }

  void replay() {
    replays.inc();
  }
}
