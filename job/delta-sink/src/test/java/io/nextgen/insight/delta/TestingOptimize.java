package io.nextgen.insight.delta;

import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;

/** What OPTIMIZE leaves in the log: the same rows in other files, no data changed. */
final class TestingOptimize {

  private static final Engine ENGINE = DefaultEngine.create(new Configuration());

  private TestingOptimize() {}

  static void rewriteFiles(String path) throws IOException {
    Snapshot snapshot = TableManager.loadSnapshot(path).build(ENGINE);
    List<Row> actions = new ArrayList<>();
    Scan scan = snapshot.getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(ENGINE, true)) {
      while (files.hasNext()) {
        try (CloseableIterator<Row> rows = files.next().getRows()) {
          while (rows.hasNext()) {
            Row scanned = rows.next();
            rewrite(
                path, new AddFile(scanned.getStruct(scanned.getSchema().indexOf("add"))), actions);
          }
        }
      }
    }
    snapshot
        .buildUpdateTableTransaction("test", Operation.MANUAL_UPDATE)
        .build(ENGINE)
        .commit(
            ENGINE, CloseableIterable.inMemoryIterable(toCloseableIterator(actions.iterator())));
  }

  private static void rewrite(String table, AddFile file, List<Row> actions) throws IOException {
    Path root = Path.of(URI.create(table));
    String copy = "optimized-" + UUID.randomUUID() + ".parquet";
    Files.copy(root.resolve(URI.create(file.getPath()).getPath()), root.resolve(copy));
    actions.add(
        SingleAction.createRemoveFileSingleAction(file.toRemoveFileRow(false, Optional.empty())));
    actions.add(
        SingleAction.createAddFileSingleAction(
            AddFile.createAddFileRow(
                null,
                copy,
                file.getPartitionValues(),
                file.getSize(),
                file.getModificationTime(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }
}
