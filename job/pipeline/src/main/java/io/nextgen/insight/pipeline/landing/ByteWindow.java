package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream seen through a window that begins at the first byte not yet done with and grows as far
 * as one looks ahead. Positions count from the window's beginning.
 */
final class ByteWindow {

  private static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private byte[] bytes = new byte[2 * CHUNK];
  private int from;
  private int limit;
  private long skipped;
  private boolean ended;
  private String breakage;

  /**
   * @param offset how many bytes of the whole come before the stream
   */
  ByteWindow(InputStream in, long offset) {
    this.in = in;
    this.skipped = offset;
  }

  /**
   * Whether there is a byte at the position, reading on as far as is needed.
   *
   * @throws IOException from the storage; where the file itself is broken, it just ends there
   */
  boolean has(int position) throws IOException {
    while (from + position >= limit && !ended) {
      readChunk();
    }
    return from + position < limit;
  }

  byte at(int position) {
    return bytes[from + position];
  }

  boolean at(int position, byte[] expected) throws IOException {
    return has(position + expected.length - 1)
        && Arrays.equals(
            bytes,
            from + position,
            from + position + expected.length,
            expected,
            0,
            expected.length);
  }

  /** Bytes that are there without reading on. */
  int available() {
    return limit - from;
  }

  /** The bytes under the window, which begins at {@link #start()} in them. */
  byte[] array() {
    return bytes;
  }

  int start() {
    return from;
  }

  byte[] copy(int position, int length) {
    return Arrays.copyOfRange(bytes, from + position, from + position + length);
  }

  /** Done with the first bytes. */
  void skip(int length) {
    from += length;
    skipped += length;
  }

  /** How many bytes came before the window. */
  long offset() {
    return skipped;
  }

  /** Why the stream ended before its time; null if it did not, or not yet. */
  String breakage() {
    return breakage;
  }

  private void readChunk() throws IOException {
    if (bytes.length - limit < CHUNK) {
      int kept = limit - from;
      byte[] target = kept + CHUNK > bytes.length ? new byte[2 * bytes.length] : bytes;
      System.arraycopy(bytes, from, target, 0, kept);
      bytes = target;
      from = 0;
      limit = kept;
    }
    try {
      int count = in.read(bytes, limit, bytes.length - limit);
      ended = count < 0;
      limit += Math.max(count, 0);
    } catch (BrokenStreamException e) {
      ended = true;
      breakage = e.getMessage();
    }
  }
}
