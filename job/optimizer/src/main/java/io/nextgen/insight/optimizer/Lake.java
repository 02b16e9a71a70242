package io.nextgen.insight.optimizer;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Where the tables are, and the Spark session that works on them. */
final class Lake {
  private static final String LAYER = "{layer}";

  private final SparkSession spark;
  private final String root;
  private final Map<LakeTable, DeltaTable> opened = new EnumMap<>(LakeTable.class);

  /**
   * @param root above the layers' folders, or with a placeholder for the layer
   * @throws JobException where it holds another placeholder
   */
  Lake(SparkSession spark, String root) {
    if (root.replace(LAYER, "").matches(".*[{}].*")) {
      throw new JobException("The only placeholder that --lake may hold is {layer}");
    }
    this.spark = spark;
    this.root = root;
  }

  SparkSession spark() {
    return spark;
  }

  String path(String layer, String table) {
    String stripped = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    return stripped.contains(LAYER)
        ? stripped.replace(LAYER, layer) + "/" + table
        : stripped + "/" + layer + "/" + table;
  }

  /**
   * Whether it is there is looked up once.
   *
   * @throws JobException where there is no Delta table
   */
  DeltaTable open(LakeTable table) {
    return opened.computeIfAbsent(
        table,
        kind -> DeltaTable.open(spark, kind.qualifiedName(), path(kind.layer(), kind.table())));
  }
}
