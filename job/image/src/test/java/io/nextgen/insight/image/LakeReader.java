package io.nextgen.insight.image;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;

/** Reads columns of Delta tables through their logs. */
record LakeReader(String lakePath, Configuration hadoop) {

  /** The column's values in their order, duplicates included; none before there is a table. */
  List<String> column(String layer, String table, String column) throws IOException {
    return values(layer, table, row -> row.getString(row.getSchema().indexOf(column)));
  }

  /** What the customer said first in each chat of silver. */
  List<String> messages() throws IOException {
    return values(
        "silver",
        "chats",
        row -> {
          int messages = row.getSchema().indexOf("messages");
          StructType message =
              (StructType)
                  ((ArrayType) row.getSchema().at(messages).getDataType()).getElementType();
          return row.getArray(messages)
              .getElements()
              .getChild(message.indexOf("text"))
              .getString(0);
        });
  }

  private List<String> values(String layer, String table, Function<Row, String> value)
      throws IOException {
    Engine engine = DefaultEngine.create(hadoop);
    Snapshot snapshot;
    try {
      snapshot =
          TableManager.loadSnapshot(lakePath.replace("{layer}", layer) + table).build(engine);
    } catch (TableNotFoundException notYet) {
      return List.of();
    }
    Scan scan = snapshot.getScanBuilder().build();
    Row state = scan.getScanState(engine);
    List<String> values = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> fileBatches = scan.getScanFiles(engine)) {
      while (fileBatches.hasNext()) {
        try (CloseableIterator<Row> files = fileBatches.next().getRows()) {
          while (files.hasNext()) {
            read(engine, state, files.next(), value, values);
          }
        }
      }
    }
    return values.stream().sorted().toList();
  }

  private static void read(
      Engine engine, Row state, Row file, Function<Row, String> value, List<String> values)
      throws IOException {
    try (CloseableIterator<FilteredColumnarBatch> batches =
        Scan.transformPhysicalData(
            engine,
            state,
            file,
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                    ScanStateRow.getPhysicalDataReadSchema(state),
                    Optional.empty())
                .map(result -> result.getData()))) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(row -> values.add(value.apply(row)));
        }
      }
    }
  }
}
