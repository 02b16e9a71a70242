package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.CUSTOMER;
import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static io.nextgen.insight.pipeline.silver.TestingRecords.at;
import static io.nextgen.insight.pipeline.silver.TestingRecords.chat;
import static io.nextgen.insight.pipeline.silver.TestingRecords.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Origin;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatDeduplicatorTest {
  private static final int MAX_PARALLELISM = 8;
  private static final long DAY = Duration.ofDays(1).toMillis();

  @TempDir Path folder;
  private Configuration config;
  private InterceptingOperatorMetricGroup metrics;
  private KeyedOneInputStreamOperatorTestHarness<String, Chat, Chat> deduplicator;

  @BeforeEach
  void open() throws Exception {
    config = TestingRecords.options(folder, KEY);
    deduplicator = harness(1, 0);
    deduplicator.open();
  }

  @AfterEach
  void close() throws Exception {
    deduplicator.close();
  }

  @Test
  void letsEachContentThroughOnce() throws Exception {
    process(saying("A", "hello"));
    process(from(saying("A", "hello"), new Origin("other.json", 9, at(60)), at(61)));
    process(saying("B", "hello"));

    assertThat(deduplicator.extractOutputValues())
        .extracting(Chat::chatId, Chat::revision)
        .containsExactly(tuple("A", 1), tuple("B", 1));
    assertThat(duplicates()).isEqualTo(1);
  }

  @Test
  void otherContentIsTheNextRevision() throws Exception {
    process(saying("A", "hello"));
    process(saying("A", "hello, are you there?"));
    process(saying("A", "hello, are you there? Bye."));

    assertThat(deduplicator.extractOutputValues())
        .extracting(Chat::revision)
        .containsExactly(1, 2, 3);
    assertThat(duplicates()).isZero();
  }

  @Test
  void anOlderRevisionAgainIsADuplicate() throws Exception {
    process(saying("A", "hello"));
    process(saying("A", "hello, are you there?"));
    process(saying("A", "hello"));
    process(saying("A", "hello, are you there? Bye."));

    assertThat(deduplicator.extractOutputValues())
        .extracting(Chat::revision)
        .containsExactly(1, 2, 3);
    assertThat(duplicates()).isEqualTo(1);
  }

  @Test
  void keepsCustomersApart() throws Exception {
    process(chat("C-1", "A", null, "hello"));
    process(chat("C-2", "A", null, "hello"));

    assertThat(deduplicator.extractOutputValues())
        .extracting(Chat::custId, Chat::revision)
        .containsExactly(tuple("C-1", 1), tuple("C-2", 1));
  }

  @Test
  void remembersTheNewestContentsOnly() throws Exception {
    for (int i = 0; i <= SeenChat.MAX_CONTENTS; i++) {
      process(saying("A", "revision " + i));
    }
    process(saying("A", "revision 1"));
    assertThat(duplicates()).isEqualTo(1);

    process(saying("A", "revision 0"));
    assertThat(duplicates()).isEqualTo(1);
    assertThat(deduplicator.extractOutputValues()).hasSize(SeenChat.MAX_CONTENTS + 2);
  }

  @Test
  void remembersThroughARestoreWithoutRememberingWords() throws Exception {
    process(saying("A", "I am Jo Lund, jo.lund@example.com"));
    OperatorSubtaskState snapshot = deduplicator.snapshot(1, 1);
    assertThat(StateBytes.text(snapshot)).doesNotContain("Lund", "lund", "example.com");

    restore(snapshot);
    process(saying("A", "I am Jo Lund, jo.lund@example.com"));
    process(saying("A", "I am Jo Lund, jo.lund@example.com, hello?"));

    assertThat(deduplicator.extractOutputValues()).extracting(Chat::revision).containsExactly(2);
    assertThat(duplicates()).isEqualTo(1);
  }

  @Test
  void goesOnFromASavepointOfTheFirstVersion() throws Exception {
    deduplicator.setStateTtlProcessingTime(0);
    process(saying("A", "hello"));
    process(saying("A", "hello, are you there?"));
    EarlierSavepoint.writeIfAsked(deduplicator.snapshot(1, 1), "chat-deduplicator-1.savepoint");
    deduplicator.close();
    deduplicator = harness(1, 0);
    deduplicator.setStateTtlProcessingTime(DAY);
    deduplicator.initializeState(EarlierSavepoint.read("chat-deduplicator-1.savepoint", folder));
    deduplicator.open();

    process(saying("A", "hello"));
    process(saying("A", "hello, are you there? Bye."));
    assertThat(deduplicator.extractOutputValues()).extracting(Chat::revision).containsExactly(3);
    assertThat(duplicates()).isEqualTo(1);
  }

  @Test
  void remembersThroughRescaling() throws Exception {
    for (int customer = 0; customer < 20; customer++) {
      process(chat("C-" + customer, "A", null, "hello"));
    }
    OperatorSubtaskState snapshot = deduplicator.snapshot(1, 1);
    int recognised = 0;
    for (int subtask = 0; subtask < 2; subtask++) {
      try (var half = harness(2, subtask)) {
        half.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                snapshot, MAX_PARALLELISM, 1, 2, subtask));
        half.open();
        for (int customer = 0; customer < 20; customer++) {
          if (KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  "C-" + customer, MAX_PARALLELISM, 2)
              == subtask) {
            half.processElement(chat("C-" + customer, "A", null, "hello"), 0);
          }
        }
        assertThat(half.extractOutputValues()).isEmpty();
        recognised += duplicates();
      }
    }
    assertThat(recognised).isEqualTo(20);
  }

  @Test
  void forgetsAChatThatHasNotLandedForLong() throws Exception {
    deduplicator.setStateTtlProcessingTime(0);
    process(saying("A", "hello"));
    deduplicator.setStateTtlProcessingTime(89 * DAY);
    process(saying("A", "hello"));
    deduplicator.setStateTtlProcessingTime(178 * DAY);
    process(saying("A", "hello"));
    assertThat(duplicates()).isEqualTo(2);

    deduplicator.setStateTtlProcessingTime(269 * DAY);
    process(saying("A", "hello"));
    assertThat(duplicates()).isEqualTo(2);
    assertThat(deduplicator.extractOutputValues()).hasSize(2);
  }

  @Test
  void refusesAMemoryOfNothing() {
    config.set(SilverOptions.DUPLICATE_MEMORY, Duration.ZERO);

    assertThatThrownBy(() -> new ChatDeduplicator(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--silver.duplicate-memory is '0 ms'");
  }

  @Test
  void saysWhichOptionIsMissing() {
    assertThatThrownBy(() -> new ChatDeduplicator(new Configuration()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--pii.key-file is missing");
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Chat, Chat> harness(
      int parallelism, int subtask) throws Exception {
    InterceptingOperatorMetricGroup group = new InterceptingOperatorMetricGroup();
    metrics = group;
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ChatDeduplicator(config)) {
              @Override
              public OperatorMetricGroup getMetricGroup() {
                return group;
              }
            },
            Chat::custId,
            Types.STRING,
            MAX_PARALLELISM,
            parallelism,
            subtask);
    harness
        .getExecutionConfig()
        .configure(
            new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
            getClass().getClassLoader());
    return harness;
  }

  private void restore(OperatorSubtaskState snapshot) throws Exception {
    deduplicator.close();
    deduplicator = harness(1, 0);
    deduplicator.initializeState(snapshot);
    deduplicator.open();
  }

  private long duplicates() {
    return ((Counter) metrics.get(ChatDeduplicator.DUPLICATES)).getCount();
  }

  private void process(Chat chat) throws Exception {
    deduplicator.processElement(chat, 0);
  }

  private static Chat saying(String chatId, String text) {
    return chat(CUSTOMER, chatId, "T-1", text);
  }
}
