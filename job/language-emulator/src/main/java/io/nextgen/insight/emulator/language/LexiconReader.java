package io.nextgen.insight.emulator.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads a lexicon's resource file: {@code [section]} lines, each followed by terms separated by
 * commas.
 *
 * <p>Sections: a number is the valence of the terms that follow; {@code boost N} is for words that
 * strengthen (or, with a negative number, weaken) what follows them; {@code negators}, {@code near
 * negators}, {@code contrasts}, {@code unreal} and {@code stopwords} are lists. What follows a
 * {@code #} at the start of a line is a comment.
 */
final class LexiconReader {

  private static final Set<String> LISTS =
      Set.of("negators", "near negators", "contrasts", "unreal", "stopwords");

  private final String name;
  private final Map<String, Double> terms = new HashMap<>();
  private final Map<String, Double> boosters = new HashMap<>();
  private final Map<String, Set<String>> lists = new HashMap<>();
  private String section = "";

  private LexiconReader(String name) {
    this.name = name;
    LISTS.forEach(list -> lists.put(list, new HashSet<>()));
  }

  /**
   * Reads the lexicon of a language.
   *
   * @param language an ISO 639-1 code that has a resource {@code lexicon-CODE.txt}
   * @throws IllegalStateException for a file that does not follow the format, naming the line
   */
  static Lexicon read(String language) {
    LexiconReader reader = new LexiconReader("lexicon-" + language + ".txt");
    try (InputStream in = LexiconReader.class.getResourceAsStream(reader.name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + reader.name + " on the classpath");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.take(line.strip(), ++number);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + reader.name, broken);
    }
    return new Lexicon(
        reader.terms,
        reader.boosters,
        reader.lists.get("negators"),
        reader.lists.get("near negators"),
        reader.lists.get("contrasts"),
        reader.lists.get("unreal"),
        reader.lists.get("stopwords"));
  }

  private void take(String line, int number) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[") && line.endsWith("]")) {
      section = line.substring(1, line.length() - 1).strip();
      return;
    }
    for (String term : line.split(",")) {
      if (!term.isBlank()) {
        add(term.strip(), number);
      }
    }
  }

  private void add(String term, int number) {
    if (lists.containsKey(section)) {
      lists.get(section).add(term);
      return;
    }
    boolean boost = section.startsWith("boost ");
    double value;
    try {
      value = Double.parseDouble(boost ? section.substring("boost ".length()) : section);
    } catch (NumberFormatException unknown) {
      throw new IllegalStateException(
          name + " line " + number + ": no such section: [" + section + "]", unknown);
    }
    Double before = (boost ? boosters : terms).put(term, value);
    if (before != null) {
      throw new IllegalStateException(name + " line " + number + ": \"" + term + "\" stands twice");
    }
  }
}
