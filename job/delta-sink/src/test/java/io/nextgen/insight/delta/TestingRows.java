package io.nextgen.insight.delta;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Makes rows of numbers, with the troubles that a test asks for. */
final class TestingRows extends RichMapFunction<Long, RowData>
    implements CheckpointListener, CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  /** Failures still to come, in whichever attempt of whichever subtask. */
  private static volatile AtomicInteger failuresLeft = new AtomicInteger();

  private final boolean slow;
  private final Duration snapshotDelay;

  private boolean checkpointed;

  /**
   * @param slow whether to take a while, so that there are checkpoints in between
   * @param failures how often to fail, each time after another checkpoint
   * @param snapshotDelay how long subtask 0 takes for the first checkpoint and every third after it
   */
  TestingRows(boolean slow, int failures, Duration snapshotDelay) {
    this.slow = slow;
    this.snapshotDelay = snapshotDelay;
    failuresLeft = new AtomicInteger(failures);
  }

  @Override
  public RowData map(Long number) throws Exception {
    if (slow && number % 4 == 0) {
      Thread.sleep(1);
    }
    if (checkpointed && failuresLeft.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("A failure for the test");
    }
    return GenericRowData.of(
        number, StringData.fromString(String.format(Locale.ROOT, "p%d", number % 3)));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (context.getCheckpointId() % 3 == 1
        && getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
      Thread.sleep(snapshotDelay.toMillis());
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpointed = true;
  }
}
