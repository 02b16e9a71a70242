package io.nextgen.insight.pipeline.silver.masking;

import java.util.BitSet;

/** Web addresses: from "://" or "www." to the next space. Numbers in them belong to pages. */
final class WebAddress {
  private WebAddress() {}

  /** The places of a lower-case text that web addresses take up. */
  static BitSet placesIn(String lower) {
    BitSet places = new BitSet();
    mark(lower, "://", places);
    mark(lower, "www.", places);
    return places;
  }

  private static void mark(String lower, String sign, BitSet places) {
    int start = lower.indexOf(sign);
    while (start >= 0) {
      int end = start + sign.length();
      while (end < lower.length() && !Character.isWhitespace(lower.charAt(end))) {
        end++;
      }
      places.set(start, end);
      start = lower.indexOf(sign, end);
    }
  }
}
