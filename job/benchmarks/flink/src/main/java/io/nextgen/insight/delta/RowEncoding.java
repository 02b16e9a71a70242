package io.nextgen.insight.delta;

import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.JmhSide;
import io.nextgen.insight.benchmarks.Setting;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.hadoop.ParquetWriter;

/** The encoding of a row into Parquet alone: no job, no disk. */
public final class RowEncoding implements Benchmark {

  private static final Setting MILLISECONDS =
      Setting.of("ms", "how long a measurement takes, and its warm-up", 5_000, 50);

  @Override
  public String name() {
    return "sink-encoding";
  }

  @Override
  public String summary() {
    return "Rows into Parquet, by the sink's encoder and by Parquet's own for Avro (JMH)";
  }

  @Override
  public List<Setting> settings() {
    return List.of(MILLISECONDS);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(ParquetWriter.class, GenericRecord.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    long milliseconds = run.number(MILLISECONDS);
    run.sideBySide()
        .side("Avro", new JmhSide(RowEncodingJmh.class, "avro", milliseconds))
        .side("Delta sink", new JmhSide(RowEncodingJmh.class, "deltaSink", milliseconds))
        .run()
        .print(run.out());
  }
}
