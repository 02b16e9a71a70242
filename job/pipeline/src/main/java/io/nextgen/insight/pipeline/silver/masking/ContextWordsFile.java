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
    List<String> section = List.of();
    for (String line : lines) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        String name = line.substring(1, line.indexOf(']'));
        if (sections.put(name, section) != null) {
          throw new IllegalStateException("%s: section [%s] occurs twice".formatted(file, name));
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.addAll(List.of(line.split(" *, *")));
      }
    }
    return new ContextWordsFile(sections);
  }
}
