package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Makes text of a record's bytes. Nothing becomes U+FFFD that was not: a byte that cannot be
 * decoded is kept as {@code \xE9}, which no valid JSON holds.
 */
final class RecordDecoder {

  /** Where every byte could be decoded. */
  static final int NONE = -1;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final char REPLACEMENT = '\ufffd';

  private final FileEncoding encoding;

  /**
   * @param text with {@code \xE9} for each byte that could not be decoded
   * @param undecodable the position of the first of them; {@link #NONE} where there is none
   */
  record Decoded(String text, int undecodable) {

    boolean isWhole() {
      return undecodable == NONE;
    }

    /**
     * Why it cannot go on, where it is not whole.
     *
     * @param offset of its first byte, in the file's text
     */
    Defect defect(long offset) {
      return new Defect(
          ErrorClass.ENCODING,
          ("Byte %,d of the file is not valid UTF-8, and its encoding is not certain."
                  + " Such bytes are kept as \\x and two hexadecimal digits.")
              .formatted(offset + undecodable));
    }

    /** Without the text, which may hold personal data. */
    @Override
    public String toString() {
      return "Decoded[%d characters, %d]".formatted(text.length(), undecodable);
    }
  }

  RecordDecoder(FileEncoding encoding) {
    this.encoding = encoding;
  }

  /**
   * Decodes a record, or a stretch that is not one.
   *
   * @param bytes as {@link LandedText} gives them
   */
  Decoded decode(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return new Decoded(text, NONE);
    }
    Decoded utf8 = asUtf8(bytes, from, length);
    if (utf8.isWhole()) {
      return utf8;
    }
    String other = inOtherEncoding(bytes, from, length);
    return other == null ? utf8 : new Decoded(other, NONE);
  }

  /** Null where none is known, or does not hold these bytes. */
  private String inOtherEncoding(byte[] bytes, int from, int length) {
    Charset charset = encoding.otherwise();
    if (encoding.guessed()) {
      byte[] record = new byte[length];
      System.arraycopy(bytes, from, record, 0, length);
      charset = EncodingGuess.of(record).orElse(null);
    }
    if (charset == null) {
      return null;
    }
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private Decoded asUtf8(byte[] bytes, int from, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    CharBuffer out = CharBuffer.allocate(Math.min(length, 8 * 1024) + 2);
    StringBuilder text = new StringBuilder(length);
    int undecodable = NONE;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      text.append(out.flip());
      out.clear();
      if (result.isUnderflow()) {
        return new Decoded(text.toString(), undecodable);
      }
      if (result.isError()) {
        undecodable = undecodable == NONE ? in.position() - from : undecodable;
        for (int i = 0; i < result.length(); i++) {
          appendEscaped(text, in.get());
        }
      }
    }
  }

  private void appendEscaped(StringBuilder text, byte undecodable) {
    text.append("\\x");
    if (encoding.isPlain() || undecodable != StrictTranscoder.MARK) {
      text.append(HEX.toHexDigits(undecodable));
    }
  }
}
