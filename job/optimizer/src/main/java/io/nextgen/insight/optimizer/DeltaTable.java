package io.nextgen.insight.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table by its path. All work on it goes through SQL and Spark's public API, as Databricks has
 * its own classes behind them.
 */
final class DeltaTable {
  private final SparkSession spark;
  private final String name;
  private final String path;

  private DeltaTable(SparkSession spark, String name, String path) {
    this.spark = spark;
    this.name = name;
    this.path = path;
  }

  /** How much a table holds in its newest version. */
  record Extent(long files, long bytes) {}

  /**
   * @param name as people call it, for messages
   * @throws JobException where there is no Delta table at the path
   */
  static DeltaTable open(SparkSession spark, String name, String path) {
    DeltaTable table = new DeltaTable(spark, name, path);
    if (!table.exists()) {
      throw new JobException(
          "There is no Delta table %s at %s. Is --lake right, and has the Flink job run?"
              .formatted(name, path));
    }
    return table;
  }

  /** For a table that may not be there yet. */
  static DeltaTable at(SparkSession spark, String name, String path) {
    return new DeltaTable(spark, name, path);
  }

  boolean exists() {
    try {
      detail();
      return true;
    } catch (Exception e) {
      // Scala declares no exceptions, so the compiler does not know of this AnalysisException.
      if (e.getMessage() != null && e.getMessage().contains("DELTA_MISSING_DELTA_TABLE")) {
        return false;
      }
      throw e;
    }
  }

  String name() {
    return name;
  }

  String path() {
    return path;
  }

  /** The table's name in SQL. */
  String sql() {
    return "delta.`" + path.replace("`", "``") + "`";
  }

  Dataset<Row> rows() {
    return spark.read().format("delta").load(path);
  }

  List<String> columns() {
    return Arrays.asList(rows().columns());
  }

  Extent extent() {
    Row detail = detail();
    return new Extent(detail.getAs("numFiles"), detail.getAs("sizeInBytes"));
  }

  Map<String, String> properties() {
    Row detail = detail();
    return detail.getJavaMap(detail.fieldIndex("properties"));
  }

  /** The newest version. */
  long version() {
    return spark.sql("DESCRIBE HISTORY " + sql() + " LIMIT 1").head().getAs("version");
  }

  private Row detail() {
    return spark.sql("DESCRIBE DETAIL " + sql()).head();
  }
}
