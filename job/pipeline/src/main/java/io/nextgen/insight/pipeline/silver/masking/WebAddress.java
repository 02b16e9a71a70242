package io.nextgen.insight.pipeline.silver.masking;

import java.util.BitSet;

/**
 * Web addresses: from "://" or "www.", or a domain with a path, to the next space. Numbers in them
 * belong to pages.
 */
final class WebAddress {
  private static final int LONGEST_SUFFIX = 16;

  private WebAddress() {}

  /** The places of a lower-case text that web addresses take up. */
  static BitSet placesIn(String lower) {
    BitSet places = new BitSet();
    mark(lower, "://", places);
    mark(lower, "www.", places);
    for (int slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', slash + 1)) {
      if (!places.get(slash) && isBehindDomain(lower, slash)) {
        places.set(slash, end(lower, slash));
      }
    }
    return places;
  }

  /** "example.com/": letters behind a point behind a letter or digit. */
  private static boolean isBehindDomain(String lower, int slash) {
    int i = slash;
    while (i > 0 && slash - i < LONGEST_SUFFIX && Ascii.isLetter(lower.charAt(i - 1))) {
      i--;
    }
    return slash - i >= 2
        && i > 1
        && lower.charAt(i - 1) == '.'
        && Ascii.isLetterOrDigit(lower.charAt(i - 2));
  }

  private static int end(String lower, int from) {
    int end = from;
    while (end < lower.length() && !Character.isWhitespace(lower.charAt(end))) {
      end++;
    }
    return end;
  }

  private static void mark(String lower, String sign, BitSet places) {
    int start = lower.indexOf(sign);
    while (start >= 0) {
      int end = end(lower, start + sign.length());
      places.set(start, end);
      start = lower.indexOf(sign, end);
    }
  }
}
