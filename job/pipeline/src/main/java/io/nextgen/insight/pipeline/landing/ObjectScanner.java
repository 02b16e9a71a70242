package io.nextgen.insight.pipeline.landing;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Follows the structure of one JSON object (RFC 8259) to its closing brace, in as many pieces as
 * its bytes come. Strict where it tells a whole object from a cut one (brackets, colons, commas, no
 * line break inside a string), indifferent to the rest, which is the parser's: what a bare word is,
 * what an escape means, control characters in strings, a trailing comma. Nesting costs a bit a
 * level.
 */
final class ObjectScanner {

  enum State {
    /** The object goes on beyond the bytes seen so far. */
    OPEN,
    /** The object has been closed. */
    CLOSED,
    /** No object can go on like this. */
    BROKEN
  }

  private enum Expect {
    VALUE,
    VALUE_OR_END,
    KEY_OR_END,
    COLON,
    COMMA_OR_END
  }

  private static final boolean[] WORD_BYTES = new boolean[256];

  static {
    Arrays.fill(WORD_BYTES, true);
    for (char each : " \t\r\n\"{}[],:".toCharArray()) {
      WORD_BYTES[each] = false;
    }
  }

  private final BitSet isArray = new BitSet();
  private State state;
  private Expect expect;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean inWord;
  private boolean multiLine;

  ObjectScanner() {
    reset();
  }

  /** Back to the start of an object. */
  void reset() {
    state = State.OPEN;
    expect = Expect.VALUE;
    depth = 0;
    inString = false;
    escaped = false;
    inWord = false;
    multiLine = false;
  }

  State state() {
    return state;
  }

  /** Whether the object goes over several lines, as far as it was seen. */
  boolean multiLine() {
    return multiLine;
  }

  /** What would have had to come where it broke or ended. */
  String expected() {
    if (inString) {
      return "a closing quote before the line ends";
    }
    return switch (expect) {
      case VALUE, VALUE_OR_END -> "a value";
      case KEY_OR_END -> "a key";
      case COLON -> "a colon";
      case COMMA_OR_END -> "a comma or a closing bracket";
    };
  }

  /**
   * Goes on.
   *
   * @param pauseAtLineBreak whether to stop behind the next line break that is not in a string
   * @return how many bytes it went: all of them while the object is open, up to and with the
   *     closing brace, or up to the byte that broke it
   */
  int scan(byte[] bytes, int from, int to, boolean pauseAtLineBreak) {
    int i = from;
    while (i < to) {
      if (inString) {
        i = scanString(bytes, i, to);
      } else {
        byte next = bytes[i];
        if (isWordByte(next)) {
          if (!inWord && !acceptValue()) {
            break;
          }
          inWord = true;
        } else {
          inWord = false;
          if (!acceptStructural(next)) {
            break;
          }
          if (next == '\n' && pauseAtLineBreak) {
            return i + 1 - from;
          }
        }
        i++;
      }
      if (state != State.OPEN) {
        return i - from;
      }
    }
    if (i < to) {
      state = State.BROKEN;
    }
    return i - from;
  }

  private int scanString(byte[] bytes, int from, int to) {
    int i = from;
    if (escaped) {
      escaped = false;
      i++;
    }
    while (i < to) {
      i = StringBytes.skipPlain(bytes, i, to);
      if (i == to) {
        break;
      }
      byte next = bytes[i];
      if (next == '"') {
        inString = false;
        return i + 1;
      }
      if (next == '\n') {
        state = State.BROKEN;
        return i;
      }
      if (next != '\\') {
        i++;
      } else if (i + 1 == to) {
        escaped = true;
        return to;
      } else {
        i += 2;
      }
    }
    return i;
  }

  private boolean acceptStructural(byte next) {
    switch (next) {
      case '\n':
        multiLine = true;
        return true;
      case ' ', '\t', '\r':
        return true;
      case '"':
        if (expect == Expect.KEY_OR_END) {
          expect = Expect.COLON;
        } else if (!acceptValue()) {
          return false;
        }
        inString = true;
        return true;
      case '{', '[':
        if (!acceptValue()) {
          return false;
        }
        isArray.set(depth++, next == '[');
        expect = next == '[' ? Expect.VALUE_OR_END : Expect.KEY_OR_END;
        return true;
      case '}', ']':
        return close(next == ']');
      case ',':
        if (expect != Expect.COMMA_OR_END) {
          return false;
        }
        expect = isArray.get(depth - 1) ? Expect.VALUE_OR_END : Expect.KEY_OR_END;
        return true;
      case ':':
        if (expect != Expect.COLON) {
          return false;
        }
        expect = Expect.VALUE;
        return true;
      default:
        return false;
    }
  }

  private boolean acceptValue() {
    if (expect != Expect.VALUE && expect != Expect.VALUE_OR_END) {
      return false;
    }
    expect = Expect.COMMA_OR_END;
    return true;
  }

  private boolean close(boolean array) {
    boolean mayEnd =
        expect == Expect.COMMA_OR_END
            || expect == (array ? Expect.VALUE_OR_END : Expect.KEY_OR_END);
    if (!mayEnd || isArray.get(depth - 1) != array) {
      return false;
    }
    depth--;
    expect = Expect.COMMA_OR_END;
    if (depth == 0) {
      state = State.CLOSED;
    }
    return true;
  }

  private static boolean isWordByte(byte each) {
    return WORD_BYTES[each & 0xff];
  }
}
