package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.flink.table.data.RowData;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;

/** One open Parquet file of one partition. */
final class DataFileWriter {

  /** Asking Parquet for its buffers' size costs a walk over the columns, so not for every row. */
  private static final int ROWS_BETWEEN_SIZE_CHECKS = 64;

  /** Unless the rows are large: Parquet would take a hundred of any size before it looks itself. */
  private static final long BYTES_BETWEEN_SIZE_CHECKS = 1 << 20;

  private final FileSystem fileSystem;
  private final Path root;
  private final String relativePath;
  private final List<String> partitionValues;
  private final ParquetFormat format;
  private final Set<String> withoutDictionary;
  private final CountedOutputFile file;
  private final RowDataWriteSupport encoder;
  private final ParquetWriter<RowData> parquet;
  private long rows;
  private long size;
  private long bytesAtSizeCheck;

  DataFileWriter(
      FileSystem fileSystem,
      Path root,
      String relativePath,
      List<String> partitionValues,
      ParquetFormat format)
      throws IOException {
    this.fileSystem = fileSystem;
    this.root = root;
    this.relativePath = relativePath;
    this.partitionValues = partitionValues;
    this.format = format;
    this.withoutDictionary = format.dictionaries().columnsWithout();
    this.file = new CountedOutputFile(fileSystem, path());
    this.encoder = format.encoder();
    this.parquet = format.open(file, encoder, withoutDictionary);
  }

  void write(RowData row) throws IOException {
    parquet.write(row);
    rows++;
    if (rows % ROWS_BETWEEN_SIZE_CHECKS == 0
        || encoder.bytesOfVariableLength() - bytesAtSizeCheck >= BYTES_BETWEEN_SIZE_CHECKS) {
      size = parquet.getDataSize();
      bytesAtSizeCheck = encoder.bytesOfVariableLength();
    }
  }

  /**
   * Bytes that the file would have if it were closed now, roughly, and a few rows or a MiB late.
   */
  long size() {
    return size;
  }

  /** Bytes of encoded rows in memory, roughly. */
  long buffered() {
    return Math.max(0, size - file.bytes());
  }

  /** Writes what is left and the footer. The file is complete when this returns. */
  DataFile finish() throws IOException {
    parquet.close();
    format.dictionaries().finished(parquet.getFooter(), withoutDictionary);
    return new DataFile(
        relativePath,
        partitionValues,
        rows,
        file.bytes(),
        System.currentTimeMillis(),
        format.statistics().toJson(parquet.getFooter()));
  }

  /** Closes and deletes the file, of which nobody knows yet. It is deleted even if not closed. */
  void abort() throws IOException {
    try {
      parquet.close();
    } finally {
      fileSystem.delete(path(), false);
    }
  }

  private Path path() {
    return new Path(root, relativePath);
  }
}
