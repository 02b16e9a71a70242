package io.nextgen.insight.delta.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spark maintains a table while the sink writes to it and while the sink's process lies dead. The
 * rows are counted by Spark and by Kernel.
 */
class SparkBesideTheSinkIT {

  private static final String JOB_ID = "0123456789abcdef0123456789abcdef";

  @TempDir static Path warehouse;
  private static SparkSession spark;

  @TempDir Path directory;

  @BeforeAll
  static void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.shuffle.partitions", "2")
            // By default a table's log is replayed in 50 tasks, whatever its size.
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.warehouse.dir", warehouse.toString())
            .getOrCreate();
  }

  @AfterAll
  static void stopSpark() {
    if (spark != null) {
      spark.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", JOB_ID})
  void optimizeBetweenKillsRepeatsNothing(String jobId) throws Exception {
    TestingFlinkJob job = new TestingFlinkJob(directory, jobId, 60_000);
    job.killAfterVersion(job.start(), 2);
    sql("OPTIMIZE %s", job);
    job.killAfterVersion(job.start(), version(job));
    sql("OPTIMIZE %s ZORDER BY (id)", job);
    sql("VACUUM %s", job);

    assertThat(job.finish()).isEqualTo(60_000);

    assertThat(ids(job)).isEqualTo(upTo(60_000));
    assertThat(operations(job)).contains("OPTIMIZE", "VACUUM END", "STREAMING UPDATE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", JOB_ID})
  void deletedRowsDoNotComeBack(String jobId) throws Exception {
    TestingFlinkJob job = new TestingFlinkJob(directory, jobId, 60_000);
    job.killAfterVersion(job.start(), 3);
    Set<Long> deleted = Set.copyOf(ids(job, "WHERE id % 7 = 0"));
    sql("DELETE FROM %s WHERE id % 7 = 0", job);

    long kept = job.finish();

    assertThat(deleted).isNotEmpty();
    assertThat(kept).isEqualTo(60_000 - deleted.size());
    assertThat(ids(job))
        .isEqualTo(upTo(60_000).stream().filter(id -> !deleted.contains(id)).toList());
  }

  /** The job never restarts by itself, so a commit that gave up would end its process. */
  @Test
  void everyMaintenanceGoesOnWhileTheJobWrites() throws Exception {
    TestingFlinkJob job = new TestingFlinkJob(directory, "", 1_000_000);
    Process process = job.start();
    job.awaitVersion(process, 2);
    for (String maintenance :
        List.of(
            "OPTIMIZE %s",
            "ALTER TABLE %s SET TBLPROPERTIES ('delta.isolationLevel' = 'WriteSerializable')",
            "DELETE FROM %s WHERE id < 100",
            "ALTER TABLE %s ADD COLUMN (note STRING COMMENT 'set by hand')",
            "UPDATE %s SET note = 'small' WHERE id < 200",
            "ALTER TABLE %s ALTER COLUMN id COMMENT 'the number'",
            "OPTIMIZE %s ZORDER BY (id)",
            "VACUUM %s",
            "ALTER TABLE %s SET TBLPROPERTIES ('delta.dataSkippingNumIndexedCols' = '2')")) {
      long before = version(job);
      sql(maintenance, job);
      job.awaitVersion(process, version(job) + 1);
      assertThat(version(job)).isGreaterThan(before + 1);
    }

    job.killAfterVersion(process, version(job));

    assertThat(job.finish()).isEqualTo(1_000_000 - 100);

    assertThat(ids(job)).isEqualTo(upTo(1_000_000).subList(100, 1_000_000));
    assertThat(ids(job, "WHERE note = 'small'")).hasSize(100);
    assertThat(ids(job, "WHERE note IS NULL")).hasSize(1_000_000 - 200);
  }

  private static Dataset<Row> sql(String statement, TestingFlinkJob job) {
    return spark.sql(statement.replace("%s", "delta.`" + job.table() + "`"));
  }

  private static List<Long> ids(TestingFlinkJob job) {
    return ids(job, "");
  }

  private static List<Long> ids(TestingFlinkJob job, String where) {
    return sql("SELECT id FROM %s " + where + " ORDER BY id", job)
        .as(Encoders.LONG())
        .collectAsList();
  }

  private static long version(TestingFlinkJob job) {
    return sql("DESCRIBE HISTORY %s LIMIT 1", job).first().getLong(0);
  }

  private static List<String> operations(TestingFlinkJob job) {
    return sql("DESCRIBE HISTORY %s", job)
        .select("operation")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private static List<Long> upTo(long rows) {
    return LongStream.range(0, rows).boxed().toList();
  }
}
