package io.nextgen.insight.optimizer;

import java.util.Locale;

/** Bytes as people read them. */
final class Sizes {
  private Sizes() {}

  static String format(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1024 && unit < 3) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %sB", value, "KMGT".charAt(unit));
  }
}
