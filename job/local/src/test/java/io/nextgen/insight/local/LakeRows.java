package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A lake's tables as {@code job/export} gives them. */
final class LakeRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LakeRows() {}

  /** A table's rows; none where there is no table yet. */
  static List<JsonNode> of(Path lake, String table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      String[] command = {table, "--lake", lake.toString()};
      if (Export.run(command, out, new PrintStream(err)) != 0) {
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no Delta table");
        return List.of();
      }
      List<JsonNode> rows = new ArrayList<>();
      for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank()) {
          rows.add(JSON.readTree(line));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A column of a table, sorted. */
  static List<String> column(Path lake, String table, String column) {
    return of(lake, table).stream().map(row -> row.get(column).asText()).sorted().toList();
  }
}
