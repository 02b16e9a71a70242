package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream of JSON into records, whatever holds them together: one a line, one after another,
 * in arrays, pretty or not, and any mixture of these. It finds where records begin and end; whether
 * one is a good record is the parser's to say. What is broken comes out as it stands, with the
 * reason, and the framer goes on with the next record, by {@link RecordStarts}.
 *
 * <p>Memory: at most one record of the size allowed, and a little. The same bytes give the same
 * records, however they arrive: a restart counts on it.
 */
final class RecordFramer implements Closeable {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /**
   * How much of a file may be scanned more than once, in bytes: some seconds. A record that breaks
   * is scanned from its beginning, and so is each that may begin inside it; with {@code {"a":} a
   * million times that would take hours. Beyond, only records that begin a line are tried, as much
   * again; after that none that was scanned already.
   */
  private static final long MAX_SCANNED_AGAIN = 1L << 30;

  private static final String NOT_CLOSED = "The record is not closed where the next begins";

  private final InputStream bytes;
  private final RecordDecoder decoder;
  private final ByteWindow window;
  private final RecordStarts starts;
  private final int maxRecordSize;
  private final ObjectScanner scanner = new ObjectScanner();

  private int openArrays;

  /** After something broke, brackets around records may be missing or too many. */
  private boolean bracketsCount = true;

  /** White space at the beginning of the current line, in bytes. */
  private int indentation;

  private boolean onlySpaceInLine = true;

  /**
   * Whether the last whole record was on one line. The next is likely so too, and an open one needs
   * not be followed to the end of the file to find that it was cut.
   */
  private boolean recordsAreLines;

  private boolean breakageTold;

  private long scannedAgain;

  /** Where the record that was handed out last begins. */
  private long recordOffset;

  /** For a file from its beginning. */
  RecordFramer(LandedText file, int maxRecordSize) {
    this(file, maxRecordSize, 0);
  }

  /**
   * For a part of a file.
   *
   * @param part from where a record may begin
   * @param maxRecordSize in bytes
   * @param offset how many bytes of the file come before the part
   */
  RecordFramer(LandedText part, int maxRecordSize, long offset) {
    this.bytes = part.bytes();
    this.decoder = new RecordDecoder(part.encoding());
    this.window = new ByteWindow(bytes, offset);
    this.starts = new RecordStarts(window);
    this.maxRecordSize = maxRecordSize;
  }

  /**
   * The next record, broken ones included.
   *
   * @return null at the end
   * @throws IOException from the storage; never for what the file holds
   */
  FramedRecord next() throws IOException {
    while (window.has(0)) {
      byte first = window.at(0);
      recordOffset = window.offset();
      if (first == '{') {
        return object();
      } else if (RecordStarts.isSpace(first)) {
        countIndentation(first);
        window.skip(1);
      } else if (first == ',') {
        window.skip(1);
      } else if (first == '[' && opensArray()) {
        onlySpaceInLine = false;
        openArrays++;
        window.skip(1);
      } else if (first == ']' && (openArrays > 0 || !bracketsCount)) {
        onlySpaceInLine = false;
        openArrays = Math.max(openArrays - 1, 0);
        window.skip(1);
      } else if (window.at(0, BYTE_ORDER_MARK)) {
        window.skip(BYTE_ORDER_MARK.length);
      } else {
        return foreign();
      }
    }
    recordOffset = window.offset();
    return atEnd();
  }

  /**
   * At which byte of the file's text the record handed out last begins, counted from 0: of the file
   * itself where it is plain UTF-8, of what it holds where it is compressed or encoded otherwise.
   */
  long recordOffset() {
    return recordOffset;
  }

  private FramedRecord atEnd() {
    if (window.breakage() != null && !breakageTold) {
      breakageTold = true;
      return new FramedRecord(
          "",
          new Defect(ErrorClass.BROKEN_COMPRESSION, window.breakage() + ", between two records."));
    }
    if (openArrays > 0 && bracketsCount) {
      openArrays = 0;
      return new FramedRecord(
          "",
          new Defect(
              ErrorClass.CUT_FILE,
              "The file ends inside an array, between two records, at byte %,d."
                  .formatted(window.offset())));
    }
    return null;
  }

  private FramedRecord object() throws IOException {
    scanner.reset();
    int seen = 0;
    while (true) {
      int to = Math.min(window.available(), maxRecordSize);
      seen +=
          scanner.scan(window.array(), window.start() + seen, window.start() + to, recordsAreLines);
      switch (scanner.state()) {
        case CLOSED -> {
          return whole(seen);
        }
        case BROKEN -> {
          return broken(
              seen,
              ErrorClass.MALFORMED_JSON,
              "The JSON breaks at byte %,d of the file, where %s should be"
                  .formatted(window.offset() + seen, scanner.expected()));
        }
        case OPEN -> {
          if (seen == maxRecordSize) {
            return broken(
                seen,
                ErrorClass.RECORD_TOO_LARGE,
                "The record is larger than the %,d bytes allowed".formatted(maxRecordSize));
          }
          if (!window.has(seen)) {
            return cut(seen);
          }
          if (recordsAreLines && window.at(seen - 1) == '\n' && starts.knownRecordAt(seen)) {
            return broken(seen, ErrorClass.MALFORMED_JSON, NOT_CLOSED);
          }
        }
      }
    }
  }

