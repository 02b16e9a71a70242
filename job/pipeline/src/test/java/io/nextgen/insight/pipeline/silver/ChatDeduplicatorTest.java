package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingChats.chat;
import static io.nextgen.insight.pipeline.silver.TestingChats.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatDeduplicatorTest {
  @TempDir Path folder;
  private Configuration config;
  private KeyedOneInputStreamOperatorTestHarness<String, Chat, Chat> harness;

  @BeforeEach
  void open() throws Exception {
    config = config(folder, 7);
    config.set(SilverOptions.DUPLICATE_MEMORY, Duration.ofDays(1));
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void theSameContentComesThroughOnceWhereverItLands() throws Exception {
    Chat first = chat("CH-1", "T-1", "No signal");
    push(first, landedElsewhere(first));

    assertThat(revisions()).containsExactly(1);
  }

  @Test
  void anotherContentIsTheNextRevisionAndAnOlderOneIsStillKnown() throws Exception {
    push(
        chat("CH-1", "T-1", "No signal"),
        chat("CH-1", "T-1", "No signal\nStill none"),
        chat("CH-1", "T-1", "No signal"));

    assertThat(revisions()).containsExactly(1, 2);
  }

  @Test
  void theSameWordsUnderAnotherIdAreAnotherChat() throws Exception {
    push(chat("CH-1", "T-1", "No signal"), chat("CH-2", "T-1", "No signal"));

    assertThat(revisions()).containsExactly(1, 1);
  }

  @Test
  void remembersAcrossARestart() throws Exception {
    push(chat("CH-1", "T-1", "No signal"));
    restart(harness.snapshot(1, 1));
    push(chat("CH-1", "T-1", "No signal"), chat("CH-1", "T-1", "Works again"));

    assertThat(revisions()).containsExactly(2);
  }

  @Test
  void forgetsAfterItsMemoryEnds() throws Exception {
    harness.setStateTtlProcessingTime(0);
    push(chat("CH-1", "T-1", "No signal"));
    harness.setStateTtlProcessingTime(Duration.ofDays(1).toMillis() + 1);
    push(chat("CH-1", "T-1", "No signal"));

    assertThat(revisions()).containsExactly(1, 1);
  }

  @Test
  void stateHoldsNoWordOfTheChat() throws Exception {
    push(chat("CH-1", "T-1", "I am Ada Quillfeather"));
    OperatorSubtaskState snapshot = harness.snapshot(1, 1);

    assertThat(StateBytes.of(snapshot)).contains("CH-1").doesNotContain("Quillfeather");
  }

  private void push(Chat... chats) throws Exception {
    for (Chat chat : chats) {
      harness.processElement(chat, 0);
    }
  }

  private List<Integer> revisions() {
    return harness.extractOutputValues().stream().map(Chat::revision).toList();
  }

  private void restart(OperatorSubtaskState snapshot) throws Exception {
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Chat, Chat> harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new ChatDeduplicator(config)), Chat::custId, Types.STRING);
  }

  private static Chat landedElsewhere(Chat chat) {
    return new Chat(
        chat.chatId(),
        chat.custId(),
        chat.ticketId(),
        chat.eventTime(),
        chat.channel(),
        chat.language(),
        chat.messages(),
        chat.rescuedData(),
        0,
        new Origin("again.json", 9, Instant.EPOCH),
        Instant.EPOCH);
  }
}
