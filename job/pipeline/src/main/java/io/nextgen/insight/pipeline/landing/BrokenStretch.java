package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.IOException;
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
  private final int maxKept;
  private byte[] head;
  private String text;
  private long length;

  /** Tells whether something else begins at a position. */
  interface End {
    boolean at(int position) throws IOException;
  }

  BrokenStretch(ByteWindow window, int maxKept) {
    this.window = window;
    this.maxKept = maxKept;
  }

  /** Takes the window's first byte and all that follow up to the end of the stretch. */
  void readUntil(End end) throws IOException {
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
      head = window.copy(0, Math.min(position, BINARY_EXCERPT_BYTES));
      text = window.text(position);
    }
    window.skip(position);
    length += position;
  }

  private void keepExcerpt(int available) {
    if (head == null) {
      head = window.copy(0, Math.min(available, BINARY_EXCERPT_BYTES));
      text = window.text(Math.min(available, EXCERPT_BYTES));
    }
  }

  /** In bytes, kept or not. */
  long length() {
    return length;
  }

  /** A stretch that began as a record. */
  FramedRecord asRecord(ErrorClass errorClass, String reason) {
    return isBinary() ? binary() : kept(errorClass, reason);
  }

  /** A stretch that began as something else. */
  FramedRecord asForeignRecord(long offset) {
    if (isBinary()) {
      return binary();
    }
    if (SCALAR.matcher(text.strip()).matches()) {
      return kept(
          ErrorClass.NOT_AN_OBJECT,
          "There is a plain JSON value where an object should be, at byte %,d.".formatted(offset));
    }
    return kept(ErrorClass.NOT_JSON, "There is no JSON at byte %,d.".formatted(offset));
  }

  private FramedRecord kept(ErrorClass errorClass, String reason) {
    if (length > maxKept) {
      return new FramedRecord(
          text,
          new Defect(
              errorClass,
              "%s Of its %,d bytes the first %,d are kept."
                  .formatted(reason, length, Math.min(length, EXCERPT_BYTES))));
    }
    return new FramedRecord(withoutTrailingSeparators(), new Defect(errorClass, reason));
  }

  private String withoutTrailingSeparators() {
    int end = text.length();
    while (end > 0
        && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
      end--;
    }
    return text.substring(0, end);
  }

  private FramedRecord binary() {
    return new FramedRecord(
        Base64.getEncoder().encodeToString(head),
        new Defect(
            ErrorClass.BINARY_DATA,
            "There are %,d bytes of binary data; the first %,d are kept, in Base64."
                .formatted(length, head.length)));
  }

  private boolean isBinary() {
    int looked = Math.min(text.length(), LOOKED_AT);
    long odd = text.chars().limit(looked).filter(BrokenStretch::isOdd).count();
    return odd * ODD_SHARE > looked;
  }

  private static boolean isOdd(int each) {
    return each < ' ' && !Character.isWhitespace(each) || each == 0x7f || each == '\ufffd';
  }
}
