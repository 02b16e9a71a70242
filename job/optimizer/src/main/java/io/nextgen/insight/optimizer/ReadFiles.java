package io.nextgen.insight.optimizer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Which of a table's files a query reads: those that the statistics in the log do not rule out.
 *
 * @param bytes of the files that are read
 */
record ReadFiles(long files, long bytes, DeltaTable.Extent table) {

  static ReadFiles of(SparkSession spark, DeltaTable table, Dataset<Row> query) {
    Set<String> files = files(query);
    return new ReadFiles(files.size(), bytes(spark, files), table.extent());
  }

  static Set<String> files(Dataset<Row> query) {
    return new HashSet<>(Arrays.asList(query.inputFiles()));
  }

  /** Their sizes as Spark sees them, without reading them. */
  static long bytes(SparkSession spark, Set<String> files) {
    if (files.isEmpty()) {
      return 0;
    }
    return spark
        .read()
        .format("binaryFile")
        .load(files.toArray(String[]::new))
        .selectExpr("sum(length)")
        .head()
        .getLong(0);
  }

  double percent() {
    return table.files() == 0 ? 0 : 100.0 * files / table.files();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "reads %,d of %,d files (%.1f %%), skips %s of %s",
        files,
        table.files(),
        percent(),
        Sizes.format(table.bytes() - bytes),
        Sizes.format(table.bytes()));
  }
}
