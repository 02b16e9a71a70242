package io.nextgen.insight.pipeline.silver.masking;

import java.util.ArrayList;
import java.util.List;

/**
 * A value in a web address: what a parameter has, a part of the path, or the rest of it.
 *
 * @param start in the text around
 * @param end exclusive
 * @param name of the parameter; of a part of the path the part before it; empty where there is none
 * @param isParameter whether it has a name of its own, or stands among parameters
 */
record WebValue(int start, int end, String name, boolean isParameter) {

  /** The values of an address, in order. */
  static List<WebValue> of(ShadowText shadow, WebAddress address) {
    return new Reader(shadow, address).read();
  }

  /** Goes through an address sign by sign; signs that are encoded belong to the values. */
  private static final class Reader {
    private final ShadowText shadow;
    private final String text;
    private final WebAddress address;
    private final List<WebValue> values = new ArrayList<>();
    private int start;

    /** The parameter whose value is read; null in a path. */
    private String name;

    /** How often its {@code =} is encoded. */
    private int nameDepth;

    private String before = "";
    private boolean amongParameters;

    Reader(ShadowText shadow, WebAddress address) {
      this.shadow = shadow;
      this.text = shadow.text();
      this.address = address;
      this.start = address.bodyStart();
    }

    List<WebValue> read() {
      for (int i = address.bodyStart(); i < address.end(); i++) {
        char c = text.charAt(i);
        if (name == null && c == '=' && shadow.depth(i) <= address.depth() && i > start) {
          name = text.substring(start, i);
          nameDepth = shadow.depth(i);
          start = i + 1;
        } else if (isEndOfValue(c, i)) {
          close(i);
          amongParameters |= c == '?' || c == '&';
        }
      }
      close(address.end());
      return values;
    }

    private boolean isEndOfValue(char c, int i) {
      if (name == null) {
        return "/?&#;".indexOf(c) >= 0 && shadow.depth(i) <= address.depth();
      }
      boolean path = !amongParameters && (c == '/' || c == '?');
      boolean next = path || c == '&' || c == '#' || c == ';' && isBeforeName(i + 1);
      return next && shadow.depth(i) <= nameDepth;
    }

    /** Whether the semicolon parts parameters, and is none of a value's signs. */
    private boolean isBeforeName(int from) {
      int i = from;
      while (i < address.end()
          && (Ascii.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
        i++;
      }
      return i > from && i < address.end() && text.charAt(i) == '=';
    }

    private void close(int end) {
      if (start < end) {
        boolean parameter = name != null || amongParameters;
        values.add(new WebValue(start, end, name == null ? before : name, parameter));
        before = name == null ? text.substring(start, end) : "";
      }
      start = end + 1;
      name = null;
    }
  }

  /** Without the name, which may be what somebody typed. */
  @Override
  public String toString() {
    return "WebValue[%d to %d]".formatted(start, end);
  }
}
