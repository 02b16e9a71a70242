package io.nextgen.insight.delta;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;

/**
 * A job that writes the numbers from 0 on to a table, slowly enough for several checkpoints, and
 * can be stopped and taken up again.
 */
final class TestingJob {

  /** How a run ends. */
  enum Ending {
    END_OF_INPUT,
    SAVEPOINT,
    CANCELLED
  }

  private static final RowType ROW_TYPE =
      RowType.of(
          new LogicalType[] {new BigIntType(), new VarCharType(VarCharType.MAX_LENGTH)},
          new String[] {"id", "part"});

  private final Path directory;
  private long rows = 1_000;
  private int parallelism = 2;
  private int failures;
  private int restarts;
  private boolean lastCheckpoint = true;
  private boolean idle;
  private boolean uid = true;
  private Duration checkpointInterval = Duration.ofMillis(100);
  private boolean unaligned;
  private int sinks = 1;
  private Distribution distribution = Distribution.NONE;
  private RuntimeExecutionMode mode = RuntimeExecutionMode.STREAMING;
  private Duration checkpointTimeout = Duration.ZERO;
  private Duration snapshotDelay = Duration.ZERO;
  private String restoreFrom;
  private String jobId;
  private JobID lastJobId;
  private String tablePath;
  private Map<String, String> hadoop = Map.of();

  TestingJob(Path directory) {
    this.directory = directory;
  }

  TestingJob rows(long number) {
    this.rows = number;
    return this;
  }

  TestingJob parallelism(int number) {
    this.parallelism = number;
    return this;
  }

  /** How often the job fails while it runs, each time after a checkpoint. */
  TestingJob failures(int number) {
    this.failures = number;
    return this;
  }

  /** How often the job may fail for other reasons than those that {@link #failures} makes. */
  TestingJob restarts(int number) {
    this.restarts = number;
    return this;
  }

  /** Has Flink end the job without a checkpoint after its last row. */
  TestingJob withoutLastCheckpoint() {
    this.lastCheckpoint = false;
    return this;
  }

  /** Gives checkpoints so much time; those that take longer are aborted, and the job goes on. */
  TestingJob checkpointTimeout(Duration timeout) {
    this.checkpointTimeout = timeout;
    return this;
  }

  /** Makes the first checkpoint and every third after it last so long. */
  TestingJob snapshotDelay(Duration delay) {
    this.snapshotDelay = delay;
    return this;
  }

  TestingJob distribution(Distribution mode) {
    this.distribution = mode;
    return this;
  }

  /** Gives the sink no uid. */
  TestingJob withoutUid() {
    this.uid = false;
    return this;
  }

  /** Zero for no checkpoints. */
  TestingJob checkpointInterval(Duration interval) {
    this.checkpointInterval = interval;
    return this;
  }

  /** Takes unaligned checkpoints of every exchange that Flink lets be unaligned. */
  TestingJob unaligned() {
    this.unaligned = true;
    return this;
  }

  /** Writes each row by so many sinks to the same table. */
  TestingJob sinks(int number) {
    this.sinks = number;
    return this;
  }

  /** Runs in batch mode, without checkpoints. */
  TestingJob batch() {
    this.mode = RuntimeExecutionMode.BATCH;
    return this;
  }

  /** Drops every row before the sink. */
  TestingJob idle() {
    this.idle = true;
    return this;
  }

  TestingJob restoreFrom(String checkpoint) {
    this.restoreFrom = checkpoint;
    return this;
  }

  /** Gives the job this id, as a cluster does that starts its only job again. */
  TestingJob jobId(String id) {
    this.jobId = id;
    return this;
  }

  /** Where the table is; below the job's directory by default. */
  TestingJob tablePath(String path, Map<String, String> hadoopSettings) {
    this.tablePath = path;
    this.hadoop = hadoopSettings;
    return this;
  }

  /** The id that the last run had. */
  JobID lastJobId() {
    return lastJobId;
  }

  TestingTable table() {
    return tablePath == null
        ? new TestingTable(directory.resolve("lake/numbers"))
        : new TestingTable(tablePath, hadoop);
  }

  /** The numbers in the table, in their order, duplicates included. */
  List<Long> ids() throws Exception {
    return table().rows(row -> row.getLong(0)).stream().sorted().toList();
  }

