package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "4, 800", "7, 5000", "1000000, 5000"})
  void doublesUpToTheMaximumWithJitterOfHalf(int attempt, long fullMillis) {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    RandomGenerator random = RandomGenerator.getDefault();

    for (int i = 0; i < 100; i++) {
      assertThat(backoff.after(attempt, random).toMillis()).isBetween(fullMillis / 2, fullMillis);
    }
  }
}
