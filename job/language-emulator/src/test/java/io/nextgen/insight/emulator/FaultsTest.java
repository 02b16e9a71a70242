package io.nextgen.insight.emulator;

import static io.nextgen.insight.emulator.AnalysisKind.SENTIMENT_ANALYSIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The faults, one by one, over HTTP. */
class FaultsTest {

  private static LanguageEmulator emulator;
  private static TestingRestClient client;

  @BeforeAll
  static void start() {
    emulator = LanguageEmulator.start(EmulatorOptions.defaults());
    client = new TestingRestClient(emulator);
  }

  @AfterEach
  void calmDown() {
    emulator.faults(FaultPlan.none());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void throttlingTellsHowLongToWait() throws Exception {
    emulator.faults(FaultPlan.none().with(Fault.THROTTLING, 1).withRetryAfter(1500));

    var answer = client.analyze(body("Hello"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("retry-after")).isEqualTo("2");
    assertThat(answer.header("retry-after-ms")).isEqualTo("1500");
  }

  @Test
  void serverErrorsAreOfBothKinds() throws Exception {
    emulator.faults(FaultPlan.none().with(Fault.SERVER_ERROR, 1));
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      statuses.add(client.analyze(body("Hello " + i)).status());
    }

    assertThat(statuses).contains(500, 503).allMatch(status -> status == 500 || status == 503);
  }

  @Test
  void aResetEndsTheConnectionWithoutAnAnswer() {
    emulator.faults(FaultPlan.none().with(Fault.RESET, 1));

    assertThatThrownBy(() -> client.analyze(body("Hello"))).isInstanceOf(IOException.class);
  }

  @Test
  void brokenJsonIsCutInTheMiddle() throws Exception {
    String whole = client.analyze(body("Hello")).body();
    emulator.faults(FaultPlan.none().with(Fault.BROKEN_JSON, 1));

    var answer = client.analyze(body("Hello"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(whole.substring(0, whole.length() / 2));
  }

  @Test
  void anEmptyBodyIsASuccessWithNothingInIt() throws Exception {
    emulator.faults(FaultPlan.none().with(Fault.EMPTY_BODY, 1));

    var answer = client.analyze(body("Hello"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aHangEndsWhenTheEmulatorCloses() throws Exception {
    CompletableFuture<TestingRestClient.Answer> answer;
    EmulatorOptions hanging =
        EmulatorOptions.defaults().withFaults(FaultPlan.none().with(Fault.HANG, 1));
    try (LanguageEmulator other = LanguageEmulator.start(hanging)) {
      TestingRestClient otherClient = new TestingRestClient(other);
      answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return otherClient.analyze(body("Hello"));
                } catch (IOException | InterruptedException lost) {
                  throw new CompletionException(lost);
                }
              });
      TimeUnit.MILLISECONDS.sleep(300);
      assertThat(answer).isNotDone();
    }
    assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void latencyIsAddedToEachAnswer() throws Exception {
    emulator.faults(FaultPlan.none().withLatency(200, 50));
    long start = System.nanoTime();

    client.analyze(body("Hello"));

    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(200);
  }

  @Test
  void refusedDocumentsAreRefusedOnEachAttempt() throws Exception {
    emulator.faults(FaultPlan.none().withRefusedText("poison"));

    for (int attempt = 0; attempt < 3; attempt++) {
      var results = client.analyze(body("Hello", "some poison here")).json().at("/results");
      assertThat(results.at("/documents/0/id").asText()).isEqualTo("0");
      assertThat(results.at("/errors/0/id").asText()).isEqualTo("1");
      assertThat(results.at("/errors/0/error/innererror/code").asText())
          .isEqualTo("InvalidDocument");
    }
  }

  @Test
  void onlyTheFirstAttemptsFailWhereThePlanSaysSo() throws Exception {
    emulator.faults(FaultPlan.none().with(Fault.SERVER_ERROR, 1).withFirstAttempts(2));

    assertThat(client.analyze(body("Hello")).status()).isGreaterThanOrEqualTo(500);
    assertThat(client.analyze(body("Hello")).status()).isGreaterThanOrEqualTo(500);
    assertThat(client.analyze(body("Hello")).status()).isEqualTo(200);
  }

  @Test
  void whoMeetsAFaultDependsOnTheSeedAndNotOnTheOrder() {
    FaultPlan plan = FaultPlan.none().with(Fault.THROTTLING, 0.3).withSeed(7);
    List<Integer> requests = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      requests.add(i);
    }
    List<Integer> inOrder = victims(plan, requests);
    Collections.reverse(requests);

    assertThat(victims(plan, requests)).containsExactlyInAnyOrderElementsOf(inOrder);
    assertThat(victims(plan.withSeed(8), requests)).isNotEqualTo(inOrder);
    assertThat(inOrder).hasSizeBetween(250, 350);
  }

  @Test
  void thePlanCanBeSeenAndChangedOverHttp() throws Exception {
    var changed =
        client.put("/emulator/faults", "{\"seed\":3,\"rates\":{\"THROTTLING\":1},\"attempts\":1}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(client.get("/emulator/faults").json().at("/rates/THROTTLING").asDouble())
        .isEqualTo(1);
    assertThat(client.analyze(body("Changed over HTTP")).status()).isEqualTo(429);
    assertThat(client.put("/emulator/faults", "{\"rates\":{\"THROTTLING\":2}}").body())
        .contains("from 0 to 1");
    assertThat(client.put("/emulator/faults", "{\"rate\":{}}").body()).contains("rate");
    assertThat(client.get("/emulator/nothing").status()).isEqualTo(404);
  }

  @Test
  void requestsAreCountedWithoutTheirText() throws Exception {
    try (LanguageEmulator other = LanguageEmulator.start(EmulatorOptions.defaults())) {
      TestingRestClient otherClient = new TestingRestClient(other);
      otherClient.analyze(
          TestingRestClient.body(
              SENTIMENT_ANALYSIS, Map.of("loggingOptOut", true), "a secret", "b", ""));
      otherClient.analyze(body("c"));
      otherClient.analyze("no json");

      RequestCounts counts = other.requests();
      assertThat(counts.total()).isEqualTo(3);
      assertThat(counts.count(SENTIMENT_ANALYSIS, 200)).isEqualTo(2);
      assertThat(counts.count(400)).isEqualTo(1);
      assertThat(counts.documents(SENTIMENT_ANALYSIS)).isEqualTo(3);
      assertThat(counts.largestBatch()).isEqualTo(3);
      assertThat(counts.withoutLoggingOptOut()).isEqualTo(1);
      assertThat(otherClient.get("/emulator/requests").body())
          .contains("\"SentimentAnalysis\":{\"200\":2}")
          .doesNotContain("secret");
    }
  }

  @Test
  void aPlanThatCannotBeIsRefused() {
    FaultPlan half = FaultPlan.none().with(Fault.HANG, 0.5);

    assertThatThrownBy(() -> half.with(Fault.RESET, 0.6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not exceed 1");
    assertThatThrownBy(() -> half.withLatency(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> victims(FaultPlan plan, List<Integer> requests) {
    FaultDice dice = new FaultDice(plan);
    return requests.stream()
        .filter(
            request ->
                dice.next(("request " + request).getBytes(StandardCharsets.UTF_8))
                    .fault()
                    .isPresent())
        .toList();
  }

  private static String body(String... texts) throws IOException {
    return TestingRestClient.body(SENTIMENT_ANALYSIS, Map.of(), texts);
  }
}
