package io.nextgen.insight.pipeline.landing;

import java.nio.charset.Charset;

/**
 * How a file's bytes become text.
 *
 * @param transcodedFrom the encoding of a file that becomes UTF-8 before it is cut into records;
 *     null where it is cut as it stands
 * @param otherwise the encoding of records that are not well-formed UTF-8, of one byte a character
 *     and with ASCII in it; null where none is known
 * @param guessed whether such records are to be looked at one by one, as the file's beginning says
 *     nothing
 */
record FileEncoding(Charset transcodedFrom, Charset otherwise, boolean guessed) {

  static final FileEncoding UTF_8_ONLY = new FileEncoding(null, null, false);
  static final FileEncoding UNKNOWN = new FileEncoding(null, null, true);

  static FileEncoding transcoded(Charset from) {
    return new FileEncoding(from, null, false);
  }

  static FileEncoding utf8Or(Charset otherwise) {
    return new FileEncoding(null, otherwise, false);
  }

  /** Whether positions in the text are positions in the file, so that it can be entered there. */
  boolean isPlain() {
    return transcodedFrom == null;
  }
}
