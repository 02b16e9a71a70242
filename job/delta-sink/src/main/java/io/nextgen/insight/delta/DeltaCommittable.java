package io.nextgen.insight.delta;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one checkpoint adds to the table: all files of all writers, and what the table records with
 * them, so that they are added once.
 *
 * <p>Jobs that were started from the same state have the same application id and make checkpoints
 * of the same numbers. The fingerprints tell their committables apart, and say which follows which.
 *
 * @param applicationId application id of the Delta transaction identifier
 * @param checkpointId version of the transaction identifier
 * @param fingerprint drawn at random for this committable; {@link #UNKNOWN} in state of a release
 *     that drew none
 * @param previous fingerprint of the application's committable before this one; {@link #NONE} for
 *     its first, {@link #UNKNOWN} if that one was made by a release that drew none
 * @param tableId id of the table that the files were written for; empty if it is not known
 * @param files at least one
 */
record DeltaCommittable(
    String applicationId,
    long checkpointId,
    long fingerprint,
    long previous,
    Optional<String> tableId,
    List<DataFile> files) {

  /** No committable came before. */
  static final long NONE = 0;

  static final long UNKNOWN = -1;

  DeltaCommittable {
    Objects.requireNonNull(applicationId);
    Objects.requireNonNull(tableId);
    files = List.copyOf(files);
  }

  /** A committable without a fingerprint, as state of version 1 holds it. */
  DeltaCommittable(String applicationId, long checkpointId, List<DataFile> files) {
    this(applicationId, checkpointId, UNKNOWN, UNKNOWN, Optional.empty(), files);
  }

  /** A new fingerprint, greater than 0. */
  static long newFingerprint() {
    return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
  }

  boolean hasFingerprint() {
    return fingerprint != UNKNOWN;
  }
}
