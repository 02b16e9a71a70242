package io.nextgen.insight.optimizer;

import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats a change that met a concurrent commit, and remembers what it had to give up, so that work
 * that does not depend on it can still be done.
 *
 * <p>A conflict means that a commit has just been made: the second attempt starts at once, as it
 * then has all the time to the next checkpoint of the Flink job. Where that is too little, only a
 * pause in what lands will do; the later attempts spread over more and more time to meet one.
 */
final class ConflictRetry {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

  private final int attempts;
  private final Pause pause;
  private final Set<String> givenUp = new LinkedHashSet<>();

  ConflictRetry(int attempts) {
    this(attempts, delay -> Thread.sleep(delay.toMillis()));
  }

  ConflictRetry(int attempts, Pause pause) {
    this.attempts = attempts;
    this.pause = pause;
  }

  /** Waits between two attempts. */
  interface Pause {
    void sleep(Duration delay) throws InterruptedException;
  }

  /**
   * @param what for the message, such as {@code Erasing from gold.customer_risk}
   * @return empty when the last attempt, too, met another commit; see {@link #failIfAnyGivenUp}
   */
  <T> Optional<T> call(String what, Supplier<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Optional.of(change.get());
      } catch (ConcurrentModificationException e) {
        // The base of all of Delta's conflicts, in open source and on Databricks.
        if (attempt == attempts) {
          giveUp(what);
          return Optional.empty();
        }
      }
      pauseAfter(attempt);
    }
  }

  /** Remembers what is not even tried, because it must not come before what was given up. */
  void giveUp(String what) {
    givenUp.add(what);
  }

  boolean hasGivenUp() {
    return !givenUp.isEmpty();
  }

  /**
   * @param otherwise what became of the rest, as a sentence
   * @throws JobException that names what was given up
   */
  void failIfAnyGivenUp(String otherwise) {
    if (hasGivenUp()) {
      throw new JobException(
          ("Left undone, as each of %d attempts met a commit of another writer: %s. %s None of it is"
                  + " half done. Run it again when less lands, with more --attempts, or on a larger"
                  + " cluster, so that it takes less time than lies between two checkpoints of the"
                  + " Flink job.")
              .formatted(attempts, String.join("; ", givenUp), otherwise));
    }
  }

  private void pauseAfter(int attempt) {
    Duration longest = longestDelay(attempt);
    if (longest.isZero()) {
      return;
    }
    try {
      // Anywhere up to it: two runs that met each other are not to meet again.
      pause.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted between two attempts", e);
    }
  }

  /** None after the first attempt, then doubling. */
  static Duration longestDelay(int attempt) {
    if (attempt == 1) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempt - 2, 20));
    return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
  }
}
