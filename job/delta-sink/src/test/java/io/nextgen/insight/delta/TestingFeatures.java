package io.nextgen.insight.delta;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.RowType;

/**
 * Appends rows to every table that Spark has made in a folder, and leaves beside each what became
 * of it: a file with the version that the commit made, or with the message of the refusal.
 */
public final class TestingFeatures {

  private TestingFeatures() {}

  public static void main(String[] arguments) throws Exception {
    try (Stream<Path> tables = Files.list(Path.of(arguments[0]).resolve("tables"))) {
      for (Path table : tables.filter(Files::isDirectory).sorted().toList()) {
        Files.writeString(table.resolveSibling(table.getFileName() + ".outcome"), append(table));
      }
    }
  }

  private static String append(Path table) throws Exception {
    TestingLake lake =
        new TestingLake(
            new TableDefinition(
                "file://" + table,
                rowType(table.getFileName().toString()),
                List.of(),
                null,
                Map.of()));
    try {
      for (long checkpoint = 1; checkpoint <= 2; checkpoint++) {
        lake.append(
            "app",
            checkpoint,
            GenericRowData.of(checkpoint, 10, StringData.fromString("sink " + checkpoint)));
      }
      return "appended";
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  /** What the tables are made for, unless their name says that the sink has another type. */
  private static RowType rowType(String table) {
    return (RowType)
        DataTypes.ROW(
                DataTypes.FIELD(
                    table.equals("other_letter_case") ? "ID" : "id",
                    table.equals("nullable_into_not_null")
                        ? DataTypes.BIGINT()
                        : DataTypes.BIGINT().notNull()),
                DataTypes.FIELD("n", DataTypes.INT()),
                DataTypes.FIELD("name", DataTypes.STRING()))
            .getLogicalType();
  }
}
