package io.nextgen.insight.emulator;

import java.util.Locale;
import java.util.Set;

/** The language codes that the service accepts for sentiment analysis and key phrase extraction. */
final class SupportedLanguages {

  private static final String CODES =
      "af, am, ar, as, az, be, bg, bn, br, bs, ca, cs, cy, da, de, el, en, eo, es, et, eu, fa, fi, fil, fr,"
          + " fy, ga, gd, gl, gu, ha, he, hi, hr, hu, hy, id, it, ja, jv, ka, kk, km, kn, ko, ku, ky, la, lo,"
          + " lt, lv, mg, mk, ml, mn, mr, ms, my, nb, ne, nl, no, om, or, pa, pl, ps, pt, ro, ru, sa, sd, si,"
          + " sk, sl, so, sq, sr, su, sv, sw, ta, te, th, tl, tr, ug, uk, ur, uz, vi, xh, yi, zh";

  private static final Set<String> ALL = Set.of(CODES.split(", "));

  private SupportedLanguages() {}

  /** Whether the service takes this code; an empty one stands for English. */
  static boolean contains(String code) {
    return code.isEmpty() || ALL.contains(code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }

  /** All codes, for the message to who sent another. */
  static String listed() {
    return CODES;
  }
}
