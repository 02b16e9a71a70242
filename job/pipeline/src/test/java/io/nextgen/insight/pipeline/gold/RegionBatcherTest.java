package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingChats.chat;
import static io.nextgen.insight.pipeline.gold.TestingChats.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.gold.salting.SaltedChat;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RegionBatcherTest {

  private static final int MAX_PARALLELISM = 128;
  private static final Duration WAIT = Duration.ofMillis(500);

  @Test
  void closesWhenFull() throws Exception {
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      batcher.add("EU", 0, 25);

      assertThat(batcher.batchSizes()).containsExactly(10, 10);
      assertThat(batcher.batches().get(0).region()).isEqualTo("EU");
      assertThat(batcher.batches().stream().flatMap(batch -> batch.chats().stream()))
          .extracting(SilverChat::chatId)
          .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "EU-" + i).toList());
      assertThat(batcher.chatsBatching()).isEqualTo(5);
    }
  }

  @Test
  void closesWhenItsOldestChatHasWaitedLongEnough() throws Exception {
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      batcher.add("EU", 0, 1);
      batcher.harness.setProcessingTime(400);
      batcher.add("EU", 1, 2);
      batcher.harness.setProcessingTime(499);
      assertThat(batcher.batches()).isEmpty();

      batcher.harness.setProcessingTime(500);

      assertThat(batcher.batchSizes()).containsExactly(2);
      assertThat(batcher.chatsBatching()).isZero();
    }
  }

  @Test
  void aFullBatchDoesNotCutTheWaitOfTheNextShort() throws Exception {
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      batcher.harness.setProcessingTime(100);
      batcher.add("EU", 0, 10);
      batcher.harness.setProcessingTime(300);
      batcher.add("EU", 10, 11);
      batcher.harness.setProcessingTime(799);
      assertThat(batcher.batchSizes()).containsExactly(10);

      batcher.harness.setProcessingTime(800);

      assertThat(batcher.batchSizes()).containsExactly(10, 1);
    }
  }

  @Test
  void regionsDoNotMix() throws Exception {
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      for (int i = 0; i < 10; i++) {
        batcher.add("EU", i, i + 1);
        batcher.add(null, i, i + 1);
      }

      assertThat(batcher.batches())
          .hasSize(2)
          .allSatisfy(
              batch ->
                  assertThat(batch.chats())
                      .allSatisfy(
                          chat ->
                              assertThat(batch.region())
                                  .isEqualTo(
                                      chat.region() == null
                                          ? SaltedChat.UNKNOWN_REGION
                                          : chat.region())));
    }
  }

  @Test
  void closesBeforeItOutgrowsARequest() throws Exception {
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      String long1 = "a".repeat(RegionBatcher.MAX_CHARACTERS - 10);
      batcher.add(saying("1", "A", "EU", "en", long1));
      batcher.add(saying("2", "A", "EU", "en", "hello"));
      assertThat(batcher.batches()).isEmpty();

      batcher.add(saying("3", "A", "EU", "en", "hello again"));

      assertThat(batcher.batchSizes()).containsExactly(2);
    }
  }

  @Test
  void theEndOfTheInputClosesWhatIsOpen() throws Exception {
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      batcher.add("EU", 0, 3);
      batcher.add("NA", 0, 2);

      batcher.harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(batcher.batchSizes()).containsExactlyInAnyOrder(3, 2);
    }
  }

  @Test
  void whatIsOpenSurvivesARestart() throws Exception {
    OperatorSubtaskState state;
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      batcher.add("EU", 0, 7);
      state = batcher.harness.snapshot(1, 1);
    }
    try (Batcher batcher = new Batcher()) {
      batcher.harness.initializeState(state);
      batcher.open();
      assertThat(batcher.chatsBatching()).isEqualTo(7);

      batcher.add("EU", 7, 9);
      batcher.harness.setProcessingTime(500);

      assertThat(batcher.batchSizes()).containsExactly(9);
      assertThat(batcher.chatsBatching()).isZero();
    }
  }

  @Test
  void rescalingKeepsEveryChatAndTheSumOfTheGauges() throws Exception {
    OperatorSubtaskState state;
    try (Batcher batcher = new Batcher()) {
      batcher.open();
      for (int region = 0; region < 20; region++) {
        batcher.add("region-" + region, 0, 3);
      }
      state = batcher.harness.snapshot(1, 1);
    }
    int batches = 0;
    long gauges = 0;
    for (int subtask = 0; subtask < 2; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, 1, 2, subtask);
      try (Batcher batcher = new Batcher(2, subtask)) {
        batcher.harness.initializeState(share);
        batcher.open();
        batcher.harness.setProcessingTime(500);
        assertThat(batcher.batchSizes()).isNotEmpty().allMatch(size -> size == 3);
        batches += batcher.batches().size();
        gauges += batcher.chatsBatching();
      }
    }

    assertThat(batches).isEqualTo(20);
    assertThat(gauges).isZero();
  }

  @Test
  void aBatchLargerThanARequestIsNoOption() {
    Configuration config = new Configuration().set(LanguageOptions.BATCH_SIZE, 11);

    assertThatThrownBy(() -> new RegionBatcher(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining(
            "--language.batch-size is '11'; it must be a whole number from 1 to 10");
  }

  /** The operator with a clock of its own. */
  private static final class Batcher implements AutoCloseable {
    private final RegionBatcher function = new RegionBatcher(10, WAIT);
    private final KeyedOneInputStreamOperatorTestHarness<String, SaltedChat, ChatBatch> harness;

    private Batcher() throws Exception {
      this(1, 0);
    }

    private Batcher(int parallelism, int subtask) throws Exception {
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(function),
              SaltedChat::regionKey,
              Types.STRING,
              MAX_PARALLELISM,
              parallelism,
              subtask);
    }

    private void open() throws Exception {
      harness.open();
    }

    private void add(String region, int from, int to) throws Exception {
      for (int i = from; i < to; i++) {
        add(chat(region + "-" + i, "customer", region));
      }
    }

    private void add(SilverChat chat) throws Exception {
      harness.processElement(new SaltedChat(SaltedChat.regionOf(chat), 0, chat), 0);
    }

    private List<ChatBatch> batches() {
      return harness.extractOutputValues();
    }

    private List<Integer> batchSizes() {
      return batches().stream().map(batch -> batch.chats().size()).toList();
    }

    private long chatsBatching() {
      return function.chatsBatching();
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
