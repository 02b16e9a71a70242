package io.nextgen.insight.optimizer;

import java.time.Duration;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Removes files that no version of a table needs any more. */
final class Vacuum {
  static final Duration SAFE_RETENTION = Duration.ofDays(7);

  private final SparkSession spark;

  Vacuum(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @throws JobException below a retention that is safe beside the Flink job
   */
  static Duration checked(Duration retention) {
    if (retention.compareTo(SAFE_RETENTION) < 0) {
      throw new JobException(
          ("--vacuum-retention is less than %d d. Files that the Flink job has written and not yet"
                  + " committed look like leftovers to VACUUM: they must outlast the longest time"
                  + " from a checkpoint to the job's next start. Queries and time travel need the"
                  + " old files, too.")
              .formatted(SAFE_RETENTION.toDays()));
    }
    return retention;
  }

  void afterRetention(DeltaTable table, Duration retention) {
    spark.sql("VACUUM %s RETAIN %d HOURS".formatted(table.sql(), retention.toHours()));
  }

  /** Only what the log has as removed, so that files on the way to a commit stay. */
  void removedFiles(DeltaTable table) {
    atOnce("VACUUM %s LITE RETAIN 0 HOURS".formatted(table.sql()));
  }

  /** Whatever the newest version does not name: no other writer may run. */
  void everythingElse(DeltaTable table) {
    atOnce("VACUUM %s RETAIN 0 HOURS".formatted(table.sql()));
  }

  private void atOnce(String sql) {
    try (SessionSettings unchecked =
        new SessionSettings(
            spark, Map.of("spark.databricks.delta.retentionDurationCheck.enabled", "false"))) {
      spark.sql(sql);
    }
  }
}
