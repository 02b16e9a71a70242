package io.nextgen.insight.local;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/** Reads the newest version of a Delta table row by row, through its log and nothing else. */
final class DeltaTableReader {
  private final Engine engine;
  private final Snapshot snapshot;

  /**
   * @throws MissingTableException where there is no Delta table
   */
  DeltaTableReader(Path table) throws MissingTableException {
    this(table.toUri().toString(), table.toString(), new Configuration());
  }

  /**
   * @param table a URI
   * @throws MissingTableException where there is no Delta table
   */
  DeltaTableReader(String table, Configuration hadoop) throws MissingTableException {
    this(table, table, hadoop);
  }

  private DeltaTableReader(String table, String shown, Configuration hadoop)
      throws MissingTableException {
    engine = DefaultEngine.create(hadoop);
    try {
      snapshot = TableManager.loadSnapshot(table).build(engine);
    } catch (TableNotFoundException e) {
      throw new MissingTableException(shown, e);
    }
  }

  StructType schema() {
    return snapshot.getSchema();
  }

  /** Passes each row on; a row is valid only during its call. */
  void forEachRow(Consumer<Row> consumer) throws IOException {
    Scan scan = snapshot.getScanBuilder().build();
    Row state = scan.getScanState(engine);
    StructType physicalSchema = ScanStateRow.getPhysicalDataReadSchema(state);
    try (CloseableIterator<FilteredColumnarBatch> fileBatches = scan.getScanFiles(engine)) {
      while (fileBatches.hasNext()) {
        try (CloseableIterator<Row> files = fileBatches.next().getRows()) {
          while (files.hasNext()) {
            readFile(state, physicalSchema, files.next(), consumer);
          }
        }
      }
    }
  }

  long countRows() throws IOException {
    long[] count = new long[1];
    forEachRow(row -> count[0]++);
    return count[0];
  }

  private void readFile(Row state, StructType physicalSchema, Row file, Consumer<Row> consumer)
      throws IOException {
    CloseableIterator<ColumnarBatch> physical =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                physicalSchema,
                Optional.empty())
            .map(result -> result.getData());
    try (CloseableIterator<FilteredColumnarBatch> batches =
        Scan.transformPhysicalData(engine, state, file, physical)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(consumer);
        }
      }
    }
  }
}
