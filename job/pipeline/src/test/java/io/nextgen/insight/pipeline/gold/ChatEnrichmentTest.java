package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingChats.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.Fault;
import io.nextgen.insight.emulator.FaultPlan;
import io.nextgen.insight.emulator.LanguageEmulator;
import io.nextgen.insight.emulator.Quota;
import io.nextgen.insight.pipeline.gold.language.LanguageOptions;
import io.nextgen.insight.pipeline.gold.language.LanguageSettings;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The async operator with the real SDK and the emulator, over HTTP. */
@Timeout(120)
class ChatEnrichmentTest {

  private static final String ANGRY = "The router is broken and I am furious about the outage.";
  private static final int CAPACITY = 16;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private LanguageEmulator emulator;
  private Configuration config;

  @BeforeEach
  void start() throws Exception {
    emulator = LanguageEmulator.start(EmulatorOptions.defaults());
    configureFor(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void batchesLeaveInOrderWhateverGoesWrong() throws Exception {
    emulator.faults(
        FaultPlan.none()
            .withSeed(7)
            .withLatency(0, 40)
            .withRetryAfter(20)
            .with(Fault.THROTTLING, 0.15)
            .with(Fault.SERVER_ERROR, 0.1)
            .with(Fault.RESET, 0.05)
            .with(Fault.BROKEN_JSON, 0.05)
            .with(Fault.EMPTY_BODY, 0.05));
    List<ChatBatch> batches =
        IntStream.range(0, 40).mapToObj(i -> batch("EU", "batch-" + i, ANGRY, "Thanks.")).toList();

    List<EnrichedBatch> enriched = enrich(batches);

    assertThat(enriched).hasSameSizeAs(batches);
    assertThat(chats(enriched).stream().map(chat -> chat.chat().chatId()))
        .containsExactlyElementsOf(
            batches.stream().flatMap(b -> b.chats().stream()).map(SilverChat::chatId).toList());
    assertThat(chats(enriched))
        .allSatisfy(chat -> assertThat(chat.enrichment().status()).isEqualTo(EnrichmentStatus.OK));
    assertThat(emulator.requests().count(429)).isPositive();
    assertThat(emulator.requests().total()).isGreaterThan(80);
  }

  @Test
  void aChatIsReadWithAllThatTheServiceTells() throws Exception {
    Enrichment angry = chats(enrich(List.of(batch("EU", "b", ANGRY)))).get(0).enrichment();

    assertThat(angry.sentiment()).isEqualTo("negative");
    assertThat(angry.negativeScore()).isGreaterThan(angry.positiveScore());
    assertThat(angry.keyPhrases()).contains("router");
    assertThat(angry.opinions()).extracting("target").contains("router");
    assertThat(angry.error()).isNull();
    assertThat(angry.modelVersion()).isNotBlank();
    assertThat(angry.enrichedAt()).isNotNull();
  }

  @Test
  void aRefusedDocumentDoesNotHoldUpTheOthers() throws Exception {
    emulator.faults(FaultPlan.none().withRefusedText("unspeakable"));

    List<EnrichedChat> enriched =
        chats(enrich(List.of(batch("EU", "b", "Thanks.", "unspeakable", ANGRY))));

    assertThat(enriched)
        .extracting(chat -> chat.enrichment().status())
        .containsExactly(EnrichmentStatus.OK, EnrichmentStatus.REFUSED, EnrichmentStatus.OK);
    assertThat(enriched.get(1).enrichment().error())
        .isEqualTo("sentiment: InvalidDocument, key phrases: InvalidDocument");
    assertThat(enriched.get(1).enrichment().sentiment()).isNull();
  }

  @Test
  void aLanguageThatTheServiceDoesNotKnowIsNotItsEnd() throws Exception {
    ChatBatch klingon =
        new ChatBatch("EU", List.of(saying("1", "A", "EU", "tlh", "nuqneH, the router!")));

    assertThat(chats(enrich(List.of(klingon))).get(0).enrichment().error())
        .contains("UnsupportedLanguageCode");
  }

  @Test
  void silenceCostsNothing() throws Exception {
    List<EnrichedChat> enriched = chats(enrich(List.of(batch("EU", "b", "", " \n"))));

    assertThat(enriched)
        .extracting(chat -> chat.enrichment().status())
        .containsOnly(EnrichmentStatus.EMPTY);
    assertThat(emulator.requests().total()).isZero();
  }

  @Test
  void anOverlongChatIsReadInPieces() throws Exception {
    String text = (ANGRY + " ").repeat(2_000);

    EnrichedChat enriched = chats(enrich(List.of(batch("EU", "b", text)))).get(0);

    assertThat(enriched.enrichment().status()).isEqualTo(EnrichmentStatus.OK);
    assertThat(enriched.enrichment().sentiment()).isEqualTo("negative");
    assertThat(emulator.requests().count(200)).isGreaterThan(4);
    assertThat(emulator.requests().largestBatch()).isEqualTo(10);
  }

  @Test
  void textGoesToItsRegionsEndpointOnly() throws Exception {
    try (LanguageEmulator european = LanguageEmulator.start(EmulatorOptions.defaults())) {
      config.removeConfig(LanguageOptions.ENDPOINT);
      config.set(
          LanguageOptions.REGION_ENDPOINTS,
          Map.of("EU", european.endpoint().toString(), "NA", emulator.endpoint().toString()));

      List<EnrichedChat> enriched =
          chats(
              enrich(
                  List.of(
                      batch("EU", "eu", ANGRY),
                      batch("NA", "na", ANGRY),
                      batch("NA", "na2", ANGRY),
                      batch("APAC", "apac", ANGRY, ""))));

      assertThat(enriched)
          .extracting(chat -> chat.enrichment().status())
          .containsExactly(
              EnrichmentStatus.OK,
              EnrichmentStatus.OK,
              EnrichmentStatus.OK,
              EnrichmentStatus.REFUSED,
              EnrichmentStatus.EMPTY);
      assertThat(enriched.get(3).enrichment().error()).contains("APAC");
      assertThat(european.requests().total()).isEqualTo(2);
      assertThat(emulator.requests().total()).isEqualTo(4);
    }
  }

  @Test
  void aQuotaIsWaitedForAndNotRunAgainst() throws Exception {
    try (LanguageEmulator small =
        LanguageEmulator.start(EmulatorOptions.defaults().withQuota(new Quota(10, 10_000)))) {
      configureFor(small);
      List<ChatBatch> batches =
          IntStream.range(0, 30).mapToObj(i -> batch("EU", "batch-" + i, "Thanks.")).toList();

      assertThat(enrich(batches)).hasSize(30);

      assertThat(small.requests().count(200)).isEqualTo(60);
      assertThat(small.requests().count(429)).isLessThan(60);
    }
  }

  @Test
  void batchesUnderWaySurviveARestart() throws Exception {
    emulator.faults(FaultPlan.none().with(Fault.HANG, 1));
    OperatorSubtaskState state;
    try (var harness = newHarness()) {
      harness.open();
      for (int i = 0; i < 5; i++) {
        harness.processElement(batch("EU", "batch-" + i, ANGRY), i);
      }
      state = harness.snapshot(1, 1);
      assertThat(harness.extractOutputValues()).isEmpty();
      emulator.faults(FaultPlan.none());
    }
    try (var harness = newHarness()) {
      harness.initializeState(state);
      harness.open();
      harness.endInput();

      assertThat(chats(harness.extractOutputValues()))
          .extracting(chat -> chat.chat().chatId())
          .containsExactly("batch-0-0", "batch-1-0", "batch-2-0", "batch-3-0", "batch-4-0");
    }
  }

  @Test
  void aWrongKeyFailsTheJobAndNamesTheOption() throws Exception {
    Files.writeString(folder.resolve("language.key"), "wrong");

    Throwable failure = failureOf(ANGRY);

    assertThat(ExceptionUtils.stringifyException(failure))
        .contains("401")
        .contains("--language.key-file")
        .doesNotContain("furious");
  }

  @Test
  void theTimeoutFailsTheJobAndNamesTheOption() throws Exception {
    emulator.faults(FaultPlan.none().with(Fault.SERVER_ERROR, 1));
    try (var harness = newHarness()) {
      harness.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
      harness.open();
      harness.processElement(batch("EU", "batch", ANGRY), 0);
      harness.setProcessingTime(TIMEOUT.toMillis() + 1);

      assertThat(
              ExceptionUtils.stringifyException(
                  harness.getEnvironment().getActualExternalFailureCause().orElseThrow()))
          .contains("--language.timeout")
          .doesNotContain("furious");
    }
  }

  private Throwable failureOf(String text) throws Exception {
    try (var harness = newHarness()) {
      harness.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
      harness.open();
      harness.processElement(batch("EU", "batch", text), 0);
      while (harness.getEnvironment().getActualExternalFailureCause().isEmpty()) {
        Thread.sleep(10);
      }
      return harness.getEnvironment().getActualExternalFailureCause().get();
    }
  }

  private List<EnrichedBatch> enrich(List<ChatBatch> batches) throws Exception {
    try (var harness = newHarness()) {
      harness.open();
      for (ChatBatch batch : batches) {
        harness.processElement(batch, 0);
      }
      harness.endInput();
      return harness.extractOutputValues();
    }
  }

  private OneInputStreamOperatorTestHarness<ChatBatch, EnrichedBatch> newHarness()
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new AsyncWaitOperatorFactory<>(
            new ChatEnrichment(LanguageSettings.from(config)),
            TIMEOUT.toMillis(),
            CAPACITY,
            AsyncDataStream.OutputMode.ORDERED),
        Types.POJO(ChatBatch.class).createSerializer(new ExecutionConfig().getSerializerConfig()));
  }

  private void configureFor(LanguageEmulator service) throws Exception {
    Path keyFile = Files.writeString(folder.resolve("language.key"), service.key());
    config =
        new Configuration()
            .set(LanguageOptions.ENDPOINT, service.endpoint().toString())
            .set(LanguageOptions.KEY_FILE, keyFile.toString())
            .set(LanguageOptions.MIN_BACKOFF, Duration.ofMillis(5))
            .set(LanguageOptions.MAX_BACKOFF, Duration.ofMillis(100));
  }

  private static ChatBatch batch(String region, String name, String... texts) {
    List<SilverChat> chats = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      chats.add(saying(name + "-" + i, "customer", region, "en", texts[i]));
    }
    return new ChatBatch(region, chats);
  }

  private static List<EnrichedChat> chats(List<EnrichedBatch> batches) {
    return batches.stream().flatMap(batch -> batch.chats().stream()).toList();
  }
}
