package io.nextgen.insight.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Lets through what a {@link Quota} allows to one feature, in sliding windows. Thread-safe. */
final class QuotaGate {

  private static final long SECOND = 1_000_000_000L;

  private final Quota quota;
  private final LongSupplier nanoClock;
  private final Deque<Long> lastSecond = new ArrayDeque<>();
  private final Deque<Long> lastMinute = new ArrayDeque<>();

  QuotaGate(Quota quota, LongSupplier nanoClock) {
    this.quota = quota;
    this.nanoClock = nanoClock;
  }

  /**
   * Takes a request in, or tells how long to wait.
   *
   * @return 0 when it was let through, else the whole seconds after which there is room again
   */
  synchronized long admit() {
    if (quota.equals(Quota.UNLIMITED)) {
      return 0;
    }
    long now = nanoClock.getAsLong();
    long wait =
        Math.max(
            untilRoom(lastSecond, quota.perSecond(), SECOND, now),
            untilRoom(lastMinute, quota.perMinute(), 60 * SECOND, now));
    if (wait == 0) {
      lastSecond.add(now);
      lastMinute.add(now);
    }
    return (wait + SECOND - 1) / SECOND;
  }

  private static long untilRoom(Deque<Long> window, int limit, long length, long now) {
    while (!window.isEmpty() && now - window.peek() >= length) {
      window.remove();
    }
    return window.size() < limit ? 0 : window.peek() + length - now;
  }
}
