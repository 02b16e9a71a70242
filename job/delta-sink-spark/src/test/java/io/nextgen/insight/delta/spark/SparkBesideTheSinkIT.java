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

  private static final SparkSession SPARK = TestingSpark.session();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", JOB_ID})
  void optimizeAndDeleteBetweenKillsRepeatNothingAndBringNothingBack(String jobId)
      throws Exception {
    TestingFlinkJob job = new TestingFlinkJob(directory, jobId, 60_000);
    job.killAfterVersion(job.start(), 2);
    sql("OPTIMIZE %s", job);
    job.killAfterVersion(job.start(), job.version());
    Set<Long> deleted = Set.copyOf(ids(job, "WHERE id % 7 = 0"));
    sql("DELETE FROM %s WHERE id % 7 = 0", job);
    sql("OPTIMIZE %s ZORDER BY (id)", job);

    long rows = job.finish();

    assertThat(deleted).isNotEmpty();
    assertThat(rows).isEqualTo(60_000 - deleted.size());
    assertThat(ids(job))
        .isEqualTo(upTo(60_000).stream().filter(id -> !deleted.contains(id)).toList());
    assertThat(operations(job)).contains("OPTIMIZE", "DELETE", "STREAMING UPDATE");
  }

  /**
   * The job never restarts by itself, so a commit that gave up would end its process. DELETE and
   * UPDATE read where rows come in: at the table's isolation level they need not start over for
   * them.
   */
  @Test
  void everyMaintenanceGoesOnWhileTheJobWrites() throws Exception {
    TestingFlinkJob job = new TestingFlinkJob(directory, "", 1_000_000);
    Process process = job.start();
    job.awaitVersion(process, 2);
    for (String maintenance :
        List.of(
            "OPTIMIZE %s",
            "ALTER TABLE %s SET TBLPROPERTIES ('delta.checkpointInterval' = '5')",
            "INSERT INTO %s VALUES (-1, 'spark'), (-2, 'spark')",
            "ALTER TABLE %s ADD COLUMN (note STRING COMMENT 'set by hand')",
            "UPDATE %s SET note = 'kept' WHERE id = -1",
            "DELETE FROM %s WHERE id = -2",
            "ALTER TABLE %s ALTER COLUMN id COMMENT 'the number'",
            "OPTIMIZE %s ZORDER BY (id)",
            "VACUUM %s")) {
      sql(maintenance, job);
      job.awaitVersion(process, job.version() + 1);
    }
    long rows;
    if (process.isAlive()) {
      process.destroyForcibly().waitFor();
      rows = job.finish();
    } else {
      // Where Spark gets little of the machine, the job is through before it.
      rows = job.awaitEnd(process);
    }

    assertThat(rows).isEqualTo(1_000_000 + 1);

    assertThat(ids(job)).isEqualTo(LongStream.range(-1, 1_000_000).boxed().toList());
    assertThat(ids(job, "WHERE note IS NOT NULL")).containsExactly(-1L);
    assertThat(operations(job))
        .contains("OPTIMIZE", "SET TBLPROPERTIES", "WRITE", "ADD COLUMNS", "UPDATE", "DELETE")
        .contains("CHANGE COLUMN", "VACUUM END");
  }

  private static Dataset<Row> sql(String statement, TestingFlinkJob job) {
    return SPARK.sql(statement.replace("%s", "delta.`" + job.table() + "`"));
  }

  private static List<Long> ids(TestingFlinkJob job) {
    return ids(job, "");
  }

  private static List<Long> ids(TestingFlinkJob job, String where) {
    return sql("SELECT id FROM %s " + where + " ORDER BY id", job)
        .as(Encoders.LONG())
        .collectAsList();
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
