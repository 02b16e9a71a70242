package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.data.RowData;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Nanoseconds for a row. Both sides make the row, and write files of the same number of rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowEncodingJmh {

  private static final int ROWS_A_FILE = 200_000;

  @Benchmark
  public void avro(Avro files) throws IOException {
    files.writeNext();
  }

  @Benchmark
  public void deltaSink(DeltaSinkRows files) throws IOException {
    files.writeNext();
  }

  /** Rows of Avro. */
  @State(Scope.Thread)
  public static class Avro extends Files<GenericRecord> {

    public Avro() {
      super(
          BenchmarkRows::record,
          () ->
              AvroParquetWriter.<GenericRecord>builder(new DiscardingOutputFile())
                  .withSchema(BenchmarkRows.AVRO)
                  .withCompressionCodec(CompressionCodecName.SNAPPY)
                  .build());
    }
  }

  /** Rows of Flink. */
  @State(Scope.Thread)
  public static class DeltaSinkRows extends Files<RowData> {

    private static final ParquetFormat FORMAT =
        new ParquetFormat(
            BenchmarkRows.TABLE,
            new Configuration(),
            new org.apache.hadoop.conf.Configuration(false));

    public DeltaSinkRows() {
      super(
          BenchmarkRows::row,
          () -> FORMAT.open(new DiscardingOutputFile(), FORMAT.encoder(), Set.of()));
    }
  }

  /** Opens a writer. */
  @FunctionalInterface
  interface Opening<T> {
    ParquetWriter<T> open() throws IOException;
  }

  /** File after file. */
  abstract static class Files<T> {

    private final LongFunction<T> rows;
    private final Opening<T> opening;
    private ParquetWriter<T> writer;
    private long next;

    Files(LongFunction<T> rows, Opening<T> opening) {
      this.rows = rows;
      this.opening = opening;
    }

    void writeNext() throws IOException {
      if (writer == null) {
        writer = opening.open();
      }
      writer.write(rows.apply(next++));
      if (next % ROWS_A_FILE == 0) {
        writer.close();
        writer = null;
      }
    }
  }
}
