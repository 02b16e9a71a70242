package io.nextgen.insight.pipeline.landing;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Decides on a file's encoding by its first bytes, so that all readers of the file, and those that
 * a restore starts, decide alike.
 *
 * <ol>
 *   <li>A byte order mark, or the zero bytes of the first two characters (RFC 4627 section 3, since
 *       JSON begins with two ASCII characters), say UTF-16 or UTF-32.
 *   <li>What is well-formed UTF-8 is UTF-8. A few ill-formed bytes among characters of UTF-8 do not
 *       change that.
 *   <li>Otherwise {@link LandingOptions#CHARSET} says it, or else {@link EncodingGuess}.
 * </ol>
 */
final class EncodingDetection implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How much of a file is looked at, decompressed. */
  static final int SAMPLE_BYTES = 1 << 20;

  /** From so many on, the well-formed ones are chance: one in seven characters of Chinese is. */
  private static final int ILL_FORMED_PER_WELL_FORMED = 4;

  private static final int HEAD = 4;

  /** Null where it is to be detected. */
  private final String named;

  EncodingDetection(ReadableConfig config) {
    String option = LandingOptions.RULES.get(config, LandingOptions.CHARSET);
    this.named = option.equalsIgnoreCase(LandingOptions.AUTO) ? null : option;
  }

  /**
   * @param sample the first {@value #SAMPLE_BYTES} bytes of a file, or all it has
   */
  FileEncoding of(byte[] sample) {
    Charset byHead = charsetOf(Arrays.copyOf(sample, Math.min(sample.length, HEAD)));
    if (!byHead.equals(StandardCharsets.UTF_8)) {
      return FileEncoding.transcoded(byHead);
    }
    if (named != null && !hasAscii(Charset.forName(named))) {
      return FileEncoding.transcoded(Charset.forName(named));
    }
    Runs runs = Runs.of(sample);
    if (runs.illFormed() < (long) ILL_FORMED_PER_WELL_FORMED * runs.wellFormed()) {
      return named == null ? FileEncoding.UTF_8_ONLY : FileEncoding.utf8Or(singleByte());
    }
    if (named != null) {
      return otherThanUtf8(Charset.forName(named));
    }
    if (runs.illFormed() == 0) {
      return FileEncoding.UNKNOWN;
    }
    return EncodingGuess.of(sample)
        .map(EncodingDetection::otherThanUtf8)
        .orElse(FileEncoding.UTF_8_ONLY);
  }

  private Charset singleByte() {
    Charset charset = Charset.forName(named);
    return isSingleByte(charset) ? charset : null;
  }

  private static FileEncoding otherThanUtf8(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return FileEncoding.UTF_8_ONLY;
    }
    // The second byte of a character may be a backslash, which would end no string.
    return isSingleByte(charset) ? FileEncoding.utf8Or(charset) : FileEncoding.transcoded(charset);
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  /** Whether the characters of ASCII are the same bytes in it, and these bytes nothing else. */
  private static boolean hasAscii(Charset charset) {
    byte[] ascii = new byte[0x7f - ' '];
    for (int i = 0; i < ascii.length; i++) {
      ascii[i] = (byte) (' ' + i);
    }
    return !charset.name().startsWith("ISO-2022")
        && new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
  }

  /**
   * Runs of bytes beyond ASCII. By chance a character of another encoding is well-formed UTF-8 more
   * often than a run of them.
   */
  private record Runs(int wellFormed, int illFormed) {

    static Runs of(byte[] sample) {
      int wellFormed = 0;
      int illFormed = 0;
      int start = 0;
      for (int i = 0; i <= sample.length; i++) {
        if (i < sample.length && sample[i] < 0) {
          continue;
        }
        boolean cut = i == SAMPLE_BYTES;
        if (i > start && !cut) {
          boolean good = isUtf8(sample, start, i - start);
          wellFormed += good ? 1 : 0;
          illFormed += good ? 0 : 1;
        }
        start = i + 1;
      }
      return new Runs(wellFormed, illFormed);
    }

    private static boolean isUtf8(byte[] bytes, int from, int length) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }
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
