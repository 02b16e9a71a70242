package io.nextgen.insight.pipeline.landing;

import java.util.regex.Pattern;

/** Patterns of names with * and ?, in any letter case. */
final class Glob {

  private Glob() {}

  static Pattern compile(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (char each : pattern.toCharArray()) {
      regex.append(
          switch (each) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(each));
          });
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
