package io.nextgen.insight.optimizer;

import java.util.ConcurrentModificationException;
import java.util.function.Supplier;

/**
 * Repeats a change of rows that met a concurrent commit. The Flink job never gives way: it appends
 * at each checkpoint, and Delta lets no DELETE or MERGE pass that could have missed the new rows. A
 * conflict means that a commit has just been made, so the next attempt, which starts at once, has
 * all the time to the next checkpoint.
 */
final class ConflictRetry {
  private final int attempts;

  ConflictRetry(int attempts) {
    this.attempts = attempts;
  }

  /**
   * @param what for the message, such as {@code Erasing from gold.customer_risk}
   * @throws JobException when the last attempt, too, met another commit
   */
  <T> T call(String what, Supplier<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return change.get();
      } catch (ConcurrentModificationException e) {
        // The base of all of Delta's conflicts, in open source and on Databricks.
        if (attempt == attempts) {
          throw new JobException(
              ("%s met a concurrent commit %d times. Nothing is half done: run it again, with more"
                      + " --attempts, or on a larger cluster, so that it takes less time than lies"
                      + " between two checkpoints of the Flink job.")
                  .formatted(what, attempts));
        }
      }
    }
  }
}
