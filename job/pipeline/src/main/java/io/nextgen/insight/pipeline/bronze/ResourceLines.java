package io.nextgen.insight.pipeline.bronze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text resource of this package, without comments and blank lines. */
final class ResourceLines {

  /**
   * A line, with where it stands.
   *
   * @param number from 1
   */
  record Line(String resource, int number, String text) {

    IllegalStateException mistake(String what) {
      return new IllegalStateException("%s, line %d: %s".formatted(resource, number, what));
    }
  }

  private ResourceLines() {}

  /**
   * @throws IllegalStateException when there is no such resource
   */
  static List<Line> read(String resource) {
    try (InputStream in = ResourceLines.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource %s is missing".formatted(resource));
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(resource, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + resource, e);
    }
  }

  static List<Line> parse(String resource, List<String> texts) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        lines.add(new Line(resource, i + 1, text));
      }
    }
    return List.copyOf(lines);
  }
}
