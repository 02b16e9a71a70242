package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.emulator.EmulatorOptions;
import io.nextgen.insight.emulator.Fault;
import io.nextgen.insight.emulator.FaultPlan;
import io.nextgen.insight.emulator.LanguageEmulator;
import io.nextgen.insight.pipeline.gold.language.LanguageServiceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One attempt at a time, with the real SDK, over HTTP. */
class AzureLanguageClientTest {

  private static final List<LanguageDocument> ANGRY_AND_HAPPY =
      List.of(
          new LanguageDocument("0", "en", "The router is broken. I am angry about the outage!"),
          new LanguageDocument("1", "en", "Thank you, the new fiber plan is excellent."));

  @TempDir private Path folder;
  private LanguageEmulator emulator;

  @BeforeEach
  void start() {
    emulator = LanguageEmulator.start(EmulatorOptions.defaults());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void readsSentimentsAndOpinions() throws Exception {
    LanguageAnswer<SentimentReading> answer = get(client().sentiment(ANGRY_AND_HAPPY));

    assertThat(answer.refused()).isEmpty();
    assertThat(answer.textRecords()).isEqualTo(2);
    assertThat(answer.modelVersion()).isNotBlank();
    SentimentReading angry = answer.read().get("0");
    assertThat(angry.sentiment()).isEqualTo("negative");
    assertThat(angry.negative()).isGreaterThan(angry.positive());
    assertThat(angry.positive() + angry.neutral() + angry.negative()).isBetween(0.98, 1.02);
    assertThat(angry.opinions())
        .anySatisfy(
            opinion -> {
              assertThat(opinion.target()).isEqualTo("router");
              assertThat(opinion.sentiment()).isEqualTo("negative");
              assertThat(opinion.assessments()).contains("broken");
            });
    assertThat(answer.read().get("1").sentiment()).isEqualTo("positive");
  }

  @Test
  void readsKeyPhrases() throws Exception {
    LanguageAnswer<List<String>> answer = get(client().keyPhrases(ANGRY_AND_HAPPY));

    assertThat(answer.read().get("0")).contains("router");
    assertThat(answer.read().get("1")).anyMatch(phrase -> phrase.contains("fiber plan"));
    assertThat(answer.textRecords()).isEqualTo(2);
  }

  @Test
  void theServiceIsToldNotToKeepTheTexts() throws Exception {
    get(client().sentiment(ANGRY_AND_HAPPY));
    get(client().keyPhrases(ANGRY_AND_HAPPY));

    assertThat(emulator.requests().total()).isEqualTo(2);
    assertThat(emulator.requests().withoutLoggingOptOut()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_ERROR, TRANSIENT",
    "RESET, TRANSIENT",
    "BROKEN_JSON, TRANSIENT",
    "EMPTY_BODY, TRANSIENT",
    "HANG, TRANSIENT",
    "THROTTLING, THROTTLED"
  })
  void whatGoesWrongIsTriedOnceAndNamed(Fault fault, Kind kind) throws Exception {
    emulator.faults(FaultPlan.none().with(fault, 1).withRetryAfter(170));

    LanguageServiceException problem = problemOf(client(), ANGRY_AND_HAPPY);

    assertThat(problem.kind()).isEqualTo(kind);
    if (fault == Fault.THROTTLING) {
      assertThat(problem.retryAfter()).isEqualTo(Duration.ofMillis(170));
      assertThat(emulator.requests().count(429)).isEqualTo(1);
    }
  }

  @Test
  void aRefusedDocumentIsRefusedAlone() throws Exception {
    emulator.faults(FaultPlan.none().withRefusedText("router"));

    LanguageAnswer<SentimentReading> answer = get(client().sentiment(ANGRY_AND_HAPPY));

    assertThat(answer.refused()).containsOnlyKeys("0").containsEntry("0", "InvalidDocument");
    assertThat(answer.read()).containsOnlyKeys("1");
  }

  @Test
  void tooManyDocumentsAreARefusal() throws Exception {
    List<LanguageDocument> eleven =
        IntStream.range(0, 11)
            .mapToObj(i -> new LanguageDocument(Integer.toString(i), "en", "Hello."))
            .toList();

    LanguageServiceException problem = problemOf(client(), eleven);

    assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
    assertThat(problem.code()).isEqualTo("InvalidDocumentBatch");
  }

  @Test
  void aWrongKeyNamesTheOptionAndNotTheKey() throws Exception {
    LanguageServiceException problem = problemOf(client("wrong-key-123"), ANGRY_AND_HAPPY);

    assertThat(problem.kind()).isEqualTo(Kind.CONFIGURATION);
    assertThat(problem)
        .hasMessageContaining("401")
        .hasMessageContaining("--language.key-file")
        .hasMessageNotContaining("wrong-key-123");
  }

  @Test
  void aMissingKeyFileIsNamed() {
    LanguageEndpoint endpoint =
        new LanguageEndpoint(emulator.endpoint(), folder.resolve("nowhere").toString());

    assertThatThrownBy(() -> AzureLanguageClient.create(endpoint, settings(endpoint)))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("--language.key-file");
  }

  @Test
  void noServerAtAllIsTransient() throws Exception {
    AzureLanguageClient client = client();
    emulator.close();

    assertThat(problemOf(client, ANGRY_AND_HAPPY).kind()).isEqualTo(Kind.TRANSIENT);
  }

  private AzureLanguageClient client() throws IOException {
    return client(emulator.key());
  }

  private AzureLanguageClient client(String key) throws IOException {
    Path keyFile = Files.writeString(folder.resolve("language.key"), key + "\n");
    LanguageEndpoint endpoint = new LanguageEndpoint(emulator.endpoint(), keyFile.toString());
    return AzureLanguageClient.create(endpoint, settings(endpoint));
  }

  private static LanguageSettings settings(LanguageEndpoint endpoint) {
    return LanguageSettings.from(
        new Configuration()
            .set(LanguageOptions.ENDPOINT, endpoint.uri().toString())
            .set(LanguageOptions.REQUEST_TIMEOUT, Duration.ofSeconds(2)));
  }

  private static <T> LanguageAnswer<T> get(CompletableFuture<LanguageAnswer<T>> answer)
      throws Exception {
    return answer.get(30, TimeUnit.SECONDS);
  }

  private static LanguageServiceException problemOf(
      LanguageClient client, List<LanguageDocument> documents) throws Exception {
    try {
      throw new AssertionError("answered: " + get(client.sentiment(documents)));
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(LanguageServiceException.class);
      return (LanguageServiceException) e.getCause();
    }
  }
}
