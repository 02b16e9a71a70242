package io.nextgen.insight.delta;

import java.util.Objects;
import java.util.UUID;

/**
 * What a writer keeps from run to run.
 *
 * @param owner marks the files of the writer by name: 16 hexadecimal digits, drawn at random when
 *     the writer starts without state
 */
record DeltaWriterState(String owner) {

  DeltaWriterState {
    Objects.requireNonNull(owner);
  }

  static DeltaWriterState fresh() {
    return new DeltaWriterState(UUID.randomUUID().toString().replace("-", "").substring(16));
  }
}
