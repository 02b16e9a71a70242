package io.nextgen.insight.pipeline.config;

import java.util.regex.Pattern;

/** A given value as messages name it: on one line, not too long, and never a secret. */
public final class QuotedValue {
  private static final int MAX_LENGTH = 120;

  /** A key or token, in Base64 or hexadecimal, that was given where its file's name belongs. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])([A-Za-z0-9+_-][A-Za-z0-9+/_-]{30,}|[A-Za-z0-9+/_-]{31,}=)=*"
              + "|[0-9a-fA-F]{32,}");

  private QuotedValue() {}

  /** The value in single quotes; what looks like a secret is replaced by a remark. */
  public static String of(String value) {
    if (SECRET.matcher(value.strip()).matches()) {
      return "a text that looks like a secret (not shown)";
    }
    String line = value.replaceAll("\\p{Cntrl}", "\uFFFD");
    int end = Math.min(line.length(), MAX_LENGTH);
    return "'" + line.substring(0, end) + (end < line.length() ? "..." : "") + "'";
  }
}
