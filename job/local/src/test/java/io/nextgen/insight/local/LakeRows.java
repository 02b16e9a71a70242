package io.nextgen.insight.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A lake's tables as {@code job/export} gives them. */
final class LakeRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LakeRows() {}

  /** A table's rows; none where there is no table yet. */
  static List<JsonNode> of(Path lake, String table) {
    if (Files.notExists(lake.resolve(table.replace('.', '/')).resolve("_delta_log"))) {
      return List.of();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Export.run(new String[] {table, "--lake", lake.toString()}, out, new PrintStream(out));
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
