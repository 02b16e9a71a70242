package io.nextgen.insight.delta.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark with Delta, once for all tests of this module; it ends with their process. */
final class TestingSpark {

  private TestingSpark() {}

  static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.shuffle.partitions", "2")
        // By default a table's log is replayed in 50 tasks, whatever its size.
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
        .config("spark.sql.session.timeZone", "UTC")
        // Spark 3 asks to be told the calendar of files that it has not written itself.
        .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", Path.of("target/warehouse").toAbsolutePath().toString())
        .getOrCreate();
  }
}
