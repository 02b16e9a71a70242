package io.nextgen.insight.pipeline.landing;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.apache.flink.connector.file.src.FileSourceSplit;

/**
 * What the enumerator knows at a checkpoint.
 *
 * @param pending splits of files that are taken, but which no reader has
 * @param remembered fingerprints, in ascending order, of files that are pending, being read, or
 *     were read
 * @param condensed by the hour, what is left of those that were read long ago
 */
record LandingCheckpoint(
    List<FileSourceSplit> pending, long[] remembered, SortedMap<Long, HourTally> condensed) {

  static final LandingCheckpoint EMPTY =
      new LandingCheckpoint(List.of(), new long[0], Collections.emptySortedMap());
}
