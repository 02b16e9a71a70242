package io.nextgen.insight.pipeline.silver.masking;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers that machines make: UUIDs and hashes, trace and session identifiers in hexadecimal
 * digits. Nothing inside of one is a value by itself, whatever it looks like.
 */
final class OpaqueId {
  /** RFC 9562, and 16 hexadecimal digits or more that are not a number. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:"
              + "\\p{XDigit}{8}([-_])\\p{XDigit}{4}(?:\\1\\p{XDigit}{4}){2}\\1\\p{XDigit}{12}"
              + "|(?=\\d*[A-Fa-f])(?=[A-Fa-f]*\\d)\\p{XDigit}{16,128}"
              + ")(?![0-9A-Za-z])");

  /** Each place that is in the same identifier as the next. */
  private final BitSet places = new BitSet();

  /** Those of a text. */
  OpaqueId(String text) {
    Matcher id = WRITTEN.matcher(text);
    while (id.find()) {
      places.set(id.start(), id.end() - 1);
    }
  }

  /** Whether a value is such an identifier and nothing else, in braces or without. */
  static boolean is(String value) {
    String bare = value.strip();
    boolean braces = bare.startsWith("{") && bare.endsWith("}");
    return WRITTEN.matcher(braces ? bare.substring(1, bare.length() - 1) : bare).matches();
  }

  /** Whether the finding would take a part out of such an identifier, and not all of it. */
  boolean isCutBy(Finding finding) {
    return finding.start() > 0 && places.get(finding.start() - 1) || places.get(finding.end() - 1);
  }
}
