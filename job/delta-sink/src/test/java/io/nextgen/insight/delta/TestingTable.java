package io.nextgen.insight.delta;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table as a reader sees it, through Delta Kernel. */
final class TestingTable {

  private final String path;
  private final Engine engine;

  TestingTable(String path, Map<String, String> hadoop) {
    this.path = path;
    this.engine = DefaultEngine.create(new HadoopSettings(hadoop).toConfiguration());
  }

  TestingTable(Path path) {
    this(path.toString(), Map.of());
  }

  Snapshot snapshot() {
    return TableManager.loadSnapshot(path).build(engine);
  }

  long version() {
    return snapshot().getVersion();
  }

  /** Whether a reader would find a table. */
  boolean exists() {
    try {
      return version() >= 0;
    } catch (TableNotFoundException e) {
      return false;
    }
  }

  /** Every row of the newest version, through the log and the Parquet files. */
  <T> List<T> rows(Function<Row, T> convert) throws IOException {
    List<T> rows = new ArrayList<>();
    Scan scan = snapshot().getScanBuilder().build();
    Row state = scan.getScanState(engine);
    StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
      while (files.hasNext()) {
        try (CloseableIterator<Row> fileRows = files.next().getRows()) {
          while (fileRows.hasNext()) {
            readFile(state, fileRows.next(), physical, convert, rows);
          }
        }
      }
    }
    return rows;
  }

  /** The {@code add} actions of the newest version. */
  List<Row> files() throws IOException {
    List<Row> added = new ArrayList<>();
    Scan scan = snapshot().getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine, true)) {
      while (files.hasNext()) {
        try (CloseableIterator<Row> fileRows = files.next().getRows()) {
          fileRows.forEachRemaining(
              row -> added.add(row.getStruct(row.getSchema().indexOf("add"))));
        }
      }
    }
    return added;
  }

  /** Lines of the log, one action each, of all versions. For tables on local disks. */
  List<String> actions() throws IOException {
    List<String> actions = new ArrayList<>();
    try (Stream<Path> log = Files.list(Path.of(path, "_delta_log"))) {
      List<Path> versions =
          log.filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      for (Path version : versions) {
        actions.addAll(Files.readAllLines(version));
      }
    }
    return actions;
  }

  private <T> void readFile(
      Row state, Row file, StructType physical, Function<Row, T> convert, List<T> rows)
      throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    try (CloseableIterator<ColumnarBatch> data =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(status), physical, Optional.empty())
                .map(result -> result.getData());
        CloseableIterator<FilteredColumnarBatch> logical =
            Scan.transformPhysicalData(engine, state, file, data)) {
      while (logical.hasNext()) {
        try (CloseableIterator<Row> batch = logical.next().getRows()) {
          batch.forEachRemaining(row -> rows.add(convert.apply(row)));
        }
      }
    }
  }
}
