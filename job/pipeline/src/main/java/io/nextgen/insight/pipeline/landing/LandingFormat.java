package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.LandedRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reads landed files. A position in a file is the number of records before it, since gzip cannot be
 * entered in the middle: after a restore the file is read again from its beginning and what was
 * emitted is skipped.
 *
 * <p>Metrics, in the source's scope on the task managers: {@code filesRead}, files read to their
 * end; {@code recordsRead}, records cut from them, broken ones included.
 */
final class LandingFormat implements BulkFormat<LandedRecord, FileSourceSplit> {

  private static final long serialVersionUID = 1L;

  private final LandingFolder folder;
  private final KindPatterns kinds;
  private final int maxRecordSize;
  private final transient Counter filesRead;
  private final transient Counter recordsRead;

  LandingFormat(LandingFolder folder, KindPatterns kinds, int maxRecordSize, MetricGroup metrics) {
    this.folder = folder;
    this.kinds = kinds;
    this.maxRecordSize = maxRecordSize;
    this.filesRead = metrics.counter("filesRead");
    this.recordsRead = metrics.counter("recordsRead");
  }

  @Override
  public LandingReader createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return open(split, 0);
  }

  @Override
  public LandingReader restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return open(
        split,
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L));
  }

  private LandingReader open(FileSourceSplit split, long recordsToSkip) throws IOException {
    return new LandingReader(
        new LandedFile(split.path(), split.fileSize(), split.fileModificationTime()),
        kinds.kindOf(folder.relative(split.path())),
        folder,
        maxRecordSize,
        recordsToSkip,
        filesRead,
        recordsRead);
  }

  /** Large files are not split yet: arrays and gzip cannot be. */
  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<LandedRecord> getProducedType() {
    return TypeInformation.of(LandedRecord.class);
  }
}
