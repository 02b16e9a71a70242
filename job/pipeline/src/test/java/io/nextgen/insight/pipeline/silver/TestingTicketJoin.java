package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;

/** A {@link TicketJoin} in its operator, with a clock that stands still until it is set. */
final class TestingTicketJoin implements AutoCloseable {
  static final int MAX_PARALLELISM = 8;

  private final InterceptingOperatorMetricGroup metricGroup = new InterceptingOperatorMetricGroup();
  private final KeyedTwoInputStreamOperatorTestHarness<String, Chat, TicketDelivery, JoinedChat>
      harness;

  private TestingTicketJoin(Configuration config, long time, int parallelism, int subtask)
      throws Exception {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new TicketJoin(config, clock)) {
              @Override
              public OperatorMetricGroup getMetricGroup() {
                return metricGroup;
              }
            },
            Chat::custId,
            TicketDelivery::custId,
            Types.STRING,
            MAX_PARALLELISM,
            parallelism,
            subtask);
    harness
        .getExecutionConfig()
        .configure(
            new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
            getClass().getClassLoader());
    harness.setProcessingTime(time);
  }

  static TestingTicketJoin fresh(Configuration config) throws Exception {
    TestingTicketJoin join = new TestingTicketJoin(config, 0, 1, 0);
    join.harness.open();
    return join;
  }

  static TestingTicketJoin restored(Configuration config, OperatorSubtaskState state, long time)
      throws Exception {
    return restored(config, state, time, 1, 0);
  }

  static TestingTicketJoin restored(
      Configuration config, OperatorSubtaskState state, long time, int parallelism, int subtask)
      throws Exception {
    TestingTicketJoin join = new TestingTicketJoin(config, time, parallelism, subtask);
    join.harness.initializeState(state);
    join.harness.open();
    return join;
  }

  KeyedTwoInputStreamOperatorTestHarness<String, Chat, TicketDelivery, JoinedChat> harness() {
    return harness;
  }

  void accept(Chat chat) throws Exception {
    harness.processElement1(chat, 0);
  }

  void accept(Ticket ticket) throws Exception {
    deliver(ticket.custId(), ticket);
  }

  void deliver(String custId, Ticket ticket) throws Exception {
    harness.processElement2(new TicketDelivery(custId, ticket), 0);
  }

  void setTime(long millis) throws Exception {
    harness.setProcessingTime(millis);
  }

  List<JoinedChat> joined() {
    return harness.extractOutputValues();
  }

  /** The ids of the chats that went on, and the regions of their tickets. */
  List<Tuple> chatsAndRegions() {
    return joined().stream()
        .map(
            joined ->
                Tuple.tuple(
                    joined.chat().chatId(),
                    joined.ticket() == null ? null : joined.ticket().region()))
        .toList();
  }

  List<JoinedTicket> tickets() {
    var output = harness.getSideOutput(TicketJoin.TICKETS);
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }

  long chatsWaiting() {
    return ((Number) ((Gauge<?>) metricGroup.get(TicketJoin.CHATS_WAITING)).getValue()).longValue();
  }

  long counter(String name) {
    return ((Counter) metricGroup.get(name)).getCount();
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
