package io.nextgen.insight.pipeline.landing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Every file that one complete search saw, in 16 bytes each. */
final class LandingCensus {

  private final Map<Long, HourTally> condensedBefore;
  private final Map<Long, HourTally> condensedNow = new HashMap<>();
  private final Set<Long> hoursWithUnread = new HashSet<>();
  private long[] fingerprints = new long[1024];
  private long[] hours = new long[1024];
  private int size;

  /**
   * @param condensed the tallies as the search begins
   */
  LandingCensus(Map<Long, HourTally> condensed) {
    this.condensedBefore = Map.copyOf(condensed);
  }

  /** Counts a file that was taken before. */
  void seeTaken(LandedFile file) {
    see(file);
    long hour = HourTally.hourOf(file);
    if (condensedBefore.containsKey(hour)) {
      condensedNow.merge(hour, HourTally.NONE.plus(file.fingerprint()), (a, b) -> a.plus(b.sum()));
    }
  }

  /** Counts a file that was not. */
  void seeUnread(LandedFile file) {
    see(file);
    hoursWithUnread.add(HourTally.hourOf(file));
  }

  private void see(LandedFile file) {
    if (size == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, 2 * size);
      hours = Arrays.copyOf(hours, 2 * size);
    }
    fingerprints[size] = file.fingerprint();
    hours[size++] = HourTally.hourOf(file);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  long fingerprint(int index) {
    return fingerprints[index];
  }

  long hour(int index) {
    return hours[index];
  }

  boolean hasUnread(long hour) {
    return hoursWithUnread.contains(hour);
  }

  /** All fingerprints in ascending order. */
  long[] sorted() {
    return LongStream.of(fingerprints).limit(size).sorted().toArray();
  }

  /** The tally of the hour when the search began; null where it had none. */
  HourTally before(long hour) {
    return condensedBefore.get(hour);
  }

  /** The files of a condensed hour that were seen. */
  HourTally now(long hour) {
    return condensedNow.getOrDefault(hour, HourTally.NONE);
  }
}
