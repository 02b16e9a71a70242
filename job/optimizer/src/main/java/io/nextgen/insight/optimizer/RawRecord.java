package io.nextgen.insight.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds values in a record's text as it landed, which need not be JSON, or not to its end. Keys are
 * read as the Flink job reads them: without regard to letter case, {@code _} and {@code -}.
 */
final class RawRecord {
  /**
   * A key and the beginning of its value; a quote that is escaped is within a text, and begins no
   * key. Without a bound, Java's matcher would recurse once for each character.
   */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<!\\\\)\"([A-Za-z_\\- ]{2,40})\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,200}+)\"?|(-?[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+))");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.@#/+-]+");
  private static final Pattern WORD_ENDS = Pattern.compile("^[./#+-]+|[./#+-]+$");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\p{N}{1,4}");

  private RawRecord() {}

  /** Values of a key, at any depth, as they are written. */
  static List<String> values(String text, String key) {
    return values(text, key, Function.identity(), Function.identity());
  }

  /** Ids under a key, at any depth, in the spelling of the tables. */
  static List<String> ids(String text, String key) {
    return values(text, key, CustomerId::ofText, CustomerId::ofNumber);
  }

  private static List<String> values(
      String text, String key, Function<String, String> ofText, Function<String, String> ofNumber) {
    String wanted = spelling(key);
    List<String> values = new ArrayList<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      if (spelling(field.group(1)).equals(wanted)) {
        String number = field.group(3);
        values.add(
            number != null ? ofNumber.apply(number) : ofText.apply(unescaped(field.group(2))));
      }
    }
    return values;
  }

  /**
   * What may be an id: words of letters and digits, in the spelling of the tables. A number of up
   * to four digits is none, with a fraction of zeros or without.
   */
  static Stream<String> words(String text) {
    return WORD.matcher(unescaped(text))
        .results()
        .map(word -> WORD_ENDS.matcher(word.group()).replaceAll(""))
        .map(CustomerId::ofText)
        .filter(word -> !word.isEmpty() && !SHORT_NUMBER.matcher(word).matches())
        .distinct();
  }

  private static String spelling(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return UNICODE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(escape.group(1), 16))))
        .replaceAll("\\\\[nrtbf]", " ")
        .replaceAll("\\\\(.)", "$1");
  }
}
