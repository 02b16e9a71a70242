package io.nextgen.insight.pipeline.gold.language;

import static io.nextgen.insight.pipeline.gold.language.TestingLanguageClient.problem;
import static io.nextgen.insight.pipeline.gold.language.TestingLanguageClient.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.gold.language.LanguageServiceException.Kind;
import io.nextgen.insight.pipeline.gold.language.TestingLanguageClient.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

  private static final String POISON = "poison";

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final TestingMetricGroup metrics = new TestingMetricGroup();
  private TestingLanguageClient client;
  private boolean otherTraffic;
  private boolean throwsAtOnce;

  @AfterEach
  void stopTimer() {
    timer.shutdownNow();
  }

  @Test
  void asksForBothFeaturesInRequestsOfTenAtMost() throws Exception {
    Map<String, DocumentReading> readings = read(25, "fine", request -> {});

    assertThat(readings).hasSize(25);
    assertThat(readings.values())
        .allSatisfy(
            reading -> {
              assertThat(reading.sentiment().sentiment()).isEqualTo("neutral");
              assertThat(reading.keyPhrases()).containsExactly("fine");
              assertThat(reading.refusals()).isEmpty();
              assertThat(reading.modelVersion()).isEqualTo("testing");
            });
    assertThat(client.received).hasSize(6).allMatch(request -> request.documents().size() <= 10);
  }

  @Test
  void cutsLongDocumentsAndCountsThePieces() throws Exception {
    String sentence = "The connection drops every evening. ";
    List<LanguageDocument> documents =
        List.of(
            new LanguageDocument("long", "en", sentence.repeat(2_000)),
            new LanguageDocument("short", "en", sentence));

    Map<String, DocumentReading> readings = read(documents, request -> {});

    assertThat(readings).containsOnlyKeys("long", "short");
    assertThat(client.received)
        .hasSize(4)
        .allSatisfy(
            request -> {
              assertThat(request.documents()).hasSizeLessThanOrEqualTo(10);
              assertThat(request.documents())
                  .allMatch(piece -> piece.text().length() <= DocumentCutter.MAX_LENGTH);
            });
  }

  @Test
  void aRequestThatIsRefusedIsHalvedUntilItsCauseStandsAlone() throws Exception {
    Map<String, DocumentReading> readings =
        read(withPoison(), refusing(problem(Kind.REFUSED, "InvalidRequest")));

    assertThat(readings.get("7").refusals())
        .containsExactly("sentiment: InvalidRequest", "key phrases: InvalidRequest");
    assertThat(readings.get("7").modelVersion()).isNull();
    readings.remove("7");
    assertThat(readings)
        .hasSize(9)
        .allSatisfy((id, reading) -> assertThat(reading.refusals()).isEmpty());
  }

  @Test
  void aDocumentThatTheServiceChokesOnDoesNotHoldUpTheOthersForEver() throws Exception {
    otherTraffic = true;
    Map<String, DocumentReading> readings =
        read(withPoison(), refusing(problem(Kind.TRANSIENT, "InternalServerError")));

    assertThat(readings.get("7").refusals())
        .containsExactly("sentiment: InternalServerError", "key phrases: InternalServerError");
    readings.remove("7");
    assertThat(readings)
        .hasSize(9)
        .allSatisfy((id, reading) -> assertThat(reading.refusals()).isEmpty());
  }

  @Test
  void whileTheServiceIsDownNothingIsRefused() throws Exception {
    AtomicInteger left = new AtomicInteger(60);
    Map<String, DocumentReading> readings =
        read(
            1,
            "fine",
            request -> {
              if (left.decrementAndGet() > 0) {
                throw problem(Kind.TRANSIENT, "ServiceUnavailable");
              }
            });

    assertThat(readings.get("0").refusals()).isEmpty();
  }

  @Test
  void throttlingIsWaitedFor() throws Exception {
    AtomicInteger left = new AtomicInteger(3);
    long startedAt = System.nanoTime();
    Map<String, DocumentReading> readings =
        read(
            3,
            "fine",
            request -> {
              if (left.decrementAndGet() >= 0) {
                throw throttled(Duration.ofMillis(150));
              }
            });

    assertThat(readings).hasSize(3);
    assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
        .isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void theWebUiTellsWhatHappened() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    read(
        12,
        "fine",
        request -> {
          int call = calls.incrementAndGet();
          if (call == 1) {
            throw throttled(Duration.ofMillis(10));
          }
          if (call == 2) {
            throw problem(Kind.TRANSIENT, "ServiceUnavailable");
          }
        });

    assertThat(metrics.count("languageRequests")).isEqualTo(6);
    assertThat(metrics.count("languageRetries")).isEqualTo(2);
    assertThat(metrics.count("languageThrottled")).isEqualTo(1);
    assertThat(metrics.count("languageTextRecordsBilled")).isEqualTo(24);
    assertThat(metrics.count("languageDocumentsRefused")).isZero();
    assertThat(metrics.samples("languageLatencyMs")).isEqualTo(4);
    assertThat(metrics.gauge("languageConcurrencyLimit")).isInstanceOf(Integer.class);
  }

  /** Left to itself, what a client throws in the retry thread would vanish there. */
  @Test
  void whatAClientThrowsAtOnceIsAnOutcomeToo() throws Exception {
    throwsAtOnce = true;
    AtomicInteger left = new AtomicInteger(4);
    Map<String, DocumentReading> readings =
        read(
            1,
            "fine",
            request -> {
              if (left.decrementAndGet() >= 0) {
                throw new IllegalStateException("thrown by the client");
              }
            });

    assertThat(readings.get("0").refusals()).isEmpty();
  }

  @Test
  void aConfigurationThatCannotWorkFails() {
    assertThatThrownBy(
            () ->
                read(
                    2,
                    "fine",
                    request -> {
                      throw problem(Kind.CONFIGURATION, "401");
                    }))
        .hasRootCauseInstanceOf(LanguageServiceException.class)
        .hasRootCauseMessage("401");
  }

  private static List<LanguageDocument> withPoison() {
    return IntStream.range(0, 10)
        .mapToObj(i -> new LanguageDocument(Integer.toString(i), "en", i == 7 ? POISON : "fine"))
        .toList();
  }

  private static Consumer<Received> refusing(LanguageServiceException problem) {
    return request -> {
      if (request.documents().stream().anyMatch(document -> document.text().equals(POISON))) {
        throw problem;
      }
    };
  }

  private Map<String, DocumentReading> read(int count, String text, Consumer<Received> rule)
      throws Exception {
    return read(
        IntStream.range(0, count)
            .mapToObj(i -> new LanguageDocument(Integer.toString(i), "en", text))
            .toList(),
        rule);
  }

  private Map<String, DocumentReading> read(
      List<LanguageDocument> documents, Consumer<Received> rule) throws Exception {
    client = new TestingLanguageClient(rule, throwsAtOnce);
    LanguageSettings settings =
        new LanguageSettings(
            null,
            Map.of(),
            "en",
            8,
            Duration.ofSeconds(1),
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            6);
    DocumentReader reader = new DocumentReader(client, settings, timer, metrics);
    if (otherTraffic) {
      timer.scheduleWithFixedDelay(
          () -> reader.read(1, List.of(new LanguageDocument("other", "en", "fine"))),
          0,
          1,
          TimeUnit.MILLISECONDS);
    }
    return reader.read(0, documents).get(30, TimeUnit.SECONDS);
  }
}
