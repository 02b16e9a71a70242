package io.nextgen.insight.pipeline.gold.language;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential, with jitter: between half and all of {@code min * 2^(attempt - 1)}, at most {@code
 * max}.
 */
record Backoff(Duration min, Duration max) {

  /**
   * @param attempt how often it was tried, from 1
   */
  Duration after(int attempt, RandomGenerator random) {
    double full = Math.min(max.toMillis(), min.toMillis() * Math.pow(2, attempt - 1));
    return Duration.ofMillis(Math.round(full / 2 + random.nextDouble() * full / 2));
  }
}
