package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Comparison;
import io.nextgen.insight.benchmarks.Series;
import io.nextgen.insight.benchmarks.Setting;
import io.nextgen.insight.benchmarks.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * The whole sink in a job, less the same job without it, beside the Parquet library writing the
 * same rows to one file as its users do.
 */
public final class SinkThroughput implements Benchmark {

  private static final Setting ROWS = Setting.of("rows", "rows of 10 columns", 1_000_000, 2_000);
  private static final Setting CHECKPOINT =
      Setting.of("checkpoint-ms", "checkpoint interval", 5_000, 200);

  private static final String RECORDS = "its records, not written";
  private static final String DISCARDING = "discarding sink";
  private static final String PARQUET = "plain Parquet writer";
  private static final String DELTA = "Delta sink";
  private static final String CPU = "CPU s per million rows";

  @Override
  public String name() {
    return "sink-throughput";
  }

  @Override
  public String summary() {
    return "A job with the Delta sink, with a discarding sink, and Parquet's own writer alone";
  }

  @Override
  public List<Setting> settings() {
    return List.of(ROWS, CHECKPOINT);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(StreamExecutionEnvironment.class, Snapshot.class, ParquetWriter.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    long rows = run.number(ROWS);
    Duration checkpoint = Duration.ofMillis(run.number(CHECKPOINT));
    Comparison comparison =
        run.sideBySide()
            .side(PARQUET, side(rows, () -> writeParquet(rows, run.directory().resolve("plain"))))
            .side(RECORDS, side(rows, () -> makeRecords(rows)))
            .side(DISCARDING, side(rows, () -> runJob(rows, checkpoint, new DiscardingSink<>())))
            .side(DELTA, side(rows, () -> runJob(rows, checkpoint, deltaSink(run.directory()))))
            .run();
    comparison.print(run.out());
    Series parquet = comparison.series(CPU, PARQUET).minus(comparison.series(CPU, RECORDS));
    Series sink = comparison.series(CPU, DELTA).minus(comparison.series(CPU, DISCARDING));
    run.printResult("Delta sink less discarding sink, " + CPU, sink, "below 29");
    run.printResult("The same to the plain Parquet writer", sink.dividedBy(parquet), "at most 1.5");
  }

  private static Side side(long rows, Side.Work work) {
    return Side.timed(rows / 1e6, "million rows", work);
  }

  private static Sink<RowData> deltaSink(Path directory) {
    return DeltaSink.builder()
        .tablePath(directory.resolve(UUID.randomUUID().toString()).toUri().toString())
        .rowType(BenchmarkRows.TYPE)
        .build();
  }

  private static void runJob(long rows, Duration checkpoint, Sink<RowData> sink) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoint);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    env.fromSource(
            new NumberSequenceSource(0, rows - 1), WatermarkStrategy.noWatermarks(), "numbers")
        .map(BenchmarkRows::row)
        .returns(InternalTypeInfo.of(BenchmarkRows.TYPE))
        .sinkTo(sink)
        .uid("sink");
    env.execute("sink-throughput");
  }

  private static void writeParquet(long rows, Path directory) throws Exception {
    Path file = directory.resolve(UUID.randomUUID() + ".parquet");
    OutputFile output =
        HadoopOutputFile.fromPath(
            new org.apache.hadoop.fs.Path(file.toUri()),
            new org.apache.hadoop.conf.Configuration());
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(output)
            .withSchema(BenchmarkRows.AVRO)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (long id = 0; id < rows; id++) {
        writer.write(BenchmarkRows.record(id));
      }
    }
  }

  private static void makeRecords(long rows) {
    for (long id = 0; id < rows; id++) {
      if (BenchmarkRows.record(id).get(0) == null) {
        throw new IllegalStateException("Row " + id + " has no id");
      }
    }
  }
}
