package io.nextgen.insight.optimizer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What was done to each table, as a Delta table beside the others: {@code bronze.maintenance_runs}.
 * A table's own history tells it too, but has a file for each commit of the Flink job, thousands a
 * day, and all of them would have to be read to find the last Z-order.
 */
final class RunLog {
  static final String LAYER = "bronze";
  static final String TABLE = "maintenance_runs";

  private static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            column("run_at", DataTypes.TimestampType, "when the run began"),
            column("table_name", DataTypes.StringType, "such as gold.customer_insights"),
            column("action", DataTypes.StringType, "Z_ORDERED, COMPACTED or LEFT"),
            column("z_order", DataTypes.StringType, "the columns of a Z-order"),
            column("version", DataTypes.LongType, "of the table afterwards"),
            column("files_before", DataTypes.LongType, "files that a scan of the table read"),
            column("files_after", DataTypes.LongType, "files that a scan reads afterwards"),
            column("bytes_before", DataTypes.LongType, "size of the files before"),
            column("bytes_after", DataTypes.LongType, "size of the files afterwards"),
          });
  private static final int FILES_TO_COMPACT = 100;

  private final Lake lake;
  private final DeltaTable table;

  RunLog(Lake lake) {
    this.lake = lake;
    this.table = DeltaTable.at(lake.spark(), LAYER + "." + TABLE, lake.path(LAYER, TABLE));
  }

  /**
   * What was done to a table's files.
   *
   * @param zOrder columns, comma-separated; null unless it was Z-ordered
   * @param version of the table afterwards
   */
  record Entry(
      String tableName,
      Action action,
      String zOrder,
      long version,
      DeltaTable.Extent before,
      DeltaTable.Extent after) {}

  enum Action {
    Z_ORDERED,
    COMPACTED,
    /** There was nothing to put together. */
    LEFT
  }

  /** Version that the last Z-order by these columns left. */
  Optional<Long> lastZOrder(String tableName, String zOrder) {
    if (!table.exists()) {
      return Optional.empty();
    }
    Row newest =
        table
            .rows()
            .where(
                functions
                    .col("table_name")
                    .equalTo(tableName)
                    .and(functions.col("action").equalTo(Action.Z_ORDERED.name())))
            .selectExpr("max_by(struct(z_order, version), run_at) AS newest")
            .selectExpr("newest.z_order", "newest.version")
            .head();
    return zOrder.equals(newest.getString(0)) ? Optional.of(newest.getLong(1)) : Optional.empty();
  }

  void write(Instant runAt, List<Entry> entries) {
    List<Row> rows =
        entries.stream()
            .map(
                entry ->
                    RowFactory.create(
                        java.sql.Timestamp.from(runAt),
                        entry.tableName(),
                        entry.action().name(),
                        entry.zOrder(),
                        entry.version(),
                        entry.before().files(),
                        entry.after().files(),
                        entry.before().bytes(),
                        entry.after().bytes()))
            .toList();
    lake.spark()
        .createDataFrame(rows, SCHEMA)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(table.path());
    if (table.extent().files() > FILES_TO_COMPACT) {
      lake.spark().sql("OPTIMIZE " + table.sql());
    }
  }

  private static StructField column(
      String name, org.apache.spark.sql.types.DataType type, String comment) {
    return new StructField(
        name, type, true, new MetadataBuilder().putString("comment", comment).build());
  }
}
