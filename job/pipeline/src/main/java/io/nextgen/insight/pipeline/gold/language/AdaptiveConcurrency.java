package io.nextgen.insight.pipeline.gold.language;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many requests out at once as the service takes: one more for each that succeeds until it
 * throttles for the first time, then additive increase and multiplicative decrease. Throttling also
 * holds every request back for as long as the service asks.
 *
 * <p>The oldest batch goes first, retries included, because results leave in order and everything
 * else would wait for it.
 *
 * <p>Each subtask has its own for each endpoint. They share the endpoint's quota without talking to
 * each other, as TCP connections share a line.
 */
final class AdaptiveConcurrency {

  private static final double INITIAL_LIMIT = 4;
  private static final double DECREASE = 0.5;

  private record Waiting(long order, long arrival, Runnable call) {}

  private final int max;
  private final ScheduledExecutorService timer;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::order).thenComparingLong(Waiting::arrival));
  private double limit;
  private boolean throttledBefore;
  private int open;
  private long arrivals;
  private long pausedUntil = System.nanoTime();
  private boolean wakeUpScheduled;

  AdaptiveConcurrency(int max, ScheduledExecutorService timer) {
    this.max = max;
    this.timer = timer;
    this.limit = Math.min(max, INITIAL_LIMIT);
  }

  /**
   * Runs the call now or when its turn comes. Whoever runs it tells the outcome once, by {@link
   * #succeeded}, {@link #failed} or {@link #throttled}.
   *
   * @param order the smaller, the sooner
   */
  void submit(long order, Runnable call) {
    synchronized (this) {
      waiting.add(new Waiting(order, arrivals++, call));
    }
    runThoseThatMay();
  }

  /** The service answered, be it with a refusal. */
  void succeeded() {
    synchronized (this) {
      open--;
      limit = Math.min(max, limit + (throttledBefore ? 1 / limit : 1));
    }
    runThoseThatMay();
  }

  /** No usable answer, which says nothing of how much the service takes. */
  void failed() {
    synchronized (this) {
      open--;
    }
    runThoseThatMay();
  }

  /** The service asks for fewer requests, and for none before the pause is over. */
  void throttled(Duration pause) {
    synchronized (this) {
      open--;
      long now = System.nanoTime();
      // Requests that were under way together are throttled together: one decrease for them all.
      if (now - pausedUntil >= 0) {
        limit = Math.max(1, limit * DECREASE);
        throttledBefore = true;
      }
      long until = now + pause.toNanos();
      pausedUntil = until - pausedUntil > 0 ? until : pausedUntil;
    }
    runThoseThatMay();
  }

  private void runThoseThatMay() {
    for (Runnable call = next(); call != null; call = next()) {
      call.run();
    }
  }

  private synchronized Runnable next() {
    if (waiting.isEmpty() || open >= (int) limit) {
      return null;
    }
    long pause = pausedUntil - System.nanoTime();
    if (pause > 0) {
      wakeUpAfter(pause);
      return null;
    }
    open++;
    return waiting.poll().call();
  }

  private void wakeUpAfter(long nanos) {
    if (!wakeUpScheduled) {
      wakeUpScheduled = true;
      timer.schedule(this::wakeUp, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void wakeUp() {
    synchronized (this) {
      wakeUpScheduled = false;
    }
    runThoseThatMay();
  }

  synchronized int limit() {
    return (int) limit;
  }

  synchronized int open() {
    return open;
  }
}