  /**
   * Runs the job, under a new job id where none is set.
   *
   * @return path of the savepoint or of the newest retained checkpoint; null at the end of the
   *     input
   */
  String run(Ending ending) throws Exception {
    boolean slow = ending != Ending.END_OF_INPUT || restoreFrom == null;
    TestingRows rowsOfNumbers = new TestingRows(slow, failures, snapshotDelay);
    long before = table().exists() ? table().version() : 0;
    JobClient job = environment(rowsOfNumbers).executeAsync("numbers");
    lastJobId = job.getJobID();
    switch (ending) {
      case END_OF_INPUT -> job.getJobExecutionResult().get(120, TimeUnit.SECONDS);
      case SAVEPOINT -> {
        waitForVersion(job, before + 3);
        return job.stopWithSavepoint(
                false,
                directory.resolve("savepoints").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get(60, TimeUnit.SECONDS);
      }
      case CANCELLED -> {
        waitForVersion(job, before + 3);
        job.cancel().get(60, TimeUnit.SECONDS);
        while (!job.getJobStatus().get(60, TimeUnit.SECONDS).isGloballyTerminalState()) {
          Thread.sleep(10);
        }
        return newestCheckpoint().orElseThrow();
      }
    }
    return null;
  }

  /** Starts the job, a slow one, in this process and waits for its end. */
  void runUntilKilled(Runnable onceRunning) throws Exception {
    JobClient job = environment(new TestingRows(true, 0, Duration.ZERO)).executeAsync("numbers");
    while (job.getJobStatus().get(60, TimeUnit.SECONDS) != JobStatus.RUNNING) {
      Thread.sleep(10);
    }
    onceRunning.run();
    job.getJobExecutionResult().get();
  }

  private StreamExecutionEnvironment environment(TestingRows rowsOfNumbers) {
    Configuration configuration = new Configuration();
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    if (!checkpointInterval.isZero()) {
      configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
    }
    configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, unaligned);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, failures + restarts);
    configuration.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, lastCheckpoint);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    if (!checkpointTimeout.isZero()) {
      configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpointTimeout);
      configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    }
    if (jobId != null) {
      configuration.set(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID, jobId);
    }
    if (restoreFrom != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, restoreFrom);
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setRuntimeMode(mode);
    env.setParallelism(parallelism);
    env.setMaxParallelism(8);
    DataStream<RowData> stream =
        env.fromSource(
                new NumberSequenceSource(0, rows - 1), WatermarkStrategy.noWatermarks(), "numbers")
            .uid("numbers")
            .map(rowsOfNumbers)
            .uid("rows")
            .returns(RowData.class)
            .filter(new Passing(!idle))
            .uid("passing");
    if (unaligned) {
      stream = stream.rebalance();
    }
    for (int i = 0; i < sinks; i++) {
      DataStreamSink<RowData> end = stream.sinkTo(sink()).name("lake.numbers");
      if (uid) {
        end.uid("lake-numbers" + (i == 0 ? "" : i));
      }
    }
    return env;
  }

  private DeltaSink sink() {
    return DeltaSink.builder()
        .tablePath(
            tablePath == null ? directory.resolve("lake/numbers").toUri().toString() : tablePath)
        .hadoopConfiguration(hadoop)
        .rowType(ROW_TYPE)
        .partitionBy("part")
        .option(DeltaSinkOptions.DISTRIBUTION, distribution)
        .option(DeltaSinkOptions.ORPHANS_MINIMUM_AGE, Duration.ZERO)
        .build();
  }

  private void waitForVersion(JobClient job, long version) throws Exception {
    while (!table().exists() || table().version() < version) {
      if (job.getJobStatus().get(60, TimeUnit.SECONDS).isGloballyTerminalState()) {
        job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
        throw new IllegalStateException("The job ended before version " + version);
      }
      Thread.sleep(20);
    }
  }

  /** The newest complete checkpoint of all runs; their ids count on from run to run. */
  Optional<String> newestCheckpoint() throws IOException {
    Path checkpoints = directory.resolve("checkpoints");
    if (!Files.exists(checkpoints)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(checkpoints)) {
      return runs.flatMap(TestingJob::completeCheckpoints)
          .max(Comparator.comparingLong(TestingJob::checkpointId))
          .map(path -> path.toUri().toString());
    }
  }

  private static Stream<Path> completeCheckpoints(Path run) {
    File[] checkpoints = run.toFile().listFiles((dir, name) -> name.startsWith("chk-"));
    return Stream.of(checkpoints)
        .filter(checkpoint -> new File(checkpoint, "_metadata").length() > 0)
        .map(File::toPath);
  }

  private static long checkpointId(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  private record Passing(boolean everything) implements FilterFunction<RowData> {

    @Override
    public boolean filter(RowData row) {
      return everything;
    }
  }
}
