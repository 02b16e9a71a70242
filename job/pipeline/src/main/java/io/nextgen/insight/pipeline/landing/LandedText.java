package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * A file's bytes as UTF-8, whatever it is compressed with and encoded in. Its name says nothing:
 * gzip is told by its magic bytes, the encoding by a byte order mark or, without one, by where the
 * zero bytes of the first two characters are (RFC 4627 section 3, since JSON begins with two ASCII
 * characters).
 */
final class LandedText {

  private static final int HEAD = 4;

  private LandedText() {}

  /**
   * @return UTF-8, byte order marks still in it, ill-formed sequences as they are. Reading it
   *     throws {@link BrokenStreamException} where the file itself is broken.
   */
  static InputStream open(InputStream file) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(file, HEAD);
    byte[] head = peek(bytes);
    if (GzipMembers.startsWithMagic(head, head.length)) {
      bytes = new PushbackInputStream(new GzipMembers(bytes), HEAD);
      head = peek(bytes);
    }
    Charset charset = charsetOf(head);
    if (charset.equals(StandardCharsets.UTF_8)) {
      return bytes;
    }
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(bytes, charset))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }

  /**
   * Whether a file is UTF-8 as it stands, so that it can be entered in the middle.
   *
   * @param head its first bytes, four or all there are
   */
  static boolean isPlain(byte[] head) {
    return !GzipMembers.startsWithMagic(head, head.length)
        && charsetOf(head).equals(StandardCharsets.UTF_8);
  }

  private static byte[] peek(PushbackInputStream in) throws IOException {
    byte[] head = new byte[HEAD];
    int count = 0;
    while (count < HEAD) {
      int next;
      try {
        next = in.read();
      } catch (BrokenStreamException e) {
        break; // thrown again by the next read, after the bytes that did come
      }
      if (next < 0) {
        break;
      }
      head[count++] = (byte) next;
    }
    in.unread(head, 0, count);
    return Arrays.copyOf(head, count);
  }

  private static Charset charsetOf(byte[] head) {
    if (head.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = head[0] & 0xff;
    int second = head[1] & 0xff;
    int third = head.length == HEAD ? head[2] & 0xff : -1;
    int fourth = head.length == HEAD ? head[3] & 0xff : -1;
    if (third == 0
        && fourth == 0
        && (first == 0xff && second == 0xfe || first != 0 && second == 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (first == 0
        && second == 0
        && (third == 0xfe && fourth == 0xff || third == 0 && fourth > 0)) {
      return Charset.forName("UTF-32BE");
    }
    if (first == 0xff && second == 0xfe || isText(first) && second == 0 && fourth <= 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0xfe && second == 0xff || first == 0 && isText(second) && third <= 0) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  /** Whether JSON may begin with it. */
  private static boolean isText(int ascii) {
    return ascii >= ' ' && ascii < 0x7f || RecordStarts.isSpace((byte) ascii);
  }
}
