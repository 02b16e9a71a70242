package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.LandedRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/**
 * Counts records in checkpointed state, which a test can look at, and fails once if it is told to.
 * After a failure it counts on from the checkpoint: a record read twice counts 2, a lost one
 * nothing.
 */
final class TestingLedger
    implements MapFunction<LandedRecord, String>, CheckpointedFunction, CheckpointListener {

  private static final long serialVersionUID = 1L;

  private static volatile Map<String, Integer> current = Map.of();
  private static volatile int failAfter = Integer.MAX_VALUE;
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private transient Map<String, Integer> counts;
  private transient ListState<Tuple2<String, Integer>> state;
  private transient boolean checkpointed;

  static void reset() {
    current = Map.of();
    failAfter = Integer.MAX_VALUE;
    FAILURES.set(0);
  }

  /** Fails at the first record after so many, but not before a checkpoint is complete. */
  static void failOnceAfter(int records) {
    failAfter = records;
  }

  static int failures() {
    return FAILURES.get();
  }

  /** Takes longer over each record than is needed. */
  static void takeItsTime() {
    failOnceAfter(Integer.MAX_VALUE - 1);
  }

  /** How often each record was seen, by its file and the value of its first field. */
  static Map<String, Integer> seen() {
    return current;
  }

  @Override
  public String map(LandedRecord record) throws Exception {
    if (counts.size() >= failAfter && checkpointed && FAILURES.compareAndSet(0, 1)) {
      throw new IllegalStateException("Failing, as the test asked for");
    }
    if (failAfter != Integer.MAX_VALUE && FAILURES.get() == 0) {
      Thread.sleep(0, 20_000); // or it would all be over before the first checkpoint
    }
    counts.merge(record.origin().file() + " " + record.text().split("\"")[3], 1, Integer::sum);
    return record.origin().file();
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpointed = !counts.isEmpty();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.update(
        counts.entrySet().stream().map(each -> Tuple2.of(each.getKey(), each.getValue())).toList());
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("seen", Types.TUPLE(Types.STRING, Types.INT)));
    counts = new ConcurrentHashMap<>();
    for (Tuple2<String, Integer> each : state.get()) {
      counts.put(each.f0, each.f1);
    }
    current = counts;
  }
}
