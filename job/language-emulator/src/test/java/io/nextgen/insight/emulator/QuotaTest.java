package io.nextgen.insight.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

  @Test
  void aSecondsWorthPassesAndTheNextWaitsOneSecond() {
    AtomicLong clock = new AtomicLong();
    QuotaGate gate = new QuotaGate(new Quota(2, 100), clock::get);

    assertThat(gate.admit()).isZero();
    assertThat(gate.admit()).isZero();
    assertThat(gate.admit()).isEqualTo(1);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(gate.admit()).isZero();
  }

  @Test
  void theMinuteCountsApartFromTheSecond() {
    AtomicLong clock = new AtomicLong();
    QuotaGate gate = new QuotaGate(new Quota(10, 2), clock::get);
    gate.admit();
    clock.addAndGet(TimeUnit.SECONDS.toNanos(20));
    gate.admit();

    assertThat(gate.admit()).isEqualTo(40);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(40));
    assertThat(gate.admit()).isZero();
    assertThat(gate.admit()).isEqualTo(20);
  }

  @Test
  void overHttpEachFeatureHasItsOwn() throws Exception {
    EmulatorOptions options = EmulatorOptions.defaults().withQuota(new Quota(1, 1));
    try (LanguageEmulator emulator = LanguageEmulator.start(options)) {
      TestingRestClient client = new TestingRestClient(emulator);
      String sentiment = TestingRestClient.body(AnalysisKind.SENTIMENT_ANALYSIS, Map.of(), "Hi");
      String phrases = TestingRestClient.body(AnalysisKind.KEY_PHRASE_EXTRACTION, Map.of(), "Hi");

      assertThat(client.analyze(sentiment).status()).isEqualTo(200);
      var second = client.analyze(sentiment);
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.json().at("/error/code").asText()).isEqualTo("429");
      assertThat(Integer.parseInt(second.header("retry-after"))).isBetween(1, 60);
      assertThat(client.analyze(phrases).status()).isEqualTo(200);
      assertThat(emulator.requests().count(AnalysisKind.SENTIMENT_ANALYSIS, 429)).isEqualTo(1);
    }
  }

  @Test
  void aQuotaOfNothingIsRefused() {
    assertThatThrownBy(() -> new Quota(0, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 a second");
  }
}
