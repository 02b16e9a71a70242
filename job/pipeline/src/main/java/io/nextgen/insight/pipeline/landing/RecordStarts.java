package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a record may begin after something broke. Within a broken stretch brackets and quotes count
 * for nothing, so marks serve that a message inside a record does not have:
 *
 * <ul>
 *   <li>an opening brace that begins a line and is indented no deeper than the record that broke;
 *   <li>the same behind the record separator of JSON text sequences (RFC 7464);
 *   <li>an opening brace followed by the key that records of this file begin with;
 *   <li>one followed by the identifier that records have by the contract, unless a record broke and
 *       a colon says that the object is a field's value. It serves where nothing of the file could
 *       be read yet.
 * </ul>
 */
final class RecordStarts {

  private static final int MAX_KEYS = 16;
  private static final int MAX_KEY_LENGTH = 128;
  private static final int MAX_SPACE = 1024;
  private static final int MAX_NESTED_ARRAYS = 8;
  private static final byte RECORD_SEPARATOR = 0x1e;
  private static final Pattern IDENTIFIER =
      Pattern.compile("\"(chat|ticket)[_-]?id\"", Pattern.CASE_INSENSITIVE);
  private static final int NO_LINE_START = Integer.MAX_VALUE;

  private final ByteWindow window;
  private final List<byte[]> firstKeys = new ArrayList<>();

  RecordStarts(ByteWindow window) {
    this.window = window;
  }

  /** Remembers the first key of the whole record that the window begins with. */
  void learnFirstKey() throws IOException {
    byte[] key = firstKeyAt(0);
    if (key != null && firstKeys.size() < MAX_KEYS && !isKnown(key)) {
      firstKeys.add(key);
    }
  }

  /** Whether the position holds an opening brace and a first key that whole records had. */
  boolean knownRecordAt(int position) throws IOException {
    byte[] key = firstKeyAt(position);
    return key != null && isKnown(key);
  }

  private boolean isKnown(byte[] key) {
    return firstKeys.stream().anyMatch(known -> Arrays.equals(known, key));
  }

  /**
   * A search that begins behind the window's first byte.
   *
   * @param indentation up to which a brace that begins a line begins a record
   */
  Search search(int indentation) throws IOException {
    return new Search(indentation, firstKeyAt(0), window.at(0) == '{');
  }

  /** The quoted key behind the opening brace at the position; null where none is. */
  private byte[] firstKeyAt(int brace) throws IOException {
    if (!window.has(brace) || window.at(brace) != '{') {
      return null;
    }
    int quote = pastSpace(brace + 1);
    if (!window.has(quote) || window.at(quote) != '"') {
      return null;
    }
    for (int end = quote + 1; end < quote + MAX_KEY_LENGTH && window.has(end); end++) {
      byte each = window.at(end);
      if (each == '"') {
        return window.copy(quote, end + 1 - quote);
      }
      if (each == '\\' || each == '\n') {
        return null;
      }
    }
    return null;
  }

  /** The first position from the given one on that holds no white space. */
  int pastSpace(int position) throws IOException {
    int end = position;
    while (end < position + MAX_SPACE && window.has(end) && isSpace(window.at(end))) {
      end++;
    }
    return end;
  }

  /** White space, and the record separator. */
  static boolean isSpace(byte each) {
    return each == ' ' || each >= '\t' && each <= '\r' || each == RECORD_SEPARATOR;
  }

  /** One search, fed position by position. */
  final class Search implements BrokenStretch.End {

    private final int indentation;
    private final byte[] ownKey;
    private final boolean inRecord;
    private int column = NO_LINE_START;

    private Search(int indentation, byte[] ownKey, boolean inRecord) {
      this.indentation = indentation;
      this.ownKey = ownKey;
      this.inRecord = inRecord;
    }

    /** Whether a record begins at the position, which follows that of the call before. */
    @Override
    public boolean at(int position) throws IOException {
      byte each = window.at(position);
      if (each == '\n' || each == RECORD_SEPARATOR) {
        column = 0;
        return false;
      }
      if (each == '{') {
        boolean beginsLine = column <= indentation && continuesAsObject(position);
        column = NO_LINE_START;
        return beginsLine || hasFirstKey(position);
      }
      if (each == '[' && column <= indentation) {
        int next = pastBrackets(position);
        column = NO_LINE_START;
        return window.has(next) && window.at(next) == '{' && continuesAsObject(next);
      }
      if (isSpace(each) && column != NO_LINE_START) {
        column++;
      } else if (each != ',') {
        column = NO_LINE_START;
      }
      return false;
    }

    private boolean continuesAsObject(int brace) throws IOException {
      int next = pastSpace(brace + 1);
      return window.has(next) && (window.at(next) == '"' || window.at(next) == '}');
    }

    private int pastBrackets(int bracket) throws IOException {
      int next = pastSpace(bracket + 1);
      for (int i = 1; i < MAX_NESTED_ARRAYS && window.has(next) && window.at(next) == '['; i++) {
        next = pastSpace(next + 1);
      }
      return next;
    }

    private boolean hasFirstKey(int brace) throws IOException {
      byte[] key = firstKeyAt(brace);
      return key != null
          && (isKnown(key)
              || Arrays.equals(key, ownKey)
              || isIdentifier(key) && !(inRecord && isValue(brace)));
    }

    private boolean isIdentifier(byte[] key) {
      return IDENTIFIER.matcher(new String(key, StandardCharsets.UTF_8)).matches();
    }

    private boolean isValue(int brace) throws IOException {
      int before = brace - 1;
      while (before > 0 && isSpace(window.at(before))) {
        before--;
      }
      return before >= 0 && window.at(before) == ':';
    }
  }
}
