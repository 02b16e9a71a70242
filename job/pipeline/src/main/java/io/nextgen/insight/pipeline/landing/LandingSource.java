package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.LandedRecord;
import java.time.Clock;
import java.time.Duration;
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
 * <p>Flink's file reader with an enumerator of our own: the stock one remembers every path for
 * ever, misses overwritten files, and takes files while they are still being uploaded. The rules
 * are in {@code docs/landing.md}.
 *
 * <ul>
 *   <li>A file is read once it was left unchanged for {@link LandingOptions#SETTLE_TIME}.
 *   <li>A file that changes after it was taken is another version and is read again as a whole; one
 *       that has another length when it is opened is read in its new version only.
 *   <li>Empty files, hidden ones and those of {@link LandingOptions#IGNORE} are left alone.
 * </ul>
 */
public final class LandingSource
    implements Source<LandedRecord, FileSourceSplit, LandingCheckpoint>,
        ResultTypeQueryable<LandedRecord> {

  private static final long serialVersionUID = 1L;

  /** Some 40 MB of heap, in none of the checkpoints. */
  private static final int QUEUE_CAPACITY = 50_000;

  /** What a restore has to read again is a part at most. */
  private static final int PARTS_OF_A_RANGE = 4;

  private final LandingFolder folder;
  private final KindPatterns kinds;
  private final Duration discoveryInterval;
  private final Duration settleTime;
  private final Duration sweepInterval;
  private final Duration folderHorizon;
  private final int rememberedFiles;
  private final int maxRecordSize;
  private final long rangeSize;
  private final IgnoredNames ignored;
  private final EncodingDetection detection;

  private LandingSource(ReadableConfig config) {
    LandingOptions.RULES.check(config);
    this.folder = new LandingFolder(LandingOptions.requiredPath(config));
    this.kinds = new KindPatterns(config);
    this.discoveryInterval = config.get(LandingOptions.DISCOVERY_INTERVAL);
    this.settleTime = config.get(LandingOptions.SETTLE_TIME);
    this.sweepInterval = config.get(LandingOptions.SWEEP_INTERVAL);
    this.folderHorizon = config.get(LandingOptions.FOLDER_HORIZON);
    this.rememberedFiles = config.get(LandingOptions.REMEMBERED_FILES);
    this.maxRecordSize = Math.toIntExact(config.get(LandingOptions.MAX_RECORD_SIZE).getBytes());
    this.rangeSize = config.get(LandingOptions.RANGE_SIZE).getBytes();
    this.ignored = new IgnoredNames(config);
    this.detection = new EncodingDetection(config);
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
        new LandingFormat(
            folder,
            kinds,
            maxRecordSize,
            rangeSize / PARTS_OF_A_RANGE,
            detection,
            context.metricGroup()),
        context.getConfiguration());
  }

  @Override
  public SplitEnumerator<FileSourceSplit, LandingCheckpoint> createEnumerator(
      SplitEnumeratorContext<FileSourceSplit> context) {
    return restoreEnumerator(context, LandingCheckpoint.EMPTY);
  }

  @Override
  public SplitEnumerator<FileSourceSplit, LandingCheckpoint> restoreEnumerator(
      SplitEnumeratorContext<FileSourceSplit> context, LandingCheckpoint checkpoint) {
    Clock clock = Clock.systemUTC();
    FileRegister register =
        new FileRegister(
            new TakenFiles(rememberedFiles, checkpoint.remembered(), checkpoint.condensed()),
            new FileQueue(kinds, QUEUE_CAPACITY));
    SettlingFiles settling = new SettlingFiles(settleTime, clock);
    LandingSearch search =
        new LandingSearch(
            new FolderListing(folder, ignored, folderHorizon, clock),
            register,
            settling,
            sweepInterval,
            clock);
    return new LandingEnumerator(
        context, search, register, settling, checkpoint.pending(), discoveryInterval, rangeSize);
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
