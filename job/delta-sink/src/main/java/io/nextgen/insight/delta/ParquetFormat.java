package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.Set;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** How the data files of a table are written. */
final class ParquetFormat {

  private final RowType rowType;
  private final int[] columns;
  private final Configuration hadoop;
  private final CompressionCodecName codec;
  private final long rowGroupSize;
  private final FileStatistics statistics;
  private final DictionaryTrials dictionaries = new DictionaryTrials();

  /** Files with statistics of what the table wants now, which may take a look at its log. */
  ParquetFormat(TableDefinition table, ReadableConfig options, Configuration hadoop) {
    this.rowType = table.rowType();
    this.columns = table.dataColumns();
    this.hadoop = hadoop;
    this.codec =
        switch (options.get(DeltaSinkOptions.COMPRESSION)) {
          case SNAPPY -> CompressionCodecName.SNAPPY;
          case ZSTD -> CompressionCodecName.ZSTD;
          case NONE -> CompressionCodecName.UNCOMPRESSED;
        };
    this.rowGroupSize = options.get(DeltaSinkOptions.ROW_GROUP_SIZE).getBytes();
    this.statistics = new FileStatistics(table, StatisticsColumns.current(table, hadoop));
  }

  /** End of a file's name, such as {@code .snappy.parquet}. */
  String extension() {
    return codec.getExtension() + ".parquet";
  }

  FileStatistics statistics() {
    return statistics;
  }

  DictionaryTrials dictionaries() {
    return dictionaries;
  }

  /** What encodes the rows of one file. */
  RowDataWriteSupport encoder() {
    return new RowDataWriteSupport(rowType, columns);
  }

  /**
   * Begins a file.
   *
   * @param withoutDictionary dotted paths of columns
   */
  ParquetWriter<RowData> open(
      OutputFile file, RowDataWriteSupport encoder, Set<String> withoutDictionary)
      throws IOException {
    Builder builder =
        new Builder(file, encoder)
            .withConf(hadoop)
            .withCompressionCodec(codec)
            .withRowGroupSize(rowGroupSize)
            .withWriterVersion(WriterVersion.PARQUET_1_0);
    withoutDictionary.forEach(column -> builder.withDictionaryEncoding(column, false));
    return builder.build();
  }

  private static final class Builder extends ParquetWriter.Builder<RowData, Builder> {

    private final RowDataWriteSupport encoder;

    private Builder(OutputFile file, RowDataWriteSupport encoder) {
      super(file);
      this.encoder = encoder;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // the only abstract one; its successor is optional
    protected WriteSupport<RowData> getWriteSupport(Configuration configuration) {
      return encoder;
    }
  }
}
