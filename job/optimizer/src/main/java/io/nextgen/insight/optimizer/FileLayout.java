package io.nextgen.insight.optimizer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the small files of a stream together: plainly in bronze and silver, whose partitions are
 * days, and Z-ordered in gold.
 */
final class FileLayout {
  static final long SMALLEST_Z_ORDERED = 64L << 10;
  static final long LARGEST_Z_ORDERED = 128L << 20;

  /**
   * Delta numbers the values of a column by ranges, 1,000 of them at most, and weaves the numbers'
   * bits into one another. A column with few values, as Region and Priority, has small numbers,
   * whose bits come after those by which an id has long been told from every other: the files would
   * be sorted by the id alone. With 28 ranges, the ids' numbers are as small as the regions'.
   */
  private static final Map<String, String> RANGES =
      Map.of("spark.databricks.io.skipping.mdc.rangeId.max", "28");

  private final Lake lake;
  private final RunLog runLog;
  private final List<String> zOrderColumns;
  private final int zOrderFiles;
  private final int zOrderMinNewPercent;
  private final long fileSize;

  FileLayout(Lake lake, RunLog runLog, Arguments arguments) {
    this.lake = lake;
    this.runLog = runLog;
    this.zOrderColumns = arguments.list(Option.Z_ORDER);
    this.zOrderFiles = arguments.number(Option.Z_ORDER_FILES, 1);
    this.zOrderMinNewPercent = arguments.number(Option.Z_ORDER_MIN_NEW, 0);
    this.fileSize = arguments.bytes(Option.FILE_SIZE);
  }

  /**
   * Fails before anything is written where gold cannot be Z-ordered as asked.
   *
   * @throws JobException for a column that the table does not have
   */
  void check(DeltaTable insights) {
    List<String> columns = insights.columns();
    for (String column : zOrderColumns) {
      if (!columns.contains(column)) {
        throw new JobException(
            "--z-order names %s, which is no column of %s. It has: %s"
                .formatted(column, insights.name(), String.join(", ", columns)));
      }
    }
    if (zOrderColumns.isEmpty()) {
      throw new JobException("--z-order names no column");
    }
  }

  RunLog.Entry improve(LakeTable kind, DeltaTable table) {
    return kind.partitionColumn() == null ? zOrder(table) : compact(table, fileSize);
  }

  private RunLog.Entry zOrder(DeltaTable table) {
    List<String> there = table.columns();
    List<String> columns = zOrderColumns.stream().filter(there::contains).toList();
    if (columns.isEmpty()) {
      return compact(table, fileSize);
    }
    String zOrder = String.join(",", columns);
    DeltaTable.Extent before = table.extent();
    long target =
        Math.max(SMALLEST_Z_ORDERED, Math.min(LARGEST_Z_ORDERED, before.bytes() / zOrderFiles));
    Set<String> fresh = newFiles(table, runLog.lastZOrder(table.name(), zOrder));
    if (fresh.isEmpty()) {
      return left(table, before);
    }
    if (100.0 * ReadFiles.bytes(lake.spark(), fresh)
        < (double) zOrderMinNewPercent * before.bytes()) {
      return compact(table, target);
    }
    optimize(table, target, RANGES, " ZORDER BY (%s)".formatted(quoted(columns)));
    return new RunLog.Entry(
        table.name(), RunLog.Action.Z_ORDERED, zOrder, table.version(), before, table.extent());
  }

  /** Files below half the size aimed at are put together; Delta leaves a partition's last alone. */
  private RunLog.Entry compact(DeltaTable table, long target) {
    DeltaTable.Extent before = table.extent();
    optimize(table, target, Map.of(), "");
    DeltaTable.Extent after = table.extent();
    if (after.files() >= before.files()) {
      return left(table, after);
    }
    return new RunLog.Entry(
        table.name(), RunLog.Action.COMPACTED, null, table.version(), before, after);
  }

  private void optimize(DeltaTable table, long target, Map<String, String> more, String zOrder) {
    try (SessionSettings size =
            new SessionSettings(
                lake.spark(),
                Map.of(
                    "spark.databricks.delta.optimize.maxFileSize", Long.toString(target),
                    "spark.databricks.delta.optimize.minFileSize", Long.toString(target / 2)));
        SessionSettings others = new SessionSettings(lake.spark(), more)) {
      lake.spark().sql("OPTIMIZE " + table.sql() + zOrder);
    }
  }

  /** All files where there was no Z-order, or where the log no longer goes back to it. */
  private Set<String> newFiles(DeltaTable table, Optional<Long> zOrdered) {
    Set<String> files = ReadFiles.files(table.rows());
    if (zOrdered.isPresent()) {
      try {
        files.removeAll(
            ReadFiles.files(
                lake.spark()
                    .read()
                    .format("delta")
                    .option("versionAsOf", zOrdered.get())
                    .load(table.path())));
      } catch (Exception e) {
        if (e.getMessage() == null || !e.getMessage().contains("DELTA_")) {
          throw e;
        }
      }
    }
    return files;
  }

  private static RunLog.Entry left(DeltaTable table, DeltaTable.Extent extent) {
    return new RunLog.Entry(
        table.name(), RunLog.Action.LEFT, null, table.version(), extent, extent);
  }

  static String quoted(List<String> columns) {
    return "`" + String.join("`, `", columns) + "`";
  }
}
