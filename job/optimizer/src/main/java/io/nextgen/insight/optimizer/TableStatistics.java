package io.nextgen.insight.optimizer;

import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/**
 * Statistics of tables and columns for the query planner. They are kept in the catalog, so only
 * tables that are in one have them. What data skipping needs is written with every file already.
 */
final class TableStatistics {
  private final SparkSession spark;
  private final PrintStream out;
  private final List<String> names;

  /**
   * @throws JobException where a table is not in the catalog
   */
  TableStatistics(SparkSession spark, PrintStream out, String catalog, List<LakeTable> tables) {
    this.spark = spark;
    this.out = out;
    this.names =
        tables.stream()
            .map(table -> Publication.name(catalog, table.layer(), table.table()))
            .toList();
    for (String name : names) {
      if (!exists(name)) {
        throw new JobException(
            "%s is not in the catalog: run publish --catalog %s first".formatted(name, catalog));
      }
    }
  }

  private boolean exists(String name) {
    try {
      return spark.catalog().tableExists(name);
    } catch (Exception e) {
      // Scala declares no exceptions; this one is of a catalog that is not there.
      if (e instanceof AnalysisException) {
        return false;
      }
      throw e;
    }
  }

  void compute() {
    for (String name : names) {
      try {
        spark.sql("ANALYZE TABLE %s COMPUTE STATISTICS FOR ALL COLUMNS".formatted(name));
      } catch (Exception e) {
        if (e.getMessage() == null
            || !e.getMessage().contains("NOT_SUPPORTED_COMMAND_FOR_V2_TABLE")) {
          throw e;
        }
        out.println("Statistics of tables: only Databricks computes them for Delta tables");
        return;
      }
    }
    out.printf("Statistics of %d tables computed%n", names.size());
  }
}
