package io.nextgen.insight.delta;

import io.delta.kernel.commit.CommitFailedException;
import io.delta.kernel.commit.CommitMetadata;
import io.delta.kernel.commit.CommitResponse;
import io.delta.kernel.commit.Committer;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.CommitInfo;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes what the log says about our commits, from the actions in them.
 *
 * <p>They are blind appends: they add files without having read any. Kernel says the contrary of
 * every commit. A DELETE, UPDATE or MERGE that runs meanwhile would then have to assume that our
 * rows depend on those that it changes, and fail; blind appends it lets pass, at Databricks'
 * default isolation level (WriteSerializable).
 *
 * <p>Parameters and metrics of the operation, which Kernel leaves empty, are those of Spark's
 * streaming writes, for {@code DESCRIBE HISTORY}: the query is the transaction identifier's
 * application, the epoch its version, the checkpoint.
 */
final class AppendCommitter implements Committer {

  static final Committer INSTANCE = new AppendCommitter();

  private AppendCommitter() {}

  @Override
  public CommitResponse commit(
      Engine engine, CloseableIterator<Row> actions, CommitMetadata commitMetadata)
      throws CommitFailedException {
    // They are in memory already, all of them from AppendTransaction.
    List<Row> all = new ArrayList<>();
    actions.forEachRemaining(all::add);
    Row completed =
        SingleAction.createCommitInfoSingleAction(
            completed(commitMetadata.getCommitInfo(), all).toRow());
    all.replaceAll(
        action -> action.isNullAt(SingleAction.COMMIT_INFO_ORDINAL) ? action : completed);
    return DefaultFileSystemManagedTableOnlyCommitter.INSTANCE.commit(
        engine, Utils.toCloseableIterator(all.iterator()), commitMetadata);
  }

  private static CommitInfo completed(CommitInfo info, List<Row> actions) {
    Map<String, String> parameters = new HashMap<>(info.getOperationParameters());
    parameters.put("outputMode", "Append");
    long files = 0;
    long rows = 0;
    long bytes = 0;
    for (Row action : actions) {
      if (!action.isNullAt(SingleAction.ADD_FILE_ORDINAL)) {
        AddFile file = new AddFile(action.getStruct(SingleAction.ADD_FILE_ORDINAL));
        files++;
        rows += file.getNumRecords().orElse(0L);
        bytes += file.getSize();
      } else if (!action.isNullAt(SingleAction.TXN_ORDINAL) && !parameters.containsKey("queryId")) {
        SetTransaction first = SetTransaction.fromRow(action.getStruct(SingleAction.TXN_ORDINAL));
        parameters.put("queryId", first.getAppId());
        parameters.put("epochId", Long.toString(first.getVersion()));
      }
    }
    return new CommitInfo(
        info.getInCommitTimestamp(),
        info.getTimestamp(),
        info.getEngineInfo(),
        info.getOperation(),
        parameters,
        Optional.of(true),
        info.getTxnId(),
        Map.of(
            "numAddedFiles", Long.toString(files),
            "numRemovedFiles", "0",
            "numOutputRows", Long.toString(rows),
            "numOutputBytes", Long.toString(bytes)));
  }
}
