package io.nextgen.insight.pipeline.silver.masking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The context words of one language, from its file in the folder {@code context} beside this class.
 * A line {@code [month]} begins a section; words and phrases in it are parted by commas and line
 * ends. They are in lower case, with their accents. A line that begins with {@code #} is a comment.
 *
 * @param sections the entries of each section, in order
 */
record ContextWordsFile(Map<String, List<String>> sections) {

  /** The file of a language, or the one that all share. */
  static ContextWordsFile of(String name) {
    String file = "context/" + name + ".words";
    try (InputStream in = ContextWordsFile.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(file, lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The context words " + file + " cannot be read", e);
    }
  }

  private static ContextWordsFile parse(String file, List<String> lines) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("[") && line.endsWith("]")) {
        section = new ArrayList<>();
        if (sections.put(line.substring(1, line.length() - 1), section) != null) {
          throw invalid(file, i, "a section that is there already");
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        if (section == null) {
          throw invalid(file, i, "words before the first section");
        }
        section.addAll(List.of(line.split(" *, *")));
      }
    }
    return new ContextWordsFile(sections);
  }

  private static IllegalStateException invalid(String file, int line, String what) {
    return new IllegalStateException("%s, line %d: %s".formatted(file, line + 1, what));
  }
}
