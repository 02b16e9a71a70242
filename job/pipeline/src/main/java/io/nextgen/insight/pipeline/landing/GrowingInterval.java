package io.nextgen.insight.pipeline.landing;

/** Says when to report what goes on and on: at once, after a minute, and then half as often. */
final class GrowingInterval {

  private static final long FIRST_MILLIS = 60_000;
  private static final long LONGEST_MILLIS = 3_600_000;

  private long next = Long.MIN_VALUE;
  private long interval = FIRST_MILLIS;

  /**
   * @param now epoch milliseconds
   */
  boolean isDue(long now) {
    if (now < next) {
      return false;
    }
    next = now + interval;
    interval = Math.min(2 * interval, LONGEST_MILLIS);
    return true;
  }

  /** What goes on has ended; the next time it is reported at once. */
  void reset() {
    next = Long.MIN_VALUE;
    interval = FIRST_MILLIS;
  }
}
