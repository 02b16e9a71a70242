package io.nextgen.insight.delta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A finished Parquet file that no table version names yet.
 *
 * @param path relative to the table's root, not URI-encoded
 * @param partitionValues a value for each partition column, in the table's order, as the protocol
 *     writes them (section "Partition Value Serialization"); null for a null
 * @param rows number of rows
 * @param bytes size in bytes
 * @param modificationTime milliseconds since the epoch
 * @param statistics JSON as the protocol's section "Per-file Statistics" has it; it holds values of
 *     the rows, so it is never printed
 */
record DataFile(
    String path,
    List<String> partitionValues,
    long rows,
    long bytes,
    long modificationTime,
    String statistics) {

  DataFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(statistics);
    partitionValues = Collections.unmodifiableList(new ArrayList<>(partitionValues));
  }

  /** Without path (which holds partition values), partition values and statistics. */
  @Override
  public String toString() {
    return "DataFile[" + rows + " rows, " + bytes + " bytes]";
  }
}
