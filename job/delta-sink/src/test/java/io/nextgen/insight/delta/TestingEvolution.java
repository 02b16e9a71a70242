package io.nextgen.insight.delta;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.DataTypes.Field;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.RowType;

/**
 * Writes, as the main program of a process, a table whose schema the sink changes: it gets a wider
 * integer, and then a new column.
 *
 * <p>Argument: a folder; the table is {@code table} in it.
 */
final class TestingEvolution {

  private static final SchemaEvolution ALLOWED = new SchemaEvolution(true, true);

  private TestingEvolution() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Field id = DataTypes.FIELD("id", DataTypes.BIGINT());
    Field narrow = DataTypes.FIELD("n", DataTypes.SMALLINT());
    Field wide = DataTypes.FIELD("n", DataTypes.INT());
    Field added = DataTypes.FIELD("added", DataTypes.STRING(), "came later");
    lake(folder, id, narrow).append(ALLOWED, "one", 1, GenericRowData.of(1L, (short) 1));
    lake(folder, id, wide).append(ALLOWED, "two", 1, GenericRowData.of(2L, 100_000));
    lake(folder, id, wide, added)
        .append(ALLOWED, "three", 1, GenericRowData.of(3L, 3, StringData.fromString("text")));
    lake(folder, id, wide).append(ALLOWED, "two", 2, GenericRowData.of(4L, -4));
  }

  private static TestingLake lake(Path folder, Field... fields) {
    TableDefinition plain =
        TestingLake.of(folder, (RowType) DataTypes.ROW(fields).getLogicalType()).definition();
    return new TestingLake(
        new TableDefinition(
            plain.path(),
            plain.rowType(),
            List.of(),
            null,
            Map.of(SchemaEvolution.TYPE_WIDENING, "true")));
  }
}
