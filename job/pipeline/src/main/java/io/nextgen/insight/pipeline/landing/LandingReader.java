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
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one version of one file, in batches small enough for several to wait in memory.
 *
 * <p>A file that cannot be read while the landing zone answers is at fault itself: it becomes a
 * record with that error, and the stream goes on. Where the landing zone does not answer, the
 * storage is at fault: the exception restarts the job, which then reads on where it was.
 */
final class LandingReader implements BulkFormat.Reader<LandedRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(LandingReader.class);
  private static final int BATCH_RECORDS = 256;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final LandedFile file;
  private final String name;
  private final RecordKind kind;
  private final LandingFolder folder;
  private final int maxRecordSize;
  private final Counter filesRead;
  private final Counter recordsRead;

  /** Null where there is nothing to read, or no longer. */
  private RecordFramer records;

  private long position;
  private boolean ended;

  LandingReader(
      LandedFile file,
      RecordKind kind,
      LandingFolder folder,
      int maxRecordSize,
      long recordsToSkip,
      Counter filesRead,
      Counter recordsRead)
      throws IOException {
    this.file = file;
    this.name = folder.relative(file.path());
    this.kind = kind;
    this.folder = folder;
    this.maxRecordSize = maxRecordSize;
    this.position = recordsToSkip;
    this.filesRead = filesRead;
    this.recordsRead = recordsRead;
  }

  @Override
  public BulkFormat.RecordIterator<LandedRecord> readBatch() throws IOException {
    long before = position;
    List<LandedRecord> batch = new ArrayList<>();
    int characters = 0;
    while (!ended && batch.size() < BATCH_RECORDS && characters < BATCH_CHARACTERS) {
      FramedRecord next = nextOrUnreadable();
      if (next == null) {
        ended = true;
        filesRead.inc();
      } else {
        position++;
        recordsRead.inc();
        characters += next.text().length();
        batch.add(landed(next));
      }
    }
    return batch.isEmpty()
        ? null
        : new IteratorResultIterator<>(batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
  }

  private LandedRecord landed(FramedRecord record) {
    Origin origin = new Origin(name, position, Instant.ofEpochMilli(file.modifiedAt()));
    return new LandedRecord(kind, record.text(), origin, Instant.now(), record.defect());
  }

  private FramedRecord nextOrUnreadable() throws IOException {
    try {
      return next();
    } catch (IOException first) {
      LOG.info("Reading {} failed; trying again from record {}", name, position + 1, first);
      close();
      try {
        return next();
      } catch (IOException second) {
        return unreadable(second);
      }
    }
  }

  private FramedRecord next() throws IOException {
    if (records == null) {
      records = open();
      for (long i = 0; records != null && i < position; i++) {
        records.next();
      }
    }
    return records == null ? null : records.next();
  }

  /**
   * Null where the file has another length than when it was found: its new version is a file of its
   * own. The modification time alone would not do, as file systems tell it with more or less digits
   * in lists and for single files.
   */
  private RecordFramer open() throws IOException {
    FileSystem fileSystem = file.path().getFileSystem();
    FileStatus now = fileSystem.getFileStatus(file.path());
    if (now.getLen() != file.length()) {
      LOG.info("{} has changed since it was found; its new version is read instead", name);
      return null;
    }
    BoundedInputStream bytes =
        BoundedInputStream.builder()
            .setInputStream(fileSystem.open(file.path()))
            .setMaxCount(file.length())
            .get();
    try {
      return new RecordFramer(LandedText.open(bytes), maxRecordSize);
    } catch (IOException e) {
      IOUtils.closeQuietly(bytes);
      throw e;
    }
  }

  private FramedRecord unreadable(IOException failure) throws IOException {
    boolean missing = failure instanceof FileNotFoundException;
    if (!missing && !folder.isReachable()) {
      throw failure;
    }
    LOG.warn("{} cannot be read from record {} on", name, position + 1, failure);
    ended = true;
    return new FramedRecord(
        "",
        new Defect(
            ErrorClass.UNREADABLE_FILE,
            "The file %s, before record %d."
                .formatted(
                    missing
                        ? "vanished after it was found"
                        : "cannot be read (%s)".formatted(failure.getClass().getSimpleName()),
                    position + 1)));
  }

  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
      records = null;
    }
  }
}
