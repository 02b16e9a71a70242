package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.LandedRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.connector.file.src.impl.FileSourceReader;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The landing zone as an unbounded source: every record of every file that lands, once.
 *
 * <p>Flink's file reader with an enumerator of our own: the stock one remembers paths only, so it
 * misses overwritten files, and takes files while they are still being uploaded.
 *
 * <ul>
 *   <li>A file is read once it was left unchanged for {@link LandingOptions#SETTLE_TIME}.
 *   <li>A file that changes after it was taken is another version and is read again as a whole; one
 *       that has another length when it is opened is read in its new version only.
 *   <li>Empty files, and files and folders whose names begin with {@code .} or {@code _} or end in
 *       {@code .tmp}, are left alone.
 * </ul>
 */
public final class LandingSource
    implements Source<LandedRecord, FileSourceSplit, LandingCheckpoint>,
        ResultTypeQueryable<LandedRecord> {

  private static final long serialVersionUID = 1L;

  private final LandingFolder folder;
  private final KindPatterns kinds;
  private final Duration discoveryInterval;
  private final Duration settleTime;
  private final int maxRecordSize;

  private LandingSource(ReadableConfig config) {
    this.folder = new LandingFolder(LandingOptions.requiredPath(config));
    this.kinds = new KindPatterns(config);
    this.discoveryInterval = config.get(LandingOptions.DISCOVERY_INTERVAL);
    this.settleTime = config.get(LandingOptions.SETTLE_TIME);
    this.maxRecordSize = LandingOptions.maxRecordSize(config);
  }

  /**
   * The landing zone that the options name.
   *
   * @throws IllegalConfigurationException when {@link LandingOptions#PATH} is missing or another
   *     option cannot be
   */
  public static Source<LandedRecord, ?, ?> watching(ReadableConfig config) {
    return new LandingSource(config);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<LandedRecord, FileSourceSplit> createReader(SourceReaderContext context) {
    return new FileSourceReader<>(
        context,
        new LandingFormat(folder, kinds, maxRecordSize, context.metricGroup()),
        context.getConfiguration());
  }

  @Override
  public SplitEnumerator<FileSourceSplit, LandingCheckpoint> createEnumerator(
      SplitEnumeratorContext<FileSourceSplit> context) {
    return restoreEnumerator(context, new LandingCheckpoint(List.of(), List.of()));
  }

  @Override
  public SplitEnumerator<FileSourceSplit, LandingCheckpoint> restoreEnumerator(
      SplitEnumeratorContext<FileSourceSplit> context, LandingCheckpoint checkpoint) {
    return new LandingEnumerator(
        context, folder, kinds, discoveryInterval, settleTime, Clock.systemUTC(), checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<FileSourceSplit> getSplitSerializer() {
    return FileSourceSplitSerializer.INSTANCE;
  }

  @Override
  public SimpleVersionedSerializer<LandingCheckpoint> getEnumeratorCheckpointSerializer() {
    return new LandingCheckpointSerializer();
  }

  @Override
  public TypeInformation<LandedRecord> getProducedType() {
    return TypeInformation.of(LandedRecord.class);
  }
}
