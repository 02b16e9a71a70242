package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one version of one file, or a range of it, in batches small enough for several to wait in
 * memory.
 *
 * <p>A file that cannot be read while the landing zone answers is at fault itself: it becomes a
 * record with that error, and the stream goes on. Where the landing zone does not answer, the
 * storage is at fault: the exception restarts the job, which then reads on where it was.
 */
final class LandingReader implements BulkFormat.Reader<LandedRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(LandingReader.class);
  private static final int BATCH_RECORDS = 256;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final LandedParts parts;
  private final String name;
  private final Instant modifiedAt;
  private final RecordKind kind;
  private final LandingFolder folder;
  private final Counter filesRead;
  private final Counter recordsRead;
  private boolean ended;

  /**
   * @param name of the file, below the landing root
   */
  LandingReader(
      LandedParts parts,
      String name,
      Instant modifiedAt,
      RecordKind kind,
      LandingFolder folder,
      Counter filesRead,
      Counter recordsRead) {
    this.parts = parts;
    this.name = name;
    this.modifiedAt = modifiedAt;
    this.kind = kind;
    this.folder = folder;
    this.filesRead = filesRead;
    this.recordsRead = recordsRead;
  }

  @Override
  public BulkFormat.RecordIterator<LandedRecord> readBatch() throws IOException {
    List<RecordAndPosition<LandedRecord>> batch = new ArrayList<>();
    int characters = 0;
    while (!ended && batch.size() < BATCH_RECORDS && characters < BATCH_CHARACTERS) {
      LandedRecord next = nextOrUnreadable();
      if (next != null) {
        recordsRead.inc();
        characters += next.text().length();
        batch.add(new RecordAndPosition<>(next, parts.checkpointedOffset(), parts.records()));
      } else {
        ended = true;
        if (parts.isLast()) {
          filesRead.inc();
        }
      }
    }
    return batch.isEmpty() ? null : new Batch(batch.iterator());
  }

  private record Batch(Iterator<RecordAndPosition<LandedRecord>> records)
      implements BulkFormat.RecordIterator<LandedRecord> {

    @Override
    public RecordAndPosition<LandedRecord> next() {
      return records.hasNext() ? records.next() : null;
    }

    @Override
    public void releaseBatch() {
      // Nothing is used again.
    }
  }

  private LandedRecord nextOrUnreadable() throws IOException {
    try {
      return next();
    } catch (IOException first) {
      LOG.info(
          "Reading {} failed; trying again from byte {}: {}",
          name,
          parts.unreadFrom(),
          first.toString());
      parts.close();
      try {
        return next();
      } catch (IOException second) {
        return unreadable(second);
      }
    }
  }

  private LandedRecord next() throws IOException {
    FramedRecord next = parts.next();
    return next == null ? null : landed(next, parts.recordOffset());
  }

  private LandedRecord unreadable(IOException failure) throws IOException {
    // Local files that may not be opened are reported as not found, too.
    boolean missing = failure instanceof FileNotFoundException && !parts.exists();
    if (!missing && !folder.isReachable()) {
      throw failure;
    }
    LOG.warn("{} cannot be read from byte {} on", name, parts.unreadFrom(), failure);
    ended = true;
    String reason =
        "The file %s: nothing was read from byte %,d on."
            .formatted(
                missing
                    ? "vanished, or has a name that cannot be opened"
                    : "cannot be read (%s)".formatted(failure.getClass().getSimpleName()),
                parts.unreadFrom());
    return landed(
        new FramedRecord("", new Defect(ErrorClass.UNREADABLE_FILE, reason)), parts.unreadFrom());
  }

  private LandedRecord landed(FramedRecord record, long offset) {
    Origin origin = new Origin(name, offset, modifiedAt);
    return new LandedRecord(kind, record.text(), origin, Instant.now(), record.defect());
  }

  @Override
  public void close() {
    parts.close();
  }
}
