package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingChats.FIRST_EXPORT;
import static io.nextgen.insight.pipeline.silver.TestingChats.chat;
import static io.nextgen.insight.pipeline.silver.TestingChats.config;
import static io.nextgen.insight.pipeline.silver.TestingChats.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketJoinTest {
  private static final long WAIT_MS = 60_000;

  @TempDir Path folder;
  private Configuration config;
  private KeyedTwoInputStreamOperatorTestHarness<String, Chat, Ticket, JoinedChat> harness;

  @BeforeEach
  void open() throws Exception {
    config = config(folder, 7);
    config.set(SilverOptions.TICKET_WAIT, Duration.ofMillis(WAIT_MS));
    harness = harness();
    harness.open();
    harness.setProcessingTime(1_000_000);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void joinsWhenTheTicketComesFirst() throws Exception {
    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT));
    land(chat("CH-1", "T-1", "No signal"));

    assertThat(joined()).containsExactly("CH-1 Dublin");
    assertThat(knownKinds()).contains(PiiKind.NAME, PiiKind.EMAIL, PiiKind.PHONE);
  }

  @Test
  void joinsWhenTheTicketComesLaterAndKeepsTheOrder() throws Exception {
    land(chat("CH-1", "T-1", "No signal"));
    land(chat("CH-2", "T-2", "Slow"));
    land(chat("CH-3", "T-1", "Still none"));
    assertThat(joined()).isEmpty();

    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT));

    assertThat(joined()).containsExactly("CH-1 Dublin", "CH-3 Dublin");
    assertThat(harness.numProcessingTimeTimers()).as("one for CH-2").isEqualTo(1);
  }

  @Test
  void goesOnWithoutATicketWhenTheWaitEnds() throws Exception {
    land(chat("CH-1", "T-1", "No signal"));
    harness.setProcessingTime(1_000_000 + WAIT_MS - 1);
    assertThat(joined()).isEmpty();

    harness.setProcessingTime(1_000_000 + WAIT_MS);

    assertThat(joined()).containsExactly("CH-1 none");
    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT));
    assertThat(joined()).as("not again").hasSize(1);
  }

  @Test
  void aChatThatNamesNoTicketDoesNotWait() throws Exception {
    land(chat("CH-1", null, "A question"));

    assertThat(joined()).containsExactly("CH-1 none");
  }

  @Test
  void theVersionOfTheNewestFileWinsWhateverTheOrder() throws Exception {
    land(ticket("T-1", "Dublin", "Critical", FIRST_EXPORT.plusSeconds(60)));
    land(ticket("T-1", "Dublin", "Low", FIRST_EXPORT));
    land(chat("CH-1", "T-1", "No signal"));

    assertThat(harness.extractOutputValues().get(0).ticket().priority()).isEqualTo("Critical");
    assertThat(ticketVersions()).as("each version is a row").isEqualTo(2);
  }

  @Test
  void aTicketDeliveredAgainChangesNothing() throws Exception {
    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT));
    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT.plusSeconds(60)));

    assertThat(ticketVersions()).isEqualTo(1);
  }

  @Test
  void waitingChatsSurviveARestart() throws Exception {
    land(chat("CH-1", "T-1", "No signal"));
    restart(harness.snapshot(1, 1), 1_000_500);

    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT));

    assertThat(joined()).containsExactly("CH-1 Dublin");
  }

  @Test
  void aWaitThatEndedWhileTheJobWasDownBeginsAgain() throws Exception {
    land(chat("CH-1", "T-1", "No signal"));
    long muchLater = 1_000_000 + 100 * WAIT_MS;
    restart(harness.snapshot(1, 1), muchLater);
    assertThat(joined()).as("its ticket may have landed meanwhile").isEmpty();

    harness.setProcessingTime(muchLater + 1 + WAIT_MS);

    assertThat(joined()).containsExactly("CH-1 none");
  }

  @Test
  void stateHoldsNothingPersonalInClear() throws Exception {
    land(chat("CH-1", "T-2", "This is Ada Quillfeather, mail ada@example.com"));
    land(ticket("T-1", "Dublin", "High", FIRST_EXPORT));

    assertThat(StateBytes.of(harness.snapshot(1, 1)))
        .contains("Dublin")
        .doesNotContainIgnoringCase("quillfeather")
        .doesNotContain("ada@example.com", "555 0142", "6175550142");
  }

  @Test
  void anotherKeyIsNamedAsTheReason() throws Exception {
    land(chat("CH-1", "T-1", "No signal"));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);
    config.set(PiiKey.KEY_FILE, config(folder, 8).get(PiiKey.KEY_FILE));
    restart(snapshot, 1_000_500);

    assertThatThrownBy(() -> land(ticket("T-1", "Dublin", "High", FIRST_EXPORT)))
        .hasMessageContaining("another key")
        .hasMessageContaining("--pii.key-file");
  }

  @Test
  void twoCustomersMayUseTheSameTicketId() throws Exception {
    Ticket ofAnother = ticket("T-1", "Dublin", "High", FIRST_EXPORT);
    land(
        new Ticket(
            ofAnother.ticketId(),
            "C-2",
            ofAnother.region(),
            ofAnother.priority(),
            ofAnother.product(),
            ofAnother.createdAt(),
            null,
            null,
            null,
            List.of(),
            null,
            ofAnother.origin(),
            ofAnother.ingestedAt()));
    land(chat("CH-1", "T-1", "No signal"));

    assertThat(joined()).isEmpty();
  }

  private void land(Chat chat) throws Exception {
    harness.processElement1(new StreamRecord<>(chat));
  }

  private void land(Ticket ticket) throws Exception {
    harness.processElement2(new StreamRecord<>(ticket));
  }

  private List<String> joined() {
    return harness.extractOutputValues().stream()
        .map(
            each ->
                each.chat().chatId()
                    + " "
                    + (each.ticket() == null ? "none" : each.ticket().region()))
        .toList();
  }

  private List<PiiKind> knownKinds() {
    return harness.extractOutputValues().get(0).known().stream().map(KnownValue::kind).toList();
  }

  private int ticketVersions() {
    return harness.getSideOutput(TicketJoin.TICKETS).size();
  }

  private void restart(OperatorSubtaskState snapshot, long processingTime) throws Exception {
    harness.close();
    harness = harness();
    harness.setProcessingTime(processingTime);
    harness.initializeState(snapshot);
    harness.open();
    // As the timer service does when a task starts: what is overdue fires now.
    harness.setProcessingTime(processingTime + 1);
  }

  private KeyedTwoInputStreamOperatorTestHarness<String, Chat, Ticket, JoinedChat> harness()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new TicketJoin(config)),
        Chat::custId,
        Ticket::custId,
        Types.STRING);
  }
}
