package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.bronze.ResourceLines.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The capitals of labels: one at each word, and what a file says of codes, small words and names
 * with a capital within. The same label gets the same spelling, whatever the source's capitals.
 */
final class LabelSpellings {

  static final LabelSpellings SHIPPED =
      new LabelSpellings(ResourceLines.read("label-spellings.txt"));

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");

  /** {@code Austin, TX}: what two letters after a comma are. */
  private static final Pattern STATE = Pattern.compile(", \\p{L}{2}$");

  private final Map<String, String> labels = new HashMap<>();
  private final Set<String> smallWords = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();

  /**
   * @throws IllegalStateException for a line of no known kind, or one that comes twice
   */
  LabelSpellings(List<Line> lines) {
    for (Line line : lines) {
      String[] parts = line.text().split(" ", 2);
      if (parts.length < 2) {
        throw line.mistake("expected a kind and a value: as, small or prefix");
      }
      String key = parts[1].toLowerCase(Locale.ROOT);
      boolean isNew =
          switch (parts[0]) {
            case "as" -> labels.put(key, parts[1]) == null;
            case "small" -> smallWords.add(key);
            case "prefix" -> prefixes.add(key);
            default -> throw line.mistake("'%s' is not as, small or prefix".formatted(parts[0]));
          };
      if (!isNew) {
        throw line.mistake("'%s' comes twice".formatted(parts[1]));
      }
    }
  }

  String spell(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    String known = labels.get(lower);
    if (known != null) {
      return known;
    }
    String spelled = WORD.matcher(lower).replaceAll(word -> word(word.group(), word.start() == 0));
    return STATE.matcher(spelled).replaceAll(state -> state.group().toUpperCase(Locale.ROOT));
  }

  private String word(String word, boolean first) {
    if (!first && smallWords.contains(word)) {
      return word;
    }
    String straight = word.replace('’', '\'');
    for (String prefix : prefixes) {
      // Two letters more, or "Mc's" would have them.
      if (straight.startsWith(prefix) && word.length() > prefix.length() + 1) {
        return capital(word.substring(0, prefix.length()))
            + capital(word.substring(prefix.length()));
      }
    }
    return capital(word);
  }

  private static String capital(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }
}
