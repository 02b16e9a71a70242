package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands where a personal value stood: {@code [PHONE_2]}. */
final class MaskToken {
  private static final Pattern TOKEN =
      Pattern.compile(
          Stream.of(PiiKind.values())
              .map(PiiKind::name)
              .collect(Collectors.joining("|", "\\[(?:", ")_\\d{1,9}]")));

  private MaskToken() {}

  static String of(PiiKind kind, int number) {
    return "[" + kind + "_" + number + "]";
  }

  /** Whether the value is nothing but a token. */
  static boolean isToken(String value) {
    return TOKEN.matcher(value).matches();
  }

  /** The places of a text that tokens take up already. */
  static BitSet placesIn(String text) {
    BitSet places = new BitSet();
    if (text.indexOf('[') >= 0) {
      Matcher token = TOKEN.matcher(text);
      while (token.find()) {
        places.set(token.start(), token.end());
      }
    }
    return places;
  }
}
