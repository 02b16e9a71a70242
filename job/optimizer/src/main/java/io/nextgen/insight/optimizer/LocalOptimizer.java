package io.nextgen.insight.optimizer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** The job on one machine, with a Spark of its own: what {@code job/optimize} starts. */
public final class LocalOptimizer {
  private static final int WRONG_USAGE = 2;

  private LocalOptimizer() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0 || Stream.of(args).anyMatch("--help"::equals)) {
      System.out.println(Arguments.usage());
      return;
    }
    Path scratch = Files.createTempDirectory("insight-optimizer");
    try {
      Arguments arguments = Arguments.parse(args);
      try (SparkSession spark = session(scratch)) {
        OptimizerJob.run(spark, arguments, System.getenv(), System.out);
      }
    } catch (JobException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
    }
  }

  /**
   * Settings that a small lake on a laptop wants: by default a table's log is replayed in 50 tasks,
   * and VACUUM lists folders in 10,000.
   */
  static SparkSession session(Path scratch) {
    return SparkSession.builder()
        .appName("insight-optimizer")
        .master("local[2]")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", scratch.toString())
        .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
        .getOrCreate();
  }
}
