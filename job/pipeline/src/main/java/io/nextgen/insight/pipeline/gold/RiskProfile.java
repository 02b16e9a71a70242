package io.nextgen.insight.pipeline.gold;

import java.time.Instant;

/**
 * A customer in the risk gate's state, beside his or her chats.
 *
 * @param windowEnd the newest moment known of: of a chat of the customer or of the watermark, in
 *     milliseconds of the epoch; never goes back
 * @param region of the newest chat that has one; null where none has
 * @param regionTime when that chat took place, in milliseconds of the epoch
 * @param standing as last told to {@code gold.customer_risk}
 * @param changedAt when that was (processing time); the epoch where it never was
 * @param wakeAt event time of the one timer that is set, in milliseconds of the epoch
 */
public record RiskProfile(
    long windowEnd,
    String region,
    long regionTime,
    CustomerStanding standing,
    Instant changedAt,
    long wakeAt) {

  static final RiskProfile NEW_CUSTOMER =
      new RiskProfile(
          Long.MIN_VALUE,
          null,
          Long.MIN_VALUE,
          CustomerStanding.UNKNOWN_CUSTOMER,
          Instant.EPOCH,
          Long.MIN_VALUE);

  RiskProfile withWindowEnd(long moment) {
    return new RiskProfile(
        Math.max(windowEnd, moment), region, regionTime, standing, changedAt, wakeAt);
  }

  /** With the region of a chat, unless a newer chat's is known; the names decide between equals. */
  RiskProfile withRegion(String chatRegion, long chatTime) {
    boolean newer =
        chatRegion != null
            && (region == null
                || chatTime > regionTime
                || chatTime == regionTime && chatRegion.compareTo(region) > 0);
    return newer
        ? new RiskProfile(windowEnd, chatRegion, chatTime, standing, changedAt, wakeAt)
        : this;
  }

  RiskProfile withStanding(CustomerStanding newStanding, Instant newChangedAt) {
    return new RiskProfile(windowEnd, region, regionTime, newStanding, newChangedAt, wakeAt);
  }

  RiskProfile withWakeAt(long newWakeAt) {
    return new RiskProfile(windowEnd, region, regionTime, standing, changedAt, newWakeAt);
  }
}
