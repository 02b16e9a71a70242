package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A part of a file that is no record, and how it is kept: whole where it is text of the size of a
 * record, the beginning of it where it is longer, and the beginning in Base64 where it is no text.
 */
final class BrokenStretch {

  /** How much is kept of what is too long. */
  static final int EXCERPT_BYTES = 16 * 1024;

  /** How much is kept of what is no text. */
  static final int BINARY_EXCERPT_BYTES = 1024;

  private static final int LOOKED_AT = 4 * 1024;

  /** One character in so many may be odd in a text: a few broken bytes do not make it binary. */
  private static final int ODD_SHARE = 20;

  private static final Pattern SCALAR =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d[\\d.eE+-]*|true|false|null");

  private final ByteWindow window;
  private final RecordDecoder decoder;
  private final int maxKept;
  private byte[] head;
  private RecordDecoder.Decoded text;
  private long offset;
  private boolean binary;
  private long length;

  /** Tells whether something else begins at a position. */
  interface End {
    boolean at(int position) throws IOException;
  }

  BrokenStretch(ByteWindow window, RecordDecoder decoder, int maxKept) {
    this.window = window;
    this.decoder = decoder;
    this.maxKept = maxKept;
  }

  /** Takes the window's first byte and all that follow up to the end of the stretch. */
  void readUntil(End end) throws IOException {
    offset = window.offset();
    int position = 1;
    while (window.has(position) && !end.at(position)) {
      position++;
      if (position > maxKept) {
        keepExcerpt(position);
        window.skip(position);
        length += position;
        position = 0;
      }
    }
    if (head == null) {
      keep(position);
    }
    window.skip(position);
    length += position;
  }

  private void keepExcerpt(int available) {
    if (head == null) {
      keep(upToWholeCharacter(Math.min(available, EXCERPT_BYTES)));
    }
  }

  private void keep(int bytes) {
    head = window.copy(0, Math.min(bytes, BINARY_EXCERPT_BYTES));
    text = decoder.decode(window.array(), window.start(), bytes);
    binary = isBinary(text.isWhole() ? text.text() : withReplacements(bytes));
  }

  private String withReplacements(int bytes) {
    return new String(window.array(), window.start(), bytes, StandardCharsets.UTF_8);
  }

  /** UTF-8 has three more bytes behind the first at most. */
  private int upToWholeCharacter(int bytes) {
    int end = bytes;
    while (end > bytes - 3 && end > 1 && (window.at(end) & 0xc0) == 0x80) {
      end--;
    }
    return end;
  }

  /** In bytes, kept or not. */
  long length() {
    return length;
  }

  /** A stretch that began as a record. */
  FramedRecord asRecord(ErrorClass errorClass, String reason) {
    if (binary) {
      return binary();
    }
    // A character that is not known for what it is may have hidden a quote or a backslash.
    return text.isWhole() || errorClass != ErrorClass.MALFORMED_JSON
        ? kept(errorClass, reason)
        : kept(ErrorClass.ENCODING, text.defect(offset).reason());
  }

  /** A stretch that began as something else. */
  FramedRecord asForeignRecord(long offset) {
    if (binary) {
      return binary();
    }
    if (SCALAR.matcher(text.text().strip()).matches()) {
      return kept(
          ErrorClass.NOT_AN_OBJECT,
          "There is a plain JSON value where an object should be, at byte %,d.".formatted(offset));
    }
    return kept(ErrorClass.NOT_JSON, "There is no JSON at byte %,d.".formatted(offset));
  }

  private FramedRecord kept(ErrorClass errorClass, String reason) {
    if (length > maxKept) {
      return new FramedRecord(
          text.text(),
          new Defect(
              errorClass,
              "%s Of its %,d bytes the first %,d are kept."
                  .formatted(reason, length, Math.min(length, EXCERPT_BYTES))));
    }
    return new FramedRecord(withoutTrailingSeparators(), new Defect(errorClass, reason));
  }

  private String withoutTrailingSeparators() {
    String all = text.text();
    int end = all.length();
    while (end > 0 && (Character.isWhitespace(all.charAt(end - 1)) || all.charAt(end - 1) == ',')) {
      end--;
    }
    return all.substring(0, end);
  }

  private FramedRecord binary() {
    return new FramedRecord(
        Base64.getEncoder().encodeToString(head),
        new Defect(
            ErrorClass.BINARY_DATA,
            "There are %,d bytes of binary data; the first %,d are kept, in Base64."
                .formatted(length, head.length)));
  }

  private static boolean isBinary(String text) {
    int looked = Math.min(text.length(), LOOKED_AT);
    long odd = text.chars().limit(looked).filter(BrokenStretch::isOdd).count();
    return odd * ODD_SHARE > looked;
  }

  private static boolean isOdd(int each) {
    return each < ' ' && !Character.isWhitespace(each) || each == 0x7f || each == '\ufffd';
  }
}
