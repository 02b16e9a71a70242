package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * What Spark leaves of a table with {@code delta.setTransactionRetentionDuration}: a checkpoint of
 * the log without the transaction identifiers, which have expired.
 */
final class TestingForgetfulCheckpoint {

  private static final Engine ENGINE = DefaultEngine.create(new Configuration());

  private TestingForgetfulCheckpoint() {}

  static void write(String table) throws IOException {
    Snapshot snapshot = TableManager.loadSnapshot(table).build(ENGINE);
    String checkpoint =
        FileNames.checkpointFileSingular(
                new io.delta.kernel.internal.fs.Path(table, "_delta_log"), snapshot.getVersion())
            .toString();
    Files.deleteIfExists(Path.of(URI.create(checkpoint)));
    try (CloseableIterator<FilteredColumnarBatch> actions =
        snapshot.getCreateCheckpointIterator(ENGINE).map(TestingForgetfulCheckpoint::forgetful)) {
      ENGINE.getParquetHandler().writeParquetFileAtomically(checkpoint, actions);
    }
    try (var log = Files.list(Path.of(URI.create(table)).resolve("_delta_log"))) {
      for (Path crc : log.filter(file -> file.toString().endsWith(".crc")).toList()) {
        Files.delete(crc);
      }
    }
  }

  /** Removes the commits before the newest checkpoint, as the clean-up of the log does. */
  static void cleanUpLog(String table) throws IOException {
    long version = TableManager.loadSnapshot(table).build(ENGINE).getVersion();
    for (long old = 0; old < version; old++) {
      Files.delete(
          Path.of(
              URI.create(FileNames.deltaFile(URI.create(table + "/_delta_log").toString(), old))));
    }
  }

  private static FilteredColumnarBatch forgetful(FilteredColumnarBatch batch) {
    ColumnarBatch actions = batch.getData();
    ColumnVector identifiers = actions.getColumnVector(actions.getSchema().indexOf("txn"));
    return new FilteredColumnarBatch(
        actions, Optional.of(new Others(identifiers, batch.getSelectionVector())));
  }

  /** Selects the rows without an identifier. */
  private record Others(ColumnVector identifiers, Optional<ColumnVector> selected)
      implements ColumnVector {

    @Override
    public DataType getDataType() {
      return BooleanType.BOOLEAN;
    }

    @Override
    public int getSize() {
      return identifiers.getSize();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
      return false;
    }

    @Override
    public boolean getBoolean(int row) {
      return identifiers.isNullAt(row)
          && selected.map(rows -> !rows.isNullAt(row) && rows.getBoolean(row)).orElse(true);
    }
  }
}
