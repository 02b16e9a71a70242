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
  private static final int RANGES = 28;

  private static final String MOST_RANGES = "spark.databricks.io.skipping.mdc.rangeId.max";

  /**
   * By default rows of the same range, region and priority are cut anywhere, so that files are of
   * one size, and most of them reach over a border: then they are read for both sides. Without it a
   * file ends where a region or a priority does, and may be larger.
   */
  private static final String CUT_ANYWHERE = "spark.databricks.io.skipping.mdc.addNoise";

  /** What Delta aims at by default, so what its readers get along with. */
  private static final long LARGEST_FILE = 1L << 30;

  private final Lake lake;
  private final RunLog runLog;
  private final List<String> zOrderColumns;
  private final int zOrderFiles;
  private final int zOrderMinNewPercent;
  private final long zOrderWholeBelow;
  private final long fileSize;

  FileLayout(Lake lake, RunLog runLog, Arguments arguments) {
    this.lake = lake;
    this.runLog = runLog;
    this.zOrderColumns = arguments.list(Option.Z_ORDER);
    this.zOrderFiles = arguments.number(Option.Z_ORDER_FILES, 1);
    this.zOrderMinNewPercent = arguments.number(Option.Z_ORDER_MIN_NEW, 0);
    this.zOrderWholeBelow = arguments.bytes(Option.Z_ORDER_WHOLE_BELOW);
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
    if (before.bytes() >= zOrderWholeBelow
        && 100.0 * ReadFiles.bytes(lake.spark(), fresh)
            < (double) zOrderMinNewPercent * before.bytes()) {
      // Not the smallest of the Z-ordered ones.
      return compact(table, target, target / 4);
    }
    optimize(
        table,
        target,
        target / 2,
        Map.of(
            MOST_RANGES,
            Integer.toString(RANGES),
            CUT_ANYWHERE,
            Boolean.toString(before.bytes() / RANGES > LARGEST_FILE)),
        " ZORDER BY (%s)".formatted(quoted(columns)));
    return new RunLog.Entry(
        table.name(), RunLog.Action.Z_ORDERED, zOrder, table.version(), before, table.extent());
  }

  private RunLog.Entry compact(DeltaTable table, long target) {
    return compact(table, target, target / 2);
  }

  /** Files below the size are put together; Delta leaves a partition's last alone. */
  private RunLog.Entry compact(DeltaTable table, long target, long below) {
    DeltaTable.Extent before = table.extent();
    optimize(table, target, below, Map.of(), "");
    DeltaTable.Extent after = table.extent();
    if (after.files() >= before.files()) {
      return left(table, after);
    }
    return new RunLog.Entry(
        table.name(), RunLog.Action.COMPACTED, null, table.version(), before, after);
  }

  private void optimize(
      DeltaTable table, long target, long below, Map<String, String> more, String zOrder) {
    try (SessionSettings size =
            new SessionSettings(
                lake.spark(),
                Map.of(
                    "spark.databricks.delta.optimize.maxFileSize", Long.toString(target),
                    "spark.databricks.delta.optimize.minFileSize", Long.toString(below)));
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
