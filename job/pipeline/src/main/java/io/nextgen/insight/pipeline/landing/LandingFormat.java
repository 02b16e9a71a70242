package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.LandedRecord;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reads landed files, or ranges of them.
 *
 * <p>Metrics, in the source's scope on the task managers: {@code filesRead}, files read to their
 * end (large ones count when their last range ends); {@code recordsRead}, records cut from them,
 * broken ones included.
 */
final class LandingFormat implements BulkFormat<LandedRecord, FileSourceSplit> {

  private static final long serialVersionUID = 1L;

  private final LandingFolder folder;
  private final KindPatterns kinds;
  private final int maxRecordSize;
  private final long partSize;
  private final EncodingDetection detection;
  private final transient Counter filesRead;
  private final transient Counter recordsRead;

  /**
   * @param partSize how much is read again after a restore at most, in bytes, where the file's
   *     format allows
   */
  LandingFormat(
      LandingFolder folder,
      KindPatterns kinds,
      int maxRecordSize,
      long partSize,
      EncodingDetection detection,
      MetricGroup metrics) {
    this.folder = folder;
    this.kinds = kinds;
    this.maxRecordSize = maxRecordSize;
    this.partSize = partSize;
    this.detection = detection;
    this.filesRead = metrics.counter("filesRead");
    this.recordsRead = metrics.counter("recordsRead");
  }

  @Override
  public LandingReader createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return restoreReader(config, split);
  }

  @Override
  public LandingReader restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    String name = folder.relative(split.path());
    return new LandingReader(
        new LandedParts(split, name, maxRecordSize, partSize, detection),
        name,
        Instant.ofEpochMilli(split.fileModificationTime()),
        kinds.kindOf(name),
        folder,
        filesRead,
        recordsRead);
  }

  /** The enumerator makes the ranges. */
  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<LandedRecord> getProducedType() {
    return TypeInformation.of(LandedRecord.class);
  }
}
