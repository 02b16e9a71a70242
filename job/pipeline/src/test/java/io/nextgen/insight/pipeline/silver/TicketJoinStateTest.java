package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.CUSTOMER;
import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static io.nextgen.insight.pipeline.silver.TestingRecords.NOON;
import static io.nextgen.insight.pipeline.silver.TestingRecords.chat;
import static io.nextgen.insight.pipeline.silver.TestingRecords.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.masking.IdentityFingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the join keeps, through restarts and rescaling. */
class TicketJoinStateTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  @TempDir Path folder;
  private Configuration config;
  private TestingTicketJoin join;

  @BeforeEach
  void open() throws Exception {
    config = TestingRecords.options(folder, KEY);
    join = TestingTicketJoin.fresh(config);
  }

  @AfterEach
  void close() throws Exception {
    join.close();
  }

  @Test
  void goesOnFromASnapshot() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(chat("A", "T-2"));
    OperatorSubtaskState snapshot = join.harness().snapshot(1, 0);
    join.close();
    join = TestingTicketJoin.restored(config, snapshot, 0);

    assertThat(join.chatsWaiting()).isEqualTo(1);
    join.accept(chat("B", "T-1"));
    join.accept(ticket("T-1", "EU", 0));
    join.accept(ticket("T-2", "US", 0));
    assertThat(join.chatsAndRegions()).containsExactly(tuple("B", "EU"), tuple("A", "US"));
    assertThat(join.joined().get(1).chat()).isEqualTo(chat("A", "T-2"));
    assertThat(join.tickets()).hasSize(1);
    assertThat(join.chatsWaiting()).isZero();
  }

  @Test
  void goesOnFromASavepointOfTheFirstVersion() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(chat("A", "T-2"));
    EarlierSavepoint.writeIfAsked(join.harness().snapshot(1, 0), "ticket-join-1.savepoint");
    join.close();
    join =
        TestingTicketJoin.restored(
            config, EarlierSavepoint.read("ticket-join-1.savepoint", folder), 0);

    assertThat(join.chatsWaiting()).isEqualTo(1);
    join.accept(ticket("T-1", "EU", 0));
    assertThat(join.tickets()).isEmpty();
    join.accept(chat("B", "T-1"));
    join.setTime(10 * MINUTE);
    assertThat(join.joined())
        .containsExactly(
            new JoinedChat(
                chat("B", "T-1"),
                new TicketFacts("T-1", "EU", "High", "Fiber 500", NOON),
                knownOf(ticket("T-1", "EU", 0))),
            new JoinedChat(chat("A", "T-2"), null, knownOf(ticket("T-1", "EU", 0))));
  }

  @Test
  void aTicketThatLandedWhileTheJobWasDownIsStillMatched() throws Exception {
    join.setTime(0);
    join.accept(chat("A", "T-1"));
    join.accept(chat("B", "T-2"));
    OperatorSubtaskState snapshot = join.harness().snapshot(1, MINUTE);
    join.close();

    join = TestingTicketJoin.restored(config, snapshot, 120 * MINUTE);
    join.setTime(121 * MINUTE);
    assertThat(join.joined()).isEmpty();
    join.accept(ticket("T-1", "EU", 0));
    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "EU"));

    join.setTime(130 * MINUTE);
    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "EU"), tuple("B", null));
    assertThat(join.harness().numProcessingTimeTimers()).isZero();
  }

  @Test
  void holdsNoPersonalDataInClear() throws Exception {
    join.accept(ticket("T-1", "jo.lund@example.com", 0));
    join.accept(
        chat(
            CUSTOMER,
            "A",
            "T-2",
            "Jo Lund here, jo.lund@example.com, +1 212 555 0134, ACC-778812"));

    String state = StateBytes.text(join.harness().snapshot(1, 0));
    assertThat(state).contains("T-1", "T-2", CUSTOMER);
    assertThat(state)
        .doesNotContainIgnoringCase("lund", "example.com", "212 555", "2125550134", "778812");
  }

  @Test
  void refusesStateThatWasWrittenWithAnotherKey() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    OperatorSubtaskState snapshot = join.harness().snapshot(1, 0);
    byte[] otherBytes = TestingRecords.KEY.clone();
    otherBytes[0]++;
    Configuration otherKey = TestingRecords.options(folder, otherBytes);

    assertThatThrownBy(() -> TestingTicketJoin.restored(otherKey, snapshot, 0))
        .hasMessageContaining(
            "--pii.key-file is not the one that the job's state was written with");
  }

  @Test
  void rescalingUpKeepsEveryChatAndTheSumOfTheGauges() throws Exception {
    for (int customer = 0; customer < 20; customer++) {
      join.accept(ticket("C-" + customer, "T-1", "EU", new Origin("t.json", 1, NOON), "Jo Lund"));
      join.accept(chat("C-" + customer, "A", "T-2", "hello"));
    }
    OperatorSubtaskState snapshot = join.harness().snapshot(1, 0);
    List<TestingTicketJoin> halves = new ArrayList<>();
    for (int subtask = 0; subtask < 2; subtask++) {
      halves.add(
          TestingTicketJoin.restored(
              config,
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  snapshot, TestingTicketJoin.MAX_PARALLELISM, 1, 2, subtask),
              5 * MINUTE,
              2,
              subtask));
    }
    assertThat(sumOfGauges(halves)).isEqualTo(20);

    for (int customer = 0; customer < 20; customer++) {
      TestingTicketJoin half =
          halves.get(
              KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  "C-" + customer, TestingTicketJoin.MAX_PARALLELISM, 2));
      half.accept(chat("C-" + customer, "B", "T-1", "hello"));
      if (customer < 8) {
        half.accept(ticket("C-" + customer, "T-2", "EU", new Origin("t.json", 2, NOON), "Jo Lund"));
      }
    }
    assertThat(sumOfGauges(halves)).isEqualTo(12);
    for (TestingTicketJoin half : halves) {
      assertThat(half.joined()).extracting(JoinedChat::ticket).doesNotContainNull();
      half.setTime(15 * MINUTE);
    }
    assertThat(sumOfGauges(halves)).isZero();
    assertThat(halves.stream().mapToInt(half -> half.joined().size()).sum()).isEqualTo(40);

    OperatorSubtaskState both =
        AbstractStreamOperatorTestHarness.repackageState(
            halves.get(0).harness().snapshot(2, 0), halves.get(1).harness().snapshot(2, 0));
    try (var whole = TestingTicketJoin.restored(config, both, 20 * MINUTE)) {
      assertThat(whole.chatsWaiting()).isZero();
      for (int customer = 0; customer < 20; customer++) {
        whole.accept(chat("C-" + customer, "C", "T-1", "hello"));
      }
      assertThat(whole.joined()).hasSize(20);
    }
    for (TestingTicketJoin half : halves) {
      half.close();
    }
  }

  private static long sumOfGauges(List<TestingTicketJoin> subtasks) {
    return subtasks.stream().mapToLong(TestingTicketJoin::chatsWaiting).sum();
  }

  private static List<KnownValue> knownOf(Ticket ticket) {
    return IdentityFingerprint.of(ticket, new PiiHasher(KEY));
  }
}
