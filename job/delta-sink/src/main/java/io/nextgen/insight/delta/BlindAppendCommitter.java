package io.nextgen.insight.delta;

import io.delta.kernel.commit.CommitFailedException;
import io.delta.kernel.commit.CommitMetadata;
import io.delta.kernel.commit.CommitResponse;
import io.delta.kernel.commit.Committer;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.CommitInfo;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.utils.CloseableIterator;
import java.util.Optional;

/**
 * Says in the log that our commits are blind appends: they add files without having read any.
 *
 * <p>Kernel says the contrary of every commit. A DELETE, UPDATE or MERGE that runs meanwhile would
 * then have to assume that our rows depend on those that it changes, and fail; blind appends it
 * lets pass, at Databricks' default isolation level (WriteSerializable).
 */
final class BlindAppendCommitter implements Committer {

  static final Committer INSTANCE = new BlindAppendCommitter();

  private BlindAppendCommitter() {}

  @Override
  public CommitResponse commit(
      Engine engine, CloseableIterator<Row> actions, CommitMetadata commitMetadata)
      throws CommitFailedException {
    Row marked =
        SingleAction.createCommitInfoSingleAction(
            blindAppend(commitMetadata.getCommitInfo()).toRow());
    return DefaultFileSystemManagedTableOnlyCommitter.INSTANCE.commit(
        engine,
        actions.map(action -> action.isNullAt(SingleAction.COMMIT_INFO_ORDINAL) ? action : marked),
        commitMetadata);
  }

  private static CommitInfo blindAppend(CommitInfo info) {
    return new CommitInfo(
        info.getInCommitTimestamp(),
        info.getTimestamp(),
        info.getEngineInfo(),
        info.getOperation(),
        info.getOperationParameters(),
        Optional.of(true),
        info.getTxnId(),
        info.getOperationMetrics());
  }
}
