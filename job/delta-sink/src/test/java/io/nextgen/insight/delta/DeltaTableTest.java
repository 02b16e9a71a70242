package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.types.LongType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTableTest {

  private static final RowType ROW_TYPE =
      new RowType(
          List.of(
              new RowType.RowField("id", new BigIntType(), "the number"),
              new RowType.RowField("region", new VarCharType(10), "where")));

  private final Engine engine = DefaultEngine.create(new Configuration());

  @TempDir Path folder;

  @Test
  void createsATableThatOldReadersRead() {
    TableDefinition definition = definition(ROW_TYPE, "region");
    table(definition).createIfMissing(SchemaEvolution.NONE);

    Snapshot snapshot = new TestingTable(folder).snapshot();
    assertThat(snapshot.getVersion()).isZero();
    assertThat(snapshot.getPartitionColumnNames()).containsExactly("region");
    assertThat(snapshot.getSchema().get("id").getDataType()).isEqualTo(LongType.LONG);
    assertThat(snapshot.getSchema().get("id").getMetadata().getString("comment"))
        .isEqualTo("the number");
    assertThat(snapshot.getMetadata().getDescription()).contains("All numbers");
    assertThat(snapshot.getTableProperties()).containsEntry("delta.appendOnly", "true");
    assertThat(snapshot.getProtocol().getMinReaderVersion()).isEqualTo(1);
    assertThat(snapshot.getProtocol().getMinWriterVersion()).isEqualTo(2);
  }

  @Test
  void needsATableFeatureForTimestampsWithoutZoneOnly() {
    table(definition(row("at", DataTypes.TIMESTAMP(6).getLogicalType())))
        .createIfMissing(SchemaEvolution.NONE);

    Snapshot snapshot = new TestingTable(folder).snapshot();
    assertThat(snapshot.getProtocol().getMinReaderVersion()).isEqualTo(3);
    assertThat(snapshot.getProtocol().getReaderFeatures()).containsExactly("timestampNtz");
  }

  @Test
  void takesTheTableThatIsThere() {
    table(definition(ROW_TYPE)).createIfMissing(SchemaEvolution.NONE);
    RowType inOtherOrder =
        RowType.of(
            new LogicalType[] {new VarCharType(20), new BigIntType()},
            new String[] {"region", "id"});

    table(definition(inOtherOrder)).createIfMissing(SchemaEvolution.NONE);

    assertThat(new TestingTable(folder).version()).isZero();
  }

  @Test
  void namesTheColumnThatDoesNotFit() {
    table(definition(ROW_TYPE)).createIfMissing(SchemaEvolution.NONE);

    assertMisfit(row("id", new IntType()), "column 'id' is long in the table and integer");
    assertMisfit(row("name", new BigIntType()), "column 'name' is not in the table");
    assertMisfit(row("ID", new BigIntType()), "column 'ID' is not in the table, which has 'id'");
    assertThatThrownBy(
            () -> table(definition(ROW_TYPE, "region")).createIfMissing(SchemaEvolution.NONE))
        .hasMessageContaining("is partitioned by [], the sink by [region]");
  }

  @Test
  void namesTheNestedColumnThatDoesNotFit() {
    table(definition(row("outer", nested(DataTypes.INT().notNull()))))
        .createIfMissing(SchemaEvolution.NONE);

    assertMisfit(
        row("outer", nested(DataTypes.INT())),
        "column 'outer.list' has no null elements in the table");
    assertMisfit(
        row("outer", nested(DataTypes.STRING().notNull())),
        "column 'outer.list.element' is integer in the table and string");
  }

  @Test
  void namesARequiredColumnThatTheSinkLacks() {
    table(
            definition(
                RowType.of(
                    new LogicalType[] {new BigIntType(), new BigIntType(false)},
                    new String[] {"id", "required"})))
        .createIfMissing(SchemaEvolution.NONE);

    assertMisfit(row("id", new BigIntType()), "column 'required' is NOT NULL in the table");
    assertMisfit(
        RowType.of(
            new LogicalType[] {new BigIntType(), new BigIntType()},
            new String[] {"id", "required"}),
        "column 'required' is NOT NULL in the table and nullable in the sink");
  }

  @Test
  void refusesStringsLongerThanSparkHasDeclared() throws Exception {
    createAsSparkDoes("region", "__CHAR_VARCHAR_TYPE_STRING", "varchar(10)");

    table(definition(ROW_TYPE)).createIfMissing(SchemaEvolution.NONE);
    assertMisfit(
        row("region", new VarCharType(11)),
        "column 'region' is varchar(10) in the table and VARCHAR(11) in the sink");
    assertMisfit(row("region", VarCharType.STRING_TYPE), "and STRING in the sink");
  }

  @Test
  void refusesToLeaveOutAColumnWithADefault() throws Exception {
    createAsSparkDoes("region", "CURRENT_DEFAULT", "'EU'");

    table(definition(ROW_TYPE)).createIfMissing(SchemaEvolution.NONE);
    assertMisfit(row("id", new BigIntType()), "column 'region' has a default value in the table");
  }

  @Test
  void refusesColumnMapping() {
    TableDefinition mapped =
        new TableDefinition(
            folder.toUri().toString(),
            ROW_TYPE,
            List.of(),
            null,
            Map.of("delta.columnMapping.mode", "name"));

    assertThatThrownBy(() -> table(mapped).createIfMissing(SchemaEvolution.NONE))
        .hasMessageContaining("delta.columnMapping.mode = name");
  }

  /** What it would build on may be gone from the log by then, and the commit with it. */
  @Test
  void readsTheLogAgainAfterALongPause() throws Exception {
    TestingLake others = new TestingLake(definition(ROW_TYPE, "region"));
    AtomicLong nanos = new AtomicLong();
    DeltaTable idle = new DeltaTable(others.definition(), engine, nanos::get);
    idle.createIfMissing(SchemaEvolution.NONE);
    others.append("others", 1, GenericRowData.of(1L, StringData.fromString("EU")));

    nanos.addAndGet(DeltaTable.OLDEST_SNAPSHOT.toNanos());
    assertThat(idle.snapshot().getVersion()).isZero();
    nanos.addAndGet(1);
    assertThat(idle.snapshot().getVersion()).isEqualTo(1);
  }

  @Test
  void manyStartsAtOnceMakeOneTable() throws Exception {
    ExecutorService starts = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  i ->
                      starts.submit(
                          () -> table(definition(ROW_TYPE)).createIfMissing(SchemaEvolution.NONE)))
              .toList();
      for (Future<?> start : all) {
        start.get();
      }
    } finally {
      starts.shutdownNow();
    }

    assertThat(new TestingTable(folder).version()).isZero();
  }

  /** Version 0 of a table of {@link #ROW_TYPE}, with metadata that the sink gives no column. */
  private void createAsSparkDoes(String column, String key, String value) throws Exception {
    table(definition(ROW_TYPE)).createIfMissing(SchemaEvolution.NONE);
    Path version = folder.resolve("_delta_log/00000000000000000000.json");
    String log = Files.readString(version);
    String field = "\\\"name\\\":\\\"" + column + "\\\"";
    int metadata = log.indexOf("\\\"metadata\\\":{", log.indexOf(field));
    assertThat(metadata).isPositive();
    int inside = log.indexOf('{', metadata) + 1;
    String entry = "\\\"" + key + "\\\":\\\"" + value + "\\\",";
    Files.deleteIfExists(version.resolveSibling("." + version.getFileName() + ".crc"));
    Files.writeString(version, log.substring(0, inside) + entry + log.substring(inside));
  }

  private void assertMisfit(RowType rowType, String message) {
    assertThatThrownBy(() -> table(definition(rowType)).createIfMissing(SchemaEvolution.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  private DeltaTable table(TableDefinition definition) {
    return new DeltaTable(definition, engine);
  }

  private TableDefinition definition(RowType rowType, String... partitionColumns) {
    return new TableDefinition(
        folder.toUri().toString(),
        rowType,
        List.of(partitionColumns),
        "All numbers",
        Map.of("delta.appendOnly", "true"));
  }

  private static LogicalType nested(org.apache.flink.table.types.DataType element) {
    return DataTypes.ROW(DataTypes.FIELD("list", DataTypes.ARRAY(element))).getLogicalType();
  }

  private static RowType row(String name, LogicalType type) {
    return RowType.of(new LogicalType[] {type}, new String[] {name});
  }
}
