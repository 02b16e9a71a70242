package io.nextgen.insight.delta;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.metrics.groups.InternalSinkCommitterMetricGroup;
import org.apache.flink.runtime.metrics.groups.InternalSinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

/** A table in a folder, with the sink's writers and committers on it, outside of a job. */
record TestingLake(TableDefinition definition, Map<String, String> hadoop) {

  TestingLake(TableDefinition definition) {
    this(definition, Map.of());
  }

  static TestingLake of(Path folder, RowType rowType, String... partitionColumns) {
    return new TestingLake(
        new TableDefinition(
            folder.resolve("table").toUri().toString(),
            rowType,
            List.of(partitionColumns),
            "A table for a test",
            Map.of()));
  }

  TestingTable table() {
    return hadoop.isEmpty()
        ? new TestingTable(Path.of(URI.create(definition.path())))
        : new TestingTable(definition.path(), hadoop);
  }

  DeltaWriter writer() throws IOException {
    return writer(new Configuration());
  }

  DeltaWriter writer(ReadableConfig options) throws IOException {
    return writer(options, DeltaWriterState.fresh(), 0);
  }

  DeltaWriter writer(ReadableConfig options, DeltaWriterState state, long lastCheckpoint)
      throws IOException {
    return new DeltaWriter(
        definition,
        options,
        hadoopConfiguration(),
        0,
        state,
        lastCheckpoint,
        InternalSinkWriterMetricGroup.wrap(
            UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup()));
  }

  DeltaCommitter committer(long restoredCheckpointId) {
    return committer(restoredCheckpointId, DefaultEngine.create(hadoopConfiguration()));
  }

  DeltaCommitter committer(long restoredCheckpointId, Engine engine) {
    return new DeltaCommitter(
        definition,
        hadoopConfiguration(),
        engine,
        4,
        restoredCheckpointId,
        new CommitterMetrics(
            InternalSinkCommitterMetricGroup.wrap(
                UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup())));
  }

  org.apache.hadoop.conf.Configuration hadoopConfiguration() {
    return new HadoopSettings(hadoop).toConfiguration();
  }

  /** Files with these rows, written but not committed. */
  List<DataFile> write(RowData... rows) throws Exception {
    try (DeltaWriter writer = writer()) {
      for (RowData row : rows) {
        writer.write(row, null);
      }
      return List.copyOf(writer.prepareCommit());
    }
  }

  /** Writes the rows and commits them as somebody else's. */
  void append(String applicationId, long checkpointId, RowData... rows) throws Exception {
    append(SchemaEvolution.NONE, applicationId, checkpointId, rows);
  }

  /** The same, with a sink that may change the table's schema. */
  void append(SchemaEvolution evolution, String applicationId, long checkpointId, RowData... rows)
      throws Exception {
    try (DeltaCommitter committer = committer(-1)) {
      committer.open(evolution);
      committer.commit(
          TestingCommitRequest.of(new DeltaCommittable(applicationId, checkpointId, write(rows))));
    }
  }
}
