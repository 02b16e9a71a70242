package io.nextgen.insight.pipeline.gold.vocabulary;

import io.nextgen.insight.pipeline.gold.vocabulary.PhrasePattern.WordPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a vocabulary file. A line that begins in the first column names an entry or, with
 * {@code @}, a group of words; the indented lines below an entry are its patterns, one a line.
 * {@code #} begins a comment where white space or nothing stands before it and white space after
 * it.
 *
 * <table>
 *   <caption>What a pattern is made of</caption>
 *   <tr><td>{@code router}</td><td>this word</td></tr>
 *   <tr><td>{@code drop*}</td><td>a word that begins so</td></tr>
 *   <tr><td>{@code (slow, very slow, sluggish)}</td><td>one of these</td></tr>
 *   <tr><td>{@code @device}</td><td>one of the group, which is defined above</td></tr>
 *   <tr><td>{@code ~3}</td><td>up to three other words in between</td></tr>
 *   <tr><td>{@code ##}</td><td>a word with a digit, such as 503</td></tr>
 *   <tr><td>{@code - no service fee}</td><td>an exception: where these words stand, the entry is
 *       not meant</td></tr>
 * </table>
 */
final class VocabularyReader {

  /** One pattern of an entry. */
  record Line(String entry, boolean exception, PhrasePattern pattern) {}

  private static final Pattern GROUP = Pattern.compile("@([a-z_]+)\\s*=\\s*(\\S.*)");
  private static final Pattern ENTRY = Pattern.compile("[A-Z][A-Z_]*");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#(\\s.*)?$");
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*(?:\\(([^()]*)\\)|@([a-z_]+)|~(\\d)|(##|[\\p{L}\\p{N}'-]+\\*?))(?=\\s|$)");

  private final String name;
  private final Map<String, List<List<WordPattern>>> groups = new HashMap<>();
  private final Map<String, List<Line>> entries = new LinkedHashMap<>();
  private String entry;
  private int lineNumber;

  /**
   * @param name of the file, for messages
   */
  VocabularyReader(String name) {
    this.name = name;
  }

  /**
   * @return the patterns in the file's order
   * @throws IllegalArgumentException where a line is not what it should be; the message names it
   */
  List<Line> read(Reader source) throws IOException {
    BufferedReader lines = new BufferedReader(source);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      lineNumber++;
      String content = COMMENT.matcher(line).replaceAll("").stripTrailing();
      if (!content.isBlank()) {
        readLine(content);
      }
    }
    entries.forEach(
        (entryName, patterns) -> {
          if (patterns.stream().allMatch(Line::exception)) {
            throw new IllegalArgumentException(
                "%s: the entry %s has no pattern".formatted(name, entryName));
          }
        });
    return entries.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The words of a group whose words stand alone; empty where the file doesn't define it.
   *
   * @throws IllegalArgumentException where the group has a phrase of several words
   */
  List<WordPattern> singleWords(String groupName) {
    List<WordPattern> words = new ArrayList<>();
    for (List<WordPattern> alternative : groups.getOrDefault(groupName, List.of())) {
      if (alternative.size() > 1) {
        throw new IllegalArgumentException(
            "%s: @%s takes single words only".formatted(name, groupName));
      }
      words.addAll(alternative);
    }
    return words;
  }

  private void readLine(String content) {
    if (Character.isWhitespace(content.charAt(0))) {
      readPattern(content.strip());
    } else if (content.charAt(0) == '@') {
      Matcher group = GROUP.matcher(content);
      check(group.matches(), "a group is written '@name = word, word'");
      groups
          .computeIfAbsent(group.group(1), unknown -> new ArrayList<>())
          .addAll(alternatives(group.group(2)));
    } else {
      check(ENTRY.matcher(content).matches(), "an entry's name is written LIKE_THIS");
      check(entries.put(content, new ArrayList<>()) == null, "the entry is there already");
      entry = content;
    }
  }

  private void readPattern(String content) {
    check(entry != null, "a pattern belongs below an entry's name");
    boolean exception = content.startsWith("- ");
    entries
        .get(entry)
        .add(new Line(entry, exception, pattern(exception ? content.substring(2) : content)));
  }

  private PhrasePattern pattern(String content) {
    List<PhraseStep> steps = new ArrayList<>();
    int gap = 0;
    int gaps = 0;
    int at = 0;
    Matcher item = ITEM.matcher(content);
    while (at < content.length()) {
      check(item.region(at, content.length()).lookingAt(), "cannot read '" + content + "'");
      at = item.end();
      if (item.group(3) != null) {
        check(gap == 0 && !steps.isEmpty(), "'~' belongs between two words");
        gap = Integer.parseInt(item.group(3));
        gaps++;
      } else {
        steps.add(new PhraseStep(gap, stepAlternatives(item)));
        gap = 0;
      }
    }
    check(gap == 0, "'~' belongs between two words");
    check(
        gaps <= PhrasePattern.MAX_GAPS
            && steps.stream().allMatch(step -> step.maxGap() <= PhrasePattern.MAX_GAP),
        "a pattern has at most %d gaps of at most %d words"
            .formatted(PhrasePattern.MAX_GAPS, PhrasePattern.MAX_GAP));
    return new PhrasePattern(List.copyOf(steps));
  }

  private List<List<WordPattern>> stepAlternatives(Matcher item) {
    if (item.group(1) != null) {
      return alternatives(item.group(1));
    }
    if (item.group(2) != null) {
      String groupName = item.group(2);
      check(groups.containsKey(groupName), "no group @" + groupName + " is defined above");
      return List.copyOf(groups.get(groupName));
    }
    return List.of(List.of(word(item.group(4))));
  }

  private List<List<WordPattern>> alternatives(String commaSeparated) {
    List<List<WordPattern>> alternatives = new ArrayList<>();
    for (String part : commaSeparated.split(",")) {
      String alternative = part.strip();
      check(!alternative.isEmpty(), "nothing stands between two commas");
      if (alternative.charAt(0) == '@') {
        String groupName = alternative.substring(1);
        check(groups.containsKey(groupName), "no group @" + groupName + " is defined above");
        alternatives.addAll(groups.get(groupName));
      } else {
        List<WordPattern> words = new ArrayList<>();
        for (String word : alternative.split("\\s+")) {
          words.add(word(word));
        }
        alternatives.add(List.copyOf(words));
      }
    }
    return List.copyOf(alternatives);
  }

  private WordPattern word(String written) {
    if (written.equals("##")) {
      return WordPattern.NUMBER;
    }
    boolean prefix = written.endsWith("*");
    String letters = prefix ? written.substring(0, written.length() - 1) : written;
    Words words = Words.of(letters);
    check(words.size() == 1, "'" + written + "' is not one word");
    return new WordPattern(words.get(0).spelling(), prefix);
  }

  private void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException("%s, line %d: %s".formatted(name, lineNumber, message));
    }
  }
}
