package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes rows as they come into one open Parquet file per partition and hands the finished files
 * over at each checkpoint. What is open when the job fails is written again; state keeps only the
 * mark by which the files of failed attempts are found.
 */
final class DeltaWriter
    implements CommittingSinkWriter<RowData, DataFile>,
        StatefulSinkWriter<RowData, DeltaWriterState> {

  private static final Logger LOG = LoggerFactory.getLogger(DeltaWriter.class);

  private final int subtask;
  private final DeltaWriterState state;
  private final Path root;
  private final FileSystem fileSystem;
  private final ParquetFormat format;
  private final Partition partition;
  private final long targetFileSize;
  private final long bufferSize;
  private final int maxOpenFiles;
  private final Counter rows;
  private final Counter bytes;
  private final Counter files;
  private final Counter abortsFailed;

  /** Open files by partition values, the least recently written first. */
  private final Map<List<String>, DataFileWriter> open = new LinkedHashMap<>(16, 0.75f, true);

  private final List<DataFile> finished = new ArrayList<>();

  private long lastCheckpoint;

  /**
   * @param lastCheckpoint the checkpoint that the job was restored from, 0 for none
   */
  DeltaWriter(
      TableDefinition table,
      ReadableConfig options,
      Configuration hadoop,
      int subtask,
      DeltaWriterState state,
      long lastCheckpoint,
      SinkWriterMetricGroup metrics)
      throws IOException {
    this.subtask = subtask;
    this.state = state;
    this.lastCheckpoint = lastCheckpoint;
    this.root = new Path(table.path());
    this.fileSystem = root.getFileSystem(hadoop);
    this.format = new ParquetFormat(table, options, hadoop);
    this.partition = new Partition(table);
    this.targetFileSize = options.get(DeltaSinkOptions.TARGET_FILE_SIZE).getBytes();
    this.bufferSize = options.get(DeltaSinkOptions.BUFFER_SIZE).getBytes();
    this.maxOpenFiles = options.get(DeltaSinkOptions.MAX_OPEN_FILES);
    this.rows = metrics.getNumRecordsSendCounter();
    this.bytes = metrics.getNumBytesSendCounter();
    this.files = metrics.counter("filesWritten");
    this.abortsFailed = metrics.counter("fileAbortsFailed");
    metrics.gauge("openFiles", open::size);
  }

  /**
   * @throws IllegalArgumentException for a row that changes or takes back another: the table would
   *     keep both
   */
  @Override
  public void write(RowData row, Context context) throws IOException {
    if (row.getRowKind() != RowKind.INSERT) {
      throw new IllegalArgumentException(
          "A row of kind "
              + row.getRowKind()
              + " came to the sink, which only appends. Give it a stream of inserts, not a changelog.");
    }
    List<String> values = partition.valuesOf(row);
    DataFileWriter file = open.get(values);
    if (file == null) {
      file = openFile(values);
    }
    long sizeBefore = file.size();
    file.write(row);
    rows.inc();
    if (file.size() != sizeBefore) {
      keepWithinLimits(values, file);
    }
  }

  /** Nothing to do: only a checkpoint makes rows visible. */
  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public Collection<DataFile> prepareCommit() throws IOException {
    for (List<String> values : List.copyOf(open.keySet())) {
      finish(values);
    }
    List<DataFile> result = List.copyOf(finished);
    finished.clear();
    return result;
  }

  /** Follows {@link #prepareCommit} within the same checkpoint, before any further row. */
  @Override
  public List<DeltaWriterState> snapshotState(long checkpointId) {
    lastCheckpoint = checkpointId;
    return List.of(state);
  }

  /**
   * Deletes the files that are still open: no checkpoint has them. Never throws: Flink takes an
   * exception out of a task's clean-up for fatal and ends the TaskManager. A file that stays is an
   * orphan, removed after the next restore.
   */
  @Override
  public void close() {
    int failed = 0;
    Exception failure = null;
    for (DataFileWriter file : open.values()) {
      try {
        file.abort();
      } catch (IOException | RuntimeException e) {
        failed++;
        failure = ExceptionUtils.firstOrSuppressed(e, failure);
      }
    }
    open.clear();
    if (failure != null) {
      abortsFailed.inc(failed);
      // Without messages: they may hold the file's path, and with it values of a partition.
      LOG.warn(
          "Could not discard {} open files of {} ({}); they are removed after the next restore",
          failed,
          root,
          rootCause(failure).getClass().getName());
    }
  }

  private DataFileWriter openFile(List<String> values) throws IOException {
    if (open.size() >= maxOpenFiles) {
      finish(open.keySet().iterator().next());
    }
    DataFileName name =
        new DataFileName(
            subtask, state.owner(), lastCheckpoint, UUID.randomUUID(), format.extension());
    DataFileWriter file =
        new DataFileWriter(fileSystem, root, partition.directory(values) + name, values, format);
    open.put(values, file);
    return file;
  }

  private void keepWithinLimits(List<String> values, DataFileWriter file) throws IOException {
    if (file.size() >= targetFileSize) {
      finish(values);
    } else if (open.values().stream().mapToLong(DataFileWriter::buffered).sum() > bufferSize) {
      finish(
          open.entrySet().stream()
              .max(Comparator.comparingLong(entry -> entry.getValue().buffered()))
              .orElseThrow()
              .getKey());
    }
  }

  private void finish(List<String> values) throws IOException {
    // Stays among the open files until it is complete, so that close() discards it otherwise.
    DataFile file = open.get(values).finish();
    open.remove(values);
    finished.add(file);
    files.inc();
    bytes.inc(file.bytes());
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
