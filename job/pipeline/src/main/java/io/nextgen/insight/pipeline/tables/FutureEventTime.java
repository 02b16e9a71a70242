package io.nextgen.insight.pipeline.tables;

import java.time.Duration;
import java.time.Instant;

/**
 * Marks chats whose source dates them after the moment at which the job read them. The time itself
 * stays as the source wrote it.
 */
final class FutureEventTime {

  /**
   * How far ahead an event time may be. A local time taken for UTC is up to 14 hours ahead, and
   * clocks differ by minutes; such a chat is recent, and its time is of use.
   */
  static final Duration TOLERANCE = Duration.ofDays(1);

  private FutureEventTime() {}

  /** Whether a chat's time is more than {@link #TOLERANCE} after it was read. */
  static boolean isFuture(Instant eventTime, Instant ingestedAt) {
    return eventTime.isAfter(ingestedAt.plus(TOLERANCE));
  }
}
