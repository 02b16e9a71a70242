package io.nextgen.insight.pipeline.landing;

/**
 * What is left of the files that were modified in one hour and taken long ago: enough to tell that
 * they are still the same, and no others have come.
 *
 * @param files how many
 * @param sum of their fingerprints, modulo 2^64
 */
record HourTally(int files, long sum) {

  static final HourTally NONE = new HourTally(0, 0);

  private static final long MILLIS = 3_600_000;

  /** The hour in which a file was modified, in hours since the epoch. */
  static long hourOf(LandedFile file) {
    return hourOf(file.modifiedAt());
  }

  /** The hour of a moment in epoch milliseconds, in hours since the epoch. */
  static long hourOf(long millis) {
    return Math.floorDiv(millis, MILLIS);
  }

  HourTally plus(long fingerprint) {
    return new HourTally(files + 1, sum + fingerprint);
  }
}
