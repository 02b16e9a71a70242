package io.nextgen.insight.optimizer;

import org.apache.spark.sql.SparkSession;

/** Where the tables are, and the Spark session that works on them. */
record Lake(SparkSession spark, String root) {
  private static final String LAYER = "{layer}";

  /**
   * @param root above the layers' folders, or with a placeholder for the layer
   * @throws JobException where it holds another placeholder
   */
  Lake {
    if (root.replace(LAYER, "").matches(".*[{}].*")) {
      throw new JobException("The only placeholder that --lake may hold is {layer}");
    }
  }

  String path(String layer, String table) {
    String stripped = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    return stripped.contains(LAYER)
        ? stripped.replace(LAYER, layer) + "/" + table
        : stripped + "/" + layer + "/" + table;
  }

  /**
   * @throws JobException where there is no Delta table
   */
  DeltaTable open(LakeTable table) {
    return DeltaTable.open(spark, table.qualifiedName(), path(table.layer(), table.table()));
  }
}
