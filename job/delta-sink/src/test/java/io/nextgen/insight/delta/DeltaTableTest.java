package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.types.LongType;
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
    table(definition).createIfMissing(false);

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
    table(definition(row("at", DataTypes.TIMESTAMP(6).getLogicalType()))).createIfMissing(false);

    Snapshot snapshot = new TestingTable(folder).snapshot();
    assertThat(snapshot.getProtocol().getMinReaderVersion()).isEqualTo(3);
    assertThat(snapshot.getProtocol().getReaderFeatures()).containsExactly("timestampNtz");
  }

  @Test
  void takesTheTableThatIsThere() {
    table(definition(ROW_TYPE)).createIfMissing(false);
    RowType inOtherOrder =
        RowType.of(
            new LogicalType[] {new VarCharType(20), new BigIntType()},
            new String[] {"region", "id"});

    table(definition(inOtherOrder)).createIfMissing(false);

    assertThat(new TestingTable(folder).version()).isZero();
  }

  @Test
  void namesTheColumnThatDoesNotFit() {
    table(definition(ROW_TYPE)).createIfMissing(false);

    assertMisfit(row("id", new IntType()), "column 'id' is long in the table and integer");
    assertMisfit(row("name", new BigIntType()), "column 'name' is not in the table");
    assertThatThrownBy(() -> table(definition(ROW_TYPE, "region")).createIfMissing(false))
        .hasMessageContaining("is partitioned by [], the sink by [region]");
  }

  @Test
  void namesTheNestedColumnThatDoesNotFit() {
    table(definition(row("outer", nested(DataTypes.INT().notNull())))).createIfMissing(false);

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
        .createIfMissing(false);

    assertMisfit(row("id", new BigIntType()), "column 'required' is NOT NULL in the table");
    assertMisfit(
        RowType.of(
            new LogicalType[] {new BigIntType(), new BigIntType()},
            new String[] {"id", "required"}),
        "column 'required' is NOT NULL in the table and nullable in the sink");
  }

  @Test
  void addsNullableColumnsWhereAllowed() throws Exception {
    TestingLake before = new TestingLake(definition(ROW_TYPE, "region"));
    before.append("one", 1, GenericRowData.of(1L, StringData.fromString("EU")));
    RowType wider = wider(new IntType());
    TestingLake after = new TestingLake(definition(wider, "region"));

    table(after.definition()).createIfMissing(true);
    after.append("two", 1, GenericRowData.of(2L, StringData.fromString("EU"), 7));
    before.append("one", 2, GenericRowData.of(3L, StringData.fromString("EU")));

    assertThat(after.table().rows(row -> row.getLong(0) + ":" + (row.isNullAt(2) ? "" : "7")))
        .containsExactlyInAnyOrder("1:", "2:7", "3:");
    assertThat(after.table().snapshot().getProtocol().getMinReaderVersion()).isEqualTo(1);
    assertThat(after.table().snapshot().getMetadata().getDescription()).contains("All numbers");
  }

  @Test
  void addsNoColumnThatTheTableCannotGet() {
    table(definition(ROW_TYPE)).createIfMissing(true);

    for (LogicalType type : List.of(new IntType(false), DataTypes.TIMESTAMP(6).getLogicalType())) {
      assertThatThrownBy(() -> table(definition(wider(type))).createIfMissing(true))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("column 'added' is not in the table");
    }
    assertThat(new TestingTable(folder).version()).isZero();
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

    assertThatThrownBy(() -> table(mapped).createIfMissing(false))
        .hasMessageContaining("delta.columnMapping.mode = name");
  }

  /** What it would build on may be gone from the log by then, and the commit with it. */
  @Test
  void readsTheLogAgainAfterALongPause() throws Exception {
    TestingLake others = new TestingLake(definition(ROW_TYPE, "region"));
    AtomicLong nanos = new AtomicLong();
    DeltaTable idle = new DeltaTable(others.definition(), engine, nanos::get);
    idle.createIfMissing(false);
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
                  i -> starts.submit(() -> table(definition(ROW_TYPE)).createIfMissing(false)))
              .toList();
      for (Future<?> start : all) {
        start.get();
      }
    } finally {
      starts.shutdownNow();
    }

    assertThat(new TestingTable(folder).version()).isZero();
  }

  private void assertMisfit(RowType rowType, String message) {
    assertThatThrownBy(() -> table(definition(rowType)).createIfMissing(false))
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

  private static RowType wider(LogicalType added) {
    return RowType.of(
        new LogicalType[] {new BigIntType(), new VarCharType(10), added},
        new String[] {"id", "region", "added"});
  }

  private static LogicalType nested(org.apache.flink.table.types.DataType element) {
    return DataTypes.ROW(DataTypes.FIELD("list", DataTypes.ARRAY(element))).getLogicalType();
  }

  private static RowType row(String name, LogicalType type) {
    return RowType.of(new LogicalType[] {type}, new String[] {name});
  }
}
