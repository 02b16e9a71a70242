package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) with any number of members, and hands out every byte that can be had
 * of a cut or corrupt file before it says that the file is broken. The JDK's stream drops later
 * members when its source reports nothing as available, and trailing data silently; that of Commons
 * Compress drops what it decompressed in the call that meets the end.
 */
final class GzipMembers extends InputStream {

  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int METHOD_DEFLATE = 8;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int INPUT_SIZE = 32 * 1024;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[INPUT_SIZE];
  private int inputLength;
  private long produced;
  private boolean inMember;
  private boolean ended;
  private BrokenStreamException broken;

  /**
   * @param in positioned at the first member
   */
  GzipMembers(InputStream in) {
    this.in = new PushbackInputStream(in, INPUT_SIZE);
  }

  static boolean startsWithMagic(byte[] head, int length) {
    return length >= 2 && (head[0] & 0xff) == MAGIC_1 && (head[1] & 0xff) == MAGIC_2;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws BrokenStreamException once all that can be read was read, if the file is cut or corrupt
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      try {
        if (!inMember && !openMember()) {
          ended = true;
          break;
        }
        int count = inflate(target, offset, length);
        if (count > 0) {
          return count;
        }
        closeMember();
      } catch (BrokenStreamException e) {
        broken = e;
        ended = true;
      }
    }
    if (broken != null) {
      throw broken;
    }
    return -1;
  }

  /** Returns 0 at the end of the member. */
  private int inflate(byte[] target, int offset, int length) throws IOException {
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        inputLength = in.read(input);
        if (inputLength < 0) {
          throw broken("ends inside its compressed data");
        }
        inflater.setInput(input, 0, inputLength);
      }
      long before = inflater.getBytesWritten();
      int count;
      try {
        count = inflater.inflate(target, offset, length);
      } catch (DataFormatException e) {
        ended = true;
        broken = broken("holds corrupt compressed data");
        // What came out before the error is in the target already.
        count = Math.toIntExact(inflater.getBytesWritten() - before);
        if (count == 0) {
          throw broken;
        }
      }
      if (count > 0) {
        checksum.update(target, offset, count);
        produced += count;
        return count;
      }
      if (inflater.needsDictionary()) {
        throw broken("asks for a dictionary, which gzip does not know");
      }
    }
    return 0;
  }

  private boolean openMember() throws IOException {
    int first = in.read();
    while (produced > 0 && first == 0) {
      first = in.read(); // some tools pad the end with zeros
    }
    if (first < 0) {
      return false;
    }
    if (first != MAGIC_1 || in.read() != MAGIC_2 || in.read() != METHOD_DEFLATE) {
      throw broken("goes on with something that is not gzip");
    }
    int flags = headerByte();
    skipHeader(6);
    if ((flags & FLAG_EXTRA) != 0) {
      skipHeader(headerByte() | headerByte() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipHeaderString();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipHeaderString();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      skipHeader(2);
    }
    inflater.reset();
    checksum.reset();
    inMember = true;
    return true;
  }

  private void closeMember() throws IOException {
    int unused = inflater.getRemaining();
    if (unused > 0) {
      in.unread(input, inputLength - unused, unused);
    }
    inMember = false;
    long expected =
        headerByte() | headerByte() << 8 | headerByte() << 16 | (long) headerByte() << 24;
    skipHeader(4);
    if (expected != checksum.getValue()) {
      throw broken("fails its checksum");
    }
  }

  private void skipHeaderString() throws IOException {
    int each = headerByte();
    while (each != 0) {
      each = headerByte();
    }
  }

  private void skipHeader(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      headerByte();
    }
  }

  private int headerByte() throws IOException {
    int each = in.read();
    if (each < 0) {
      throw broken("ends inside a gzip header or trailer");
    }
    return each;
  }

  private BrokenStreamException broken(String how) {
    return new BrokenStreamException(
        "The gzip file %s, after %,d decompressed bytes".formatted(how, produced));
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
