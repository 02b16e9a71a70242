package io.nextgen.insight.pipeline.landing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A stream in another encoding as UTF-8. A byte that cannot be decoded becomes {@link #MARK} and
 * two hexadecimal digits, which {@link RecordDecoder} understands.
 */
final class StrictTranscoder extends InputStream {

  /** A byte that UTF-8 does not have. */
  static final byte MARK = (byte) 0xff;

  private static final int BUFFER = 16 * 1024;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER);
  private ByteBuffer utf8 = ByteBuffer.allocate(0);
  private boolean ended;

  StrictTranscoder(InputStream in, Charset from) {
    this.in = in;
    this.decoder = from.newDecoder();
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? utf8.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, utf8.remaining());
    utf8.get(target, offset, count);
    return count;
  }

  private boolean hasMore() throws IOException {
    while (!utf8.hasRemaining() && !ended) {
      readOn();
    }
    return utf8.hasRemaining();
  }

  private void readOn() throws IOException {
    undecoded.compact();
    int count = in.read(undecoded.array(), undecoded.position(), undecoded.remaining());
    ended = count < 0;
    undecoded.position(undecoded.position() + Math.max(count, 0)).flip();
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * BUFFER);
    CoderResult result;
    do {
      result = decoder.decode(undecoded, decoded, ended);
      if (ended && result.isUnderflow()) {
        decoder.flush(decoded);
      }
      out.writeBytes(decoded.flip().toString().getBytes(StandardCharsets.UTF_8));
      decoded.clear();
      for (int i = 0; result.isError() && i < result.length(); i++) {
        out.write(MARK);
        out.writeBytes(HEX.toHexDigits(undecoded.get()).getBytes(StandardCharsets.US_ASCII));
      }
    } while (!result.isUnderflow());
    utf8 = ByteBuffer.wrap(out.toByteArray());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
