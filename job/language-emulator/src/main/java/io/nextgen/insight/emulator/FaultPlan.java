package io.nextgen.insight.emulator;

import java.util.EnumMap;
import java.util.Map;

/**
 * The faults of a run. Which request meets which fault follows from the seed, the request's own
 * bytes and how often they have been sent: the order in which concurrent requests arrive has no
 * part in it, so a run can be repeated.
 *
 * @param seed another seed, other victims
 * @param rates the share of attempts that meet a fault, 0 to 1 each and 1 at most together; for
 *     {@link Fault#REFUSED_DOCUMENT} it is the share of documents, and counts apart
 * @param latencyMillis added to every answer, milliseconds
 * @param jitterMillis up to this is added on top, evenly spread, milliseconds
 * @param retryAfterMillis what a throttled client is told to wait, milliseconds; 0 stands for one
 *     second. A wait that is not of whole seconds is rounded up in {@code Retry-After} and exact in
 *     {@code retry-after-ms}
 * @param attempts only the first so many attempts at the same request can meet a fault, so that a
 *     rate of 1 still lets the client through in the end; 0 for all of them
 * @param refusedText documents that contain this text are refused for good; null for none
 */
public record FaultPlan(
    long seed,
    Map<Fault, Double> rates,
    long latencyMillis,
    long jitterMillis,
    long retryAfterMillis,
    int attempts,
    String refusedText) {

  private static final FaultPlan NONE = new FaultPlan(0, Map.of(), 0, 0, 0, 0, null);

  /**
   * @throws IllegalArgumentException for a rate outside 0 to 1, rates that sum up to more than 1,
   *     or a negative time or count
   */
  public FaultPlan {
    rates = rates == null ? Map.of() : Map.copyOf(rates);
    double together = 0;
    for (Map.Entry<Fault, Double> rate : rates.entrySet()) {
      if (!(rate.getValue() >= 0 && rate.getValue() <= 1)) {
        throw new IllegalArgumentException(
            "the rate of " + rate.getKey() + " must be from 0 to 1, not " + rate.getValue());
      }
      together += rate.getKey() == Fault.REFUSED_DOCUMENT ? 0 : rate.getValue();
    }
    if (together > 1 + 1e-9) {
      throw new IllegalArgumentException(
          "a request meets one fault at most, so the rates together must not exceed 1, but they are "
              + together);
    }
    if (latencyMillis < 0 || jitterMillis < 0 || retryAfterMillis < 0 || attempts < 0) {
      throw new IllegalArgumentException("times and attempts of a fault plan must not be negative");
    }
    if (retryAfterMillis == 0) {
      retryAfterMillis = 1000;
    }
  }

  /** Nothing goes wrong and nothing is slow. */
  public static FaultPlan none() {
    return NONE;
  }

  /** The same plan with this fault at this rate, 0 to 1. */
  public FaultPlan with(Fault fault, double rate) {
    Map<Fault, Double> more = new EnumMap<>(Fault.class);
    more.putAll(rates);
    more.put(fault, rate);
    return new FaultPlan(
        seed, more, latencyMillis, jitterMillis, retryAfterMillis, attempts, refusedText);
  }

  /** The same plan with other victims. */
  public FaultPlan withSeed(long newSeed) {
    return new FaultPlan(
        newSeed, rates, latencyMillis, jitterMillis, retryAfterMillis, attempts, refusedText);
  }

  /**
   * The same plan with answers delayed by {@code fixed} and up to {@code jitter} milliseconds more.
   */
  public FaultPlan withLatency(long fixed, long jitter) {
    return new FaultPlan(seed, rates, fixed, jitter, retryAfterMillis, attempts, refusedText);
  }

  /** The same plan with throttled clients told to wait for so many milliseconds. */
  public FaultPlan withRetryAfter(long millis) {
    return new FaultPlan(seed, rates, latencyMillis, jitterMillis, millis, attempts, refusedText);
  }

  /** The same plan with faults for only the first so many attempts at the same request. */
  public FaultPlan withFirstAttempts(int count) {
    return new FaultPlan(
        seed, rates, latencyMillis, jitterMillis, retryAfterMillis, count, refusedText);
  }

  /** The same plan with every document refused that contains the text. */
  public FaultPlan withRefusedText(String text) {
    return new FaultPlan(
        seed, rates, latencyMillis, jitterMillis, retryAfterMillis, attempts, text);
  }

  double rate(Fault fault) {
    return rates.getOrDefault(fault, 0.0);
  }

  boolean isQuiet() {
    return equals(NONE);
  }
}
