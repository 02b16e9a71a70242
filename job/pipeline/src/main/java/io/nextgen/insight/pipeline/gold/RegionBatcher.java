package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.gold.salting.SaltedChat;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.speaker.CustomerTurns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gathers the chats of a {@code Region#salt} into batches. A batch closes when it is full, when its
 * oldest chat has waited long enough (processing time), when the next chat would make it larger
 * than a request may be, and at the end of the input.
 *
 * <p>Watermarks do not wait for a batch, so an enriched chat can be late by the time that batching
 * and the AI took; and a batch that the clock closed has no event timestamp. What follows goes by
 * the chats' own {@code eventTime}.
 */
public final class RegionBatcher extends KeyedProcessFunction<String, SaltedChat, ChatBatch>
    implements CheckpointedFunction {

  /** Below the service's limit for a request, 1 MB, even where a character takes three bytes. */
  static final int MAX_CHARACTERS = 300_000;

  /**
   * A batch that is being gathered.
   *
   * @param deadline when it closes at the latest (processing time, ms)
   */
  public record Gathering(int chats, int characters, long deadline) {

    Gathering with(int moreCharacters) {
      return new Gathering(chats + 1, characters + moreCharacters, deadline);
    }
  }

  private final int batchSize;
  private final long batchWaitMs;

  private transient ListState<SilverChat> chats;
  private transient ValueState<Gathering> gathering;
  private transient ListState<Long> batchingOfSubtasks;
  private transient volatile long batching;

  /**
   * @throws IllegalConfigurationException when an option is out of its range
   */
  public RegionBatcher(ReadableConfig config) {
    this(
        LanguageOptions.RULES.get(config, LanguageOptions.BATCH_SIZE),
        LanguageOptions.RULES.get(config, LanguageOptions.BATCH_WAIT));
  }

  RegionBatcher(int batchSize, Duration batchWait) {
    this.batchSize = batchSize;
    this.batchWaitMs = batchWait.toMillis();
  }

  @Override
  public void open(OpenContext context) {
    chats =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("chats-of-batch", Types.POJO(SilverChat.class)));
    gathering =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("gathering", Types.POJO(Gathering.class)));
    getRuntimeContext().getMetricGroup().gauge("chatsBatching", this::chatsBatching);
  }

  /**
   * The gauge {@code chatsBatching} cannot see the keyed state of all keys, so the count is state
   * of its own. After rescaling, a subtask's figure may belong to keys that went elsewhere; the sum
   * over all subtasks is right.
   */
  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    batchingOfSubtasks =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("chats-batching", Types.LONG));
    batching = 0;
    for (long count : batchingOfSubtasks.get()) {
      batching += count;
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    batchingOfSubtasks.update(List.of(batching));
  }

  /** Chats that wait in batches still open. */
  long chatsBatching() {
    return batching;
  }

  @Override
  public void processElement(SaltedChat salted, Context context, Collector<ChatBatch> out)
      throws Exception {
    int characters = CustomerTurns.text(salted.chat().messages()).length();
    Gathering soFar = gathering.value();
    if (soFar != null && soFar.characters() + characters > MAX_CHARACTERS) {
      close(soFar, context, out);
      soFar = null;
    }
    if (soFar == null) {
      soFar = open(context);
    }
    chats.add(salted.chat());
    batching++;
    Gathering now = soFar.with(characters);
    if (now.chats() >= batchSize) {
      close(now, context, out);
    } else {
      gathering.update(now);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ChatBatch> out)
      throws Exception {
    Gathering due = gathering.value();
    if (due != null) {
      close(due, context, out);
    }
  }

  private Gathering open(Context context) {
    long deadline = context.timerService().currentProcessingTime() + batchWaitMs;
    context.timerService().registerProcessingTimeTimer(deadline);
    // The end of the input, which does not wait for timers of processing time.
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    return new Gathering(0, 0, deadline);
  }

  private void close(Gathering due, Context context, Collector<ChatBatch> out) throws Exception {
    List<SilverChat> batch = new ArrayList<>();
    chats.get().forEach(batch::add);
    out.collect(new ChatBatch(SaltedChat.regionOf(batch.get(0)), batch));
    batching -= batch.size();
    chats.clear();
    gathering.clear();
    context.timerService().deleteProcessingTimeTimer(due.deadline());
    context.timerService().deleteEventTimeTimer(Long.MAX_VALUE);
  }
}
