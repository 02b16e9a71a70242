package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.bronze.ResourceLines.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Ids that name nobody: what sources write where there is no customer or ticket. Taken for ids,
 * they would make one customer of everybody whom a source does not know.
 */
final class PlaceholderIds {

  private static final PlaceholderIds SHIPPED =
      new PlaceholderIds(ResourceLines.read("placeholder-ids.txt"));

  private final Set<String> words = new HashSet<>();
  private final int longest;

  /**
   * @throws IllegalStateException for a line that is not in the form in which ids are compared, or
   *     comes twice
   */
  PlaceholderIds(List<Line> lines) {
    for (Line line : lines) {
      if (!line.text().equals(comparable(line.text()))) {
        throw line.mistake(
            "'%s' never matches; write '%s'".formatted(line.text(), comparable(line.text())));
      }
      if (!words.add(line.text())) {
        throw line.mistake("'%s' comes twice".formatted(line.text()));
      }
    }
    longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Whether an id is a word for none, or has neither letter nor digit. */
  static boolean isWord(String id) {
    return SHIPPED.matches(id);
  }

  /**
   * Whether a reference to another record stands for none: a placeholder, or zeros alone, such as 0
   * and the UUID of zeros. A record's own id may be 0: some sources count from there.
   */
  static boolean isReference(String id) {
    return isWord(id) || isZero(id);
  }

  boolean matches(String id) {
    if (id.equals("-1")) {
      return true;
    }
    // Ids are mostly numbers and longer than any word.
    if (isAscii(id) && lettersAndDigits(id) > longest) {
      return false;
    }
    String comparable = comparable(id);
    return comparable.isEmpty() || words.contains(comparable);
  }

  private static boolean isZero(String id) {
    return id.chars().allMatch(each -> each == '0' || each == '-') && id.indexOf('0') >= 0;
  }

  private static boolean isAscii(String id) {
    return id.chars().allMatch(each -> each < 128);
  }

  private static long lettersAndDigits(String id) {
    return id.chars().filter(Character::isLetterOrDigit).count();
  }

  /** Letters and digits alone, in lower case. */
  private static String comparable(String id) {
    StringBuilder text = new StringBuilder();
    Labels.readable(id)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
