package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingChats.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.FaultPlan;
import io.nextgen.insight.emulator.LanguageEmulator;
import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.gold.language.LanguageSettings;
import io.nextgen.insight.pipeline.gold.salting.RegionSalting;
import io.nextgen.insight.pipeline.gold.salting.SaltedChat;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From masked to enriched on a cluster, wired as the job wires it, without Kryo. */
class EnrichmentFlowTest {

  private static final int PARALLELISM = 4;
  private static final int CHATS = 900;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(PARALLELISM)
              .build());

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void everyChatComesOutOnceAndCustomersKeepTheirOrder() throws Exception {
    try (LanguageEmulator emulator =
        LanguageEmulator.start(
            EmulatorOptions.defaults().withFaults(FaultPlan.none().withLatency(0, 10)))) {
      Path keyFile = Files.writeString(folder.resolve("key"), emulator.key());
      Configuration config =
          new Configuration()
              .set(PipelineOptions.GENERIC_TYPES, false)
              .set(LanguageOptions.ENDPOINT, emulator.endpoint().toString())
              .set(LanguageOptions.KEY_FILE, keyFile.toString());

      List<EnrichedChat> enriched = new ArrayList<>();
      try (CloseableIterator<EnrichedChat> results = enrichedChats(config).executeAndCollect()) {
        results.forEachRemaining(enriched::add);
      }

      assertThat(enriched)
          .extracting(chat -> chat.chat().chatId())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, CHATS).mapToObj(i -> "chat-" + i).toList());
      assertThat(enriched)
          .allSatisfy(
              chat -> assertThat(chat.enrichment().status()).isEqualTo(EnrichmentStatus.OK));
      assertThat(enriched.stream().filter(chat -> chat.chat().custId().equals("customer-7")))
          .extracting(chat -> Integer.parseInt(chat.chat().chatId().substring("chat-".length())))
          .isSorted();
      assertThat(emulator.requests().largestBatch()).isEqualTo(10);
      assertThat(emulator.requests().withoutLoggingOptOut()).isZero();
    }
  }

  private static DataStream<EnrichedChat> enrichedChats(Configuration config) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(config);
    env.setParallelism(PARALLELISM);
    List<SilverChat> chats = new ArrayList<>();
    for (int i = 0; i < CHATS; i++) {
      chats.add(saying("chat-" + i, "customer-" + i % 60, region(i % 60), "en", "It is broken."));
    }
    DataStream<SilverChat> masked =
        env.fromData(Types.POJO(SilverChat.class), chats.toArray(SilverChat[]::new))
            .keyBy(SilverChat::custId)
            .map(chat -> chat)
            .returns(SilverChat.class);
    DataStream<ChatBatch> batches =
        RegionSalting.salt(masked).keyBy(SaltedChat::regionKey).process(new RegionBatcher(config));
    return AsyncDataStream.orderedWait(
            batches,
            new ChatEnrichment(LanguageSettings.from(config)),
            config.get(LanguageOptions.TIMEOUT).toMillis(),
            TimeUnit.MILLISECONDS,
            config.get(LanguageOptions.CAPACITY))
        .process(new EnrichedBatchSplitter());
  }

  private static String region(int customer) {
    return List.of("NA", "NA", "NA", "NA", "NA", "EU", "APAC", "LATAM").get(customer % 8);
  }
}
