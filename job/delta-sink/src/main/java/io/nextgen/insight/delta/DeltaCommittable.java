package io.nextgen.insight.delta;

import java.util.List;
import java.util.Objects;

/**
 * What one checkpoint adds to the table: all files of all writers, and the transaction identifier
 * under which they are committed once.
 *
 * @param applicationId application id of the Delta transaction identifier
 * @param checkpointId version of the transaction identifier
 * @param files at least one
 */
record DeltaCommittable(String applicationId, long checkpointId, List<DataFile> files) {

  DeltaCommittable {
    Objects.requireNonNull(applicationId);
    files = List.copyOf(files);
  }
}