  private FramedRecord whole(int length) throws IOException {
    starts.learnFirstKey();
    recordsAreLines = !scanner.multiLine();
    if (scanner.multiLine()) {
      int lineStart = length;
      while (window.at(lineStart - 1) != '\n') {
        lineStart--;
      }
      indentation = 0;
      while (RecordStarts.isSpace(window.at(lineStart + indentation))) {
        indentation++;
      }
    }
    onlySpaceInLine = false;
    RecordDecoder.Decoded decoded = decoder.decode(window.array(), window.start(), length);
    FramedRecord record =
        new FramedRecord(
            decoded.text(), decoded.isWhole() ? null : decoded.defect(window.offset()));
    window.skip(length);
    return record;
  }

  private FramedRecord cut(int seen) throws IOException {
    if (window.breakage() != null) {
      return broken(seen, ErrorClass.BROKEN_COMPRESSION, window.breakage() + ", inside a record");
    }
    return broken(
        seen,
        ErrorClass.CUT_FILE,
        "The file ends inside a record, at byte %,d"
            .formatted(window.offset() + window.available()));
  }

  /**
   * The stretch up to where the next record begins, as it stands.
   *
   * @param scanned how many bytes were taken for a record's before it broke
   */
  private FramedRecord broken(int scanned, ErrorClass errorClass, String reason)
      throws IOException {
    bracketsCount = false;
    long offset = window.offset();
    BrokenStretch stretch = new BrokenStretch(window, decoder, maxRecordSize);
    RecordStarts.Search search = starts.search(indentation);
    stretch.readUntil(position -> search.at(position) && mayBeScanned(position, scanned));
    scannedAgain += Math.max(scanned - stretch.length(), 0);
    String where = " (it begins at byte %,d).".formatted(offset);
    if (window.has(0) && stretch.length() <= maxRecordSize) {
      // What looked like a cut or an endless record had run into the records behind it.
      return errorClass == ErrorClass.MALFORMED_JSON
          ? stretch.asRecord(errorClass, reason + where)
          : stretch.asRecord(ErrorClass.MALFORMED_JSON, NOT_CLOSED + where);
    }
    breakageTold = errorClass == ErrorClass.BROKEN_COMPRESSION;
    return stretch.asRecord(errorClass, reason + where);
  }

  /** Whether a record may be tried at a position, after too much was tried in vain. */
  private boolean mayBeScanned(int position, int scanned) throws IOException {
    return position >= scanned
        || scannedAgain <= MAX_SCANNED_AGAIN
        || scannedAgain <= 2 * MAX_SCANNED_AGAIN && position > 0 && window.at(position - 1) == '\n';
  }

  /** Something that no record begins with. */
  private FramedRecord foreign() throws IOException {
    long offset = window.offset();
    BrokenStretch stretch = new BrokenStretch(window, decoder, maxRecordSize);
    RecordStarts.Search search = starts.search(Integer.MAX_VALUE - 1);
    if (openArrays > 0) {
      stretch.readUntil(position -> endsArrayElement(position) || search.at(position));
    } else if (window.at(0) == '[') {
      // Perhaps an array whose first elements are no records.
      bracketsCount = false;
      stretch.readUntil(position -> isCommaBeforeObject(position) || search.at(position));
    } else {
      stretch.readUntil(search);
    }
    onlySpaceInLine = false;
    return stretch.asForeignRecord(offset);
  }

  private boolean endsArrayElement(int position) throws IOException {
    return window.at(position) == ']' || isCommaBeforeObject(position);
  }

  private boolean isCommaBeforeObject(int position) throws IOException {
    if (window.at(position) != ',') {
      return false;
    }
    int next = starts.pastSpace(position + 1);
    return window.has(next) && window.at(next) == '{';
  }

  /** Whether the bracket at the window's beginning holds records, or nothing at all. */
  private boolean opensArray() throws IOException {
    int next = starts.pastSpace(1);
    if (!window.has(next)) {
      return true;
    }
    byte each = window.at(next);
    return each == '{' || each == '[' || each == ']';
  }

  private void countIndentation(byte space) {
    if (space == '\n') {
      indentation = 0;
      onlySpaceInLine = true;
    } else if (onlySpaceInLine) {
      indentation++;
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
