package io.nextgen.insight.pipeline.landing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * A set of {@linkplain LandedFile#fingerprint() fingerprints}: 8 bytes each, but for the newest
 * few, which have not been sorted in yet.
 */
final class FingerprintSet {

  private static final int MAX_UNSORTED = 10_000;

  /** Never changed, only replaced: snapshots hold on to it. */
  private long[] sorted;

  private final Set<Long> unsorted = new HashSet<>();

  /**
   * @param sorted in ascending order, which is kept as it is
   */
  FingerprintSet(long[] sorted) {
    this.sorted = sorted;
  }

  boolean contains(long fingerprint) {
    return Arrays.binarySearch(sorted, fingerprint) >= 0 || unsorted.contains(fingerprint);
  }

  void add(long fingerprint) {
    if (!contains(fingerprint)) {
      unsorted.add(fingerprint);
      if (unsorted.size() > MAX_UNSORTED) {
        sorted();
      }
    }
  }

  int size() {
    return sorted.length + unsorted.size();
  }

  /** All of them in ascending order. Not to be changed. */
  long[] sorted() {
    if (!unsorted.isEmpty()) {
      long[] all = Arrays.copyOf(sorted, size());
      int end = sorted.length;
      for (long each : unsorted) {
        all[end++] = each;
      }
      Arrays.sort(all);
      sorted = all;
      unsorted.clear();
    }
    return sorted;
  }

  void retain(LongPredicate kept) {
    sorted = Arrays.stream(sorted()).filter(kept).toArray();
  }
}
