package io.nextgen.insight.pipeline.landing;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a split has to read of a file, part by part. A part begins and ends at one of the {@link
 * RecordBorders} and is cut into records on its own, so that a restore needs not go back further
 * than to its beginning. A file without borders is one part, whatever its size, and of its ranges
 * the first reads all.
 *
 * <p>A position in a file without borders is the number of records before it, since neither gzip
 * nor an array can be entered in the middle; in one with borders it is the part's first byte and
 * the number of records in the part.
 */
final class LandedParts implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(LandedParts.class);

  private final FileSourceSplit split;
  private final String name;
  private final int maxRecordSize;
  private final long partSize;
  private final EncodingDetection detection;
  private final RecordBorders borders;

  /** The part that is read, and how far parts go. */
  private long start;

  private long end;
  private long stop;
  private boolean decided;
  private boolean hasBorders;

  /** Records of the part that were handed out. */
  private long records;

  private long recordOffset;
  private long unreadFrom;
  private RecordFramer framer;

  /**
   * @param name of the file, for people
   * @param partSize in bytes; where parts end is searched from there on
   */
  LandedParts(
      FileSourceSplit split,
      String name,
      int maxRecordSize,
      long partSize,
      EncodingDetection detection) {
    this.split = split;
    this.name = name;
    this.maxRecordSize = maxRecordSize;
    this.partSize = partSize;
    this.detection = detection;
    this.borders = new RecordBorders(this::openFrom, maxRecordSize, detection);
    this.records =
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L);
  }

  /** The next record; null at the end. After an exception it may be called again. */
  FramedRecord next() throws IOException {
    while (framer != null || open()) {
      FramedRecord next = framer.next();
      if (next != null) {
        records++;
        passed();
        return next;
      }
      close();
      start = end;
      records = 0;
    }
    return null;
  }

  private void passed() {
    recordOffset = framer.recordOffset();
    unreadFrom = recordOffset + 1;
  }

  /** Where the part begins, as Flink keeps it. */
  long checkpointedOffset() {
    return hasBorders ? start : CheckpointedPosition.NO_OFFSET;
  }

  /** How many records of the part were handed out. */
  long records() {
    return records;
  }

  /** At which byte of the file's text the record begins that was handed out last. */
  long recordOffset() {
    return recordOffset;
  }

  /** The first byte behind what was handed out, as far as is known without reading on. */
  long unreadFrom() {
    return unreadFrom;
  }

  /** Whether the split goes up to the file's end. */
  boolean isLast() {
    return split.offset() + split.length() >= split.fileSize();
  }

  /** Opens the part that begins where the last one ended; false where there is none. */
  private boolean open() throws IOException {
    if (decided && start >= stop || isReplaced()) {
      return false;
    }
    if (!decided) {
      decide();
    }
    if (start >= stop) {
      return false;
    }
    end = hasBorders ? endOfPart() : stop;
    InputStream bytes = openFrom(start, end);
    try {
      framer =
          hasBorders
              ? new RecordFramer(new LandedText(bytes, borders.encoding()), maxRecordSize, start)
              : new RecordFramer(LandedText.open(bytes, detection), maxRecordSize);
      for (long i = 0; i < records; i++) {
        framer.next();
        passed();
      }
    } catch (IOException e) {
      IOUtils.closeQuietly(bytes);
      framer = null;
      throw e;
    }
    return true;
  }

  /**
   * The file has another length than when it was found: its new version is a file of its own. The
   * modification time alone would not do, as file systems tell it with more or less digits in lists
   * and for single files.
   */
  private boolean isReplaced() throws IOException {
    long now = split.path().getFileSystem().getFileStatus(split.path()).getLen();
    if (now != split.fileSize()) {
      LOG.info("{} has changed since it was found; its new version is read instead", name);
    }
    return now != split.fileSize();
  }

  /** Whether the file is there, even if it may not be opened. */
  boolean exists() throws IOException {
    return split.path().getFileSystem().exists(split.path());
  }

  private void decide() throws IOException {
    long restored =
        split
            .getReaderPosition()
            .map(CheckpointedPosition::getOffset)
            .orElse(CheckpointedPosition.NO_OFFSET);
    boolean isRange = split.length() < split.fileSize();
    boolean mayHaveBorders = isRange || records == 0 && split.fileSize() > partSize;
    hasBorders = restored != CheckpointedPosition.NO_OFFSET || mayHaveBorders && borders.exist();
    if (hasBorders) {
      stop = stop();
      start = restored != CheckpointedPosition.NO_OFFSET ? restored : start();
    } else {
      stop = split.offset() == 0 ? split.fileSize() : 0;
    }
    unreadFrom = start;
    decided = true;
  }

  private long start() throws IOException {
    return split.offset() == 0 ? 0 : borders.firstFrom(split.offset()).orElse(stop);
  }

  /** Where the next range begins that has a border near its beginning; the file's end at last. */
  private long stop() throws IOException {
    long next = split.offset() + split.length();
    while (next < split.fileSize()) {
      OptionalLong border = borders.firstFrom(next);
      if (border.isPresent()) {
        return border.getAsLong();
      }
      next += split.length();
    }
    return split.fileSize();
  }

  private long endOfPart() throws IOException {
    return start + partSize >= stop
        ? stop
        : Math.min(borders.firstFrom(start + partSize).orElse(stop), stop);
  }

  private InputStream openFrom(long offset) throws IOException {
    return openFrom(offset, split.fileSize());
  }

  private InputStream openFrom(long offset, long end) throws IOException {
    FileSystem fileSystem = split.path().getFileSystem();
    FSDataInputStream in = fileSystem.open(split.path());
    try {
      in.seek(offset);
      // A stream in a sequence is closed by the read that comes to its end, which must not fail.
      InputStream closedQuietly =
          new FilterInputStream(in) {
            @Override
            public void close() {
              IOUtils.closeQuietly(in);
            }
          };
      return BoundedInputStream.builder()
          .setInputStream(closedQuietly)
          .setMaxCount(end - offset)
          .get();
    } catch (IOException e) {
      IOUtils.closeQuietly(in);
      throw e;
    }
  }

  /** Never throws: what was read is not lost if the storage cannot close the stream. */
  @Override
  public void close() {
    IOUtils.closeQuietly(framer);
    framer = null;
  }
}
