package io.nextgen.insight.pipeline.landing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.flink.util.IOUtils;

/**
 * Where a file that holds a record a line can be entered in the middle: between two lines each of
 * which is a whole object. No JSON text has an object right behind another but at its outermost
 * level, since within an array a comma would part them, and no string goes over a line's end. So
 * what begins there begins a record, whatever the file may hold elsewhere.
 *
 * <p>The same file has the same borders for everyone who asks.
 */
final class RecordBorders {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int BUFFER = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Opening file;
  private final long maxSearched;
  private final EncodingDetection detection;
  private byte[] sample;
  private FileEncoding encoding;

  /** Opens the file anew, up to the end of the version that is read. */
  interface Opening {
    /**
     * @param offset in bytes
     */
    InputStream from(long offset) throws IOException;
  }

  /**
   * @param maxRecordSize in bytes; how far is searched for a border depends on it
   */
  RecordBorders(Opening file, int maxRecordSize, EncodingDetection detection) {
    this.file = file;
    this.detection = detection;
    this.maxSearched = 2L * maxRecordSize + BUFFER;
  }

  /**
   * Whether the file is of the kind that has borders: plain text that begins with an object, with a
   * border near.
   */
  boolean exist() throws IOException {
    return LandedText.isPlain(sample(), detection)
        && beginsWithObject(sample())
        && firstFrom(0).isPresent();
  }

  /** The encoding of a file that has borders; the same in all its parts. */
  FileEncoding encoding() throws IOException {
    if (encoding == null) {
      encoding = detection.of(sample());
      sample = null;
    }
    return encoding;
  }

  private byte[] sample() throws IOException {
    if (sample == null) {
      InputStream in = file.from(0);
      try {
        sample = in.readNBytes(EncodingDetection.SAMPLE_BYTES);
      } finally {
        IOUtils.closeQuietly(in);
      }
    }
    return sample;
  }

  /** The first border behind the line that holds the offset; empty where none is near. */
  OptionalLong firstFrom(long offset) throws IOException {
    InputStream in = new BufferedInputStream(file.from(offset), BUFFER);
    try {
      Lines lines = new Lines(in, offset);
      if (offset > 0) {
        lines.next(); // most likely not from its beginning
      }
      boolean afterRecord = false;
      while (lines.next()) {
        boolean record = lines.isRecord();
        if (record && afterRecord) {
          return OptionalLong.of(lines.start);
        }
        afterRecord = record || afterRecord && lines.isBlank();
      }
      return OptionalLong.empty();
    } finally {
      IOUtils.closeQuietly(in);
    }
  }

  private static boolean beginsWithObject(byte[] head) {
    int first =
        head.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                    head, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
            ? BYTE_ORDER_MARK.length
            : 0;
    while (first < head.length && RecordStarts.isSpace(head[first])) {
      first++;
    }
    return first < head.length && head[first] == '{';
  }

  private final class Lines {
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final long limit;
    private long start;
    private long end;

    private Lines(InputStream in, long offset) {
      this.in = in;
      this.start = offset;
      this.end = offset;
      this.limit = offset + maxSearched;
    }

    /** Whether there is another line, as far as is searched. */
    private boolean next() throws IOException {
      start = end;
      line.reset();
      int each = in.read();
      while (each >= 0 && each != '\n' && end < limit) {
        line.write(each);
        end++;
        each = in.read();
      }
      end++;
      return end <= limit && (each == '\n' || line.size() > 0);
    }

    private boolean isBlank() {
      for (byte each : line.toByteArray()) {
        if (!RecordStarts.isSpace(each)) {
          return false;
        }
      }
      return true;
    }

    private boolean isRecord() {
      // Whatever superset of ASCII the line is in: its structure is ASCII.
      String text = line.toString(StandardCharsets.ISO_8859_1);
      try (JsonParser parser = JSON.createParser(text)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          return false;
        }
        parser.skipChildren();
        return parser.nextToken() == null;
      } catch (JsonProcessingException e) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException("Reading from memory", e);
      }
    }
  }
}
