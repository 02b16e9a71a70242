package io.nextgen.insight.delta;

import io.delta.kernel.defaults.engine.DefaultEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.metrics.groups.InternalSinkCommitterMetricGroup;
import org.apache.flink.runtime.metrics.groups.InternalSinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;

/** A table of {@link BenchmarkRows} in a folder, with the sink's parts on it, outside of a job. */
record BenchmarkLake(TableDefinition table) {

  private static final int COMMIT_ATTEMPTS = 10;

  static BenchmarkLake in(Path folder, String... partitionColumns) {
    return new BenchmarkLake(
        new TableDefinition(
            folder.toUri().toString(),
            BenchmarkRows.TYPE,
            List.of(partitionColumns),
            null,
            Map.of()));
  }

  DeltaWriter writer() throws IOException {
    return new DeltaWriter(
        table,
        new Configuration(),
        new org.apache.hadoop.conf.Configuration(),
        0,
        DeltaWriterState.fresh(),
        0,
        InternalSinkWriterMetricGroup.wrap(
            UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup()));
  }

  /**
   * A committer that has opened the table.
   *
   * @param restoredCheckpointId -1 for none
   */
  DeltaCommitter committer(long restoredCheckpointId) {
    org.apache.hadoop.conf.Configuration hadoop = new org.apache.hadoop.conf.Configuration();
    DeltaCommitter committer =
        new DeltaCommitter(
            table,
            hadoop,
            DefaultEngine.create(hadoop),
            COMMIT_ATTEMPTS,
            restoredCheckpointId,
            new CommitterMetrics(
                InternalSinkCommitterMetricGroup.wrap(
                    UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup())));
    committer.open(SchemaEvolution.NONE);
    return committer;
  }

  /** A request as Flink makes it, to a committer that commits or throws and signals nothing. */
  record Request(DeltaCommittable getCommittable) implements CommitRequest<DeltaCommittable> {

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable t) {
      throw new IllegalStateException(t);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable t) {
      throw new IllegalStateException(t);
    }

    @Override
    public void retryLater() {
      throw new IllegalStateException("A commit was put off");
    }

    @Override
    public void updateAndRetryLater(DeltaCommittable committable) {
      throw new IllegalStateException("A commit was put off");
    }

    @Override
    public void signalAlreadyCommitted() {
      throw new IllegalStateException("A commit was there already");
    }
  }
}
