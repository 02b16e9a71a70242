package io.nextgen.insight.delta;

import io.delta.kernel.defaults.engine.DefaultEngine;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessageTypeInfo;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreWriteTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

/**
 * Appends rows to a Delta table, exactly once, one commit a checkpoint.
 *
 * <pre>{@code
 *           ┌──────────┐
 * rows ───► │ Writer 1 ├──┐ files
 *           └──────────┘  │   ┌────────────┐ all files of    ┌───────────┐ add files and
 *           ┌──────────┐  ├─► │ Aggregator ├───────────────► │ Committer ├──────────────► table
 * rows ───► │ Writer 2 ├──┘   └────────────┘ a checkpoint,   └───────────┘ the identifier
 *           └──────────┘       parallelism 1 with identifier   subtask 0
 *
 *  before the barrier: files are closed       after the checkpoint is complete: one commit
 * }</pre>
 *
 * <p>Give the sink a uid ({@code stream.sinkTo(sink).name("gold.orders").uid("gold-orders")}), so
 * that its state is found again when the job around it has changed. It needs checkpointing: without
 * it, rows are committed only at the end of a bounded input.
 */
public final class DeltaSink
    implements Sink<RowData>,
        SupportsPreWriteTopology<RowData>,
        SupportsWriterState<RowData, DeltaWriterState>,
        SupportsCommitter<DeltaCommittable>,
        SupportsPreCommitTopology<DataFile, DeltaCommittable> {

  private static final long serialVersionUID = 1L;

  private final TableDefinition table;
  private final HadoopSettings hadoop;
  private final Configuration options;

  private DeltaSink(TableDefinition table, HadoopSettings hadoop, Configuration options) {
    this.table = table;
    this.hadoop = hadoop;
    this.options = options;
  }

  /** A builder, of which {@code tablePath} and {@code rowType} must be set. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public DataStream<RowData> addPreWriteTopology(DataStream<RowData> rows) {
    Distribution distribution = options.get(DeltaSinkOptions.DISTRIBUTION);
    if (distribution == Distribution.NONE || table.partitionColumns().isEmpty()) {
      return rows;
    }
    return new DataStream<>(
        rows.getExecutionEnvironment(),
        new PartitionTransformation<>(
            rows.getTransformation(),
            new PartitionExchange(table, distribution == Distribution.BALANCED)));
  }

  @Override
  public SinkWriter<RowData> createWriter(WriterInitContext context) throws IOException {
    return restoreWriter(context, List.of());
  }

  /** Of several states, after the sink was scaled down, one mark is as good as another. */
  @Override
  public StatefulSinkWriter<RowData, DeltaWriterState> restoreWriter(
      WriterInitContext context, Collection<DeltaWriterState> states) throws IOException {
    return new DeltaWriter(
        table,
        options,
        hadoop.toConfiguration(),
        context.getTaskInfo().getIndexOfThisSubtask(),
        states.isEmpty() ? DeltaWriterState.fresh() : states.iterator().next(),
        context.getRestoredCheckpointId().orElse(0),
        context.metricGroup());
  }

  @Override
  public SimpleVersionedSerializer<DeltaWriterState> getWriterStateSerializer() {
    return new DeltaWriterStateSerializer();
  }

  @Override
  public SimpleVersionedSerializer<DataFile> getWriteResultSerializer() {
    return new DataFileSerializer();
  }

  @Override
  public DataStream<CommittableMessage<DeltaCommittable>> addPreCommitTopology(
      DataStream<CommittableMessage<DataFile>> writerResults) {
    DeltaSinkOptions.checkAttempts(
        options, writerResults.getExecutionEnvironment().getConfiguration());
    RestoreCheck restoreCheck =
        new RestoreCheck(
            table.path(), hadoop, options.get(DeltaSinkOptions.ALLOW_OLDER_CHECKPOINT));
    // Not just of parallelism 1: nothing that rescales the job may ever make it two.
    SingleOutputStreamOperator<CommittableMessage<DeltaCommittable>> aggregator =
        writerResults
            .global()
            .transform(
                "Aggregator",
                CommittableMessageTypeInfo.of(DeltaCommittableSerializer::new),
                new CommitAggregator(
                    restoreCheck,
                    options.get(DeltaSinkOptions.REMOVE_ORPHANS),
                    options.get(DeltaSinkOptions.ORPHANS_MINIMUM_AGE)))
            .forceNonParallel();
    if (hasUid(writerResults.getTransformation())) {
      aggregator.uid("aggregator");
    }
    return aggregator.global();
  }

  /**
   * Whether the user gave the sink a uid, which Flink has handed on to the writers. Without one,
   * Flink refuses operators with a uid within the sink.
   */
  private static boolean hasUid(Transformation<?> writers) {
    return writers instanceof PartitionTransformation<?> exchange
        ? hasUid(exchange.getInputs().get(0))
        : writers.getUid() != null;
  }

  @Override
  public Committer<DeltaCommittable> createCommitter(CommitterInitContext context) {
    org.apache.hadoop.conf.Configuration hadoopConfiguration = hadoop.toConfiguration();
    DeltaCommitter committer =
        new DeltaCommitter(
            table,
            hadoopConfiguration,
            DefaultEngine.create(hadoopConfiguration),
            options.get(DeltaSinkOptions.COMMIT_ATTEMPTS),
            context.getRestoredCheckpointId().orElse(-1),
            new CommitterMetrics(context.metricGroup()));
    if (context.getTaskInfo().getIndexOfThisSubtask() == 0) {
      committer.open(SchemaEvolution.of(options));
    }
    return committer;
  }

  @Override
  public SimpleVersionedSerializer<DeltaCommittable> getCommittableSerializer() {
    return new DeltaCommittableSerializer();
  }

  @Override
  public String toString() {
    return "DeltaSink[" + table.path() + "]";
  }

  /** Builds a {@link DeltaSink}. Everything that can be checked without the table is checked. */
  public static final class Builder {

    private String tablePath;
    private RowType rowType;
    private List<String> partitionColumns = List.of();
    private String description;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> hadoop = new HashMap<>();
    private final Configuration options = new Configuration();

    private Builder() {}

    /** Root of the table on any file system that Hadoop has, such as {@code abfss://…}. */
    public Builder tablePath(String path) {
      this.tablePath = path;
      return this;
    }

    /** The columns of the rows and of the table. A field's description becomes its comment. */
    public Builder rowType(RowType type) {
      this.rowType = type;
      return this;
    }

    /** Partition columns, in order: strings, dates or integers. None by default. */
    public Builder partitionBy(String... columns) {
      this.partitionColumns = List.of(columns);
      return this;
    }

    /** Description of the table, if the sink creates it. */
    public Builder tableDescription(String text) {
      this.description = text;
      return this;
    }

    /** A property of the table, such as {@code delta.appendOnly}, if the sink creates it. */
    public Builder tableProperty(String key, String value) {
      properties.put(key, value);
      return this;
    }

    /** Settings over those of the Hadoop configuration on the classpath; may hold secrets. */
    public Builder hadoopConfiguration(Map<String, String> settings) {
      hadoop.putAll(settings);
      return this;
    }

    /** Sets one of {@link DeltaSinkOptions}. */
    public <T> Builder option(ConfigOption<T> option, T value) {
      options.set(option, value);
      return this;
    }

    /**
     * Sets {@link DeltaSinkOptions} by their keys. Keys of others are left alone.
     *
     * @throws IllegalArgumentException for a key that looks like one of the options and is none
     */
    public Builder options(Map<String, String> values) {
      DeltaSinkOptions.checkKeys(values.keySet());
      options.addAll(Configuration.fromMap(values));
      return this;
    }

    /**
     * The sink.
     *
     * @throws NullPointerException if the path or the row type is missing
     * @throws IllegalArgumentException if Delta cannot take a column, or if the value of an option
     *     or property is wrong, naming it
     */
    public DeltaSink build() {
      Objects.requireNonNull(tablePath, "A Delta sink needs a tablePath.");
      Objects.requireNonNull(rowType, "A Delta sink needs a rowType.");
      DeltaSinkOptions.check(options);
      DeltaSchema.of(rowType);
      DeltaSchema.checkPartitionColumns(rowType, partitionColumns);
      TableCreation.checkProperties(properties);
      return new DeltaSink(
          new TableDefinition(tablePath, rowType, partitionColumns, description, properties),
          new HadoopSettings(hadoop),
          new Configuration(options));
    }
  }
}
