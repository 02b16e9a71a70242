package io.nextgen.insight.pipeline.landing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;

/**
 * A file as a stream of UTF-8, whatever it is compressed with and encoded in. Its name says
 * nothing: gzip is told by its magic bytes, the encoding by {@link EncodingDetection}.
 *
 * @param bytes UTF-8, byte order marks still in it, or a superset of ASCII as {@code encoding}
 *     says. Reading it throws {@link BrokenStreamException} where the file itself is broken.
 */
record LandedText(InputStream bytes, FileEncoding encoding) {

  private static final int MAGIC_LENGTH = 2;
  private static final int BUFFER = 16 * 1024;

  /** Opens a file at its beginning. */
  static LandedText open(InputStream file, EncodingDetection detection) throws IOException {
    PushbackInputStream raw = new PushbackInputStream(file, MAGIC_LENGTH);
    byte[] magic = raw.readNBytes(MAGIC_LENGTH);
    raw.unread(magic);
    InputStream content =
        GzipMembers.startsWithMagic(magic, magic.length) ? new GzipMembers(raw) : raw;
    byte[] sample = sample(content);
    FileEncoding encoding = detection.of(sample);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(sample), content);
    return new LandedText(
        encoding.isPlain() ? whole : new StrictTranscoder(whole, encoding.transcodedFrom()),
        encoding);
  }

  /**
   * Whether a file can be entered in the middle.
   *
   * @param sample its first bytes
   */
  static boolean isPlain(byte[] sample, EncodingDetection detection) {
    return !GzipMembers.startsWithMagic(sample, sample.length) && detection.of(sample).isPlain();
  }

  private static byte[] sample(InputStream in) throws IOException {
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try {
      int count = 0;
      while (count >= 0 && sample.size() < EncodingDetection.SAMPLE_BYTES) {
        sample.write(buffer, 0, count);
        int wanted = Math.min(BUFFER, EncodingDetection.SAMPLE_BYTES - sample.size());
        count = wanted == 0 ? -1 : in.read(buffer, 0, wanted);
      }
    } catch (BrokenStreamException e) {
      // Thrown again by the next read, after the bytes that did come.
      return sample.toByteArray();
    }
    return sample.toByteArray();
  }
}
