package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.Snapshot;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.DataTypes.Field;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaEvolutionTest {

  private static final SchemaEvolution COLUMNS = new SchemaEvolution(true, false);
  private static final SchemaEvolution TYPES = new SchemaEvolution(false, true);
  private static final Map<String, String> WIDENING = Map.of(SchemaEvolution.TYPE_WIDENING, "true");

  private static final Field ID = DataTypes.FIELD("id", DataTypes.BIGINT());
  private static final Field REGION = DataTypes.FIELD("region", DataTypes.STRING());

  @TempDir Path folder;

  @Test
  void addsAColumnInTheCommitThatBringsIt() throws Exception {
    TestingLake before = lake(Map.of(), ID, REGION);
    before.append("one", 1, GenericRowData.of(1L, eu()));
    TestingLake after =
        lake(Map.of(), ID, REGION, DataTypes.FIELD("added", DataTypes.INT(), "what it is"));

    try (DeltaCommitter committer = after.committer(-1)) {
      committer.open(COLUMNS);
      assertThat(table().version()).as("nothing is committed before there are rows").isEqualTo(1);
      committer.commit(
          TestingCommitRequest.of(committable(after, 1, GenericRowData.of(2L, eu(), 7))));
      committer.commit(
          TestingCommitRequest.of(committable(after, 2, GenericRowData.of(3L, eu(), 8))));
    }
    before.append("one", 2, GenericRowData.of(4L, eu()));

    assertThat(table().version()).isEqualTo(4);
    assertThat(table().rows(row -> row.getLong(0) + ":" + (row.isNullAt(2) ? "" : row.getInt(2))))
        .containsExactlyInAnyOrder("1:", "2:7", "3:8", "4:");
    Snapshot snapshot = table().snapshot();
    assertThat(snapshot.getSchema().get("added").getMetadata().getString("comment"))
        .isEqualTo("what it is");
    assertThat(snapshot.getProtocol().getMinReaderVersion()).isEqualTo(1);
    assertThat(snapshot.getMetadata().getDescription()).contains("A table for a test");
    assertThat(table().actions().stream().filter(a -> a.startsWith("{\"metaData\""))).hasSize(2);
  }

  @Test
  void addsFieldsWithinStructsAndArrays() throws Exception {
    DataType narrow = DataTypes.ROW(DataTypes.FIELD("a", DataTypes.BIGINT()));
    DataType wide =
        DataTypes.ROW(
            DataTypes.FIELD("a", DataTypes.BIGINT()), DataTypes.FIELD("b", DataTypes.BIGINT()));
    lake(Map.of(), ID, DataTypes.FIELD("all", DataTypes.ARRAY(narrow)))
        .append("one", 1, GenericRowData.of(1L, array(GenericRowData.of(1L))));

    lake(Map.of(), ID, DataTypes.FIELD("all", DataTypes.ARRAY(wide)))
        .append(COLUMNS, "two", 1, GenericRowData.of(2L, array(GenericRowData.of(1L, 2L))));

    assertThat(
            table()
                .rows(
                    row -> {
                      var element = row.getArray(1).getElements().getChild(1);
                      return element.isNullAt(0) ? -1 : element.getLong(0);
                    }))
        .containsExactlyInAnyOrder(-1L, 2L);
  }

  @Test
  void twoJobsThatBringTheSameColumnAddItOnce() throws Exception {
    lake(Map.of(), ID).append("one", 1, GenericRowData.of(1L));
    TestingLake wider = lake(Map.of(), ID, REGION);
    try (DeltaCommitter one = wider.committer(-1);
        DeltaCommitter other = wider.committer(-1)) {
      one.open(COLUMNS);
      other.open(COLUMNS);
      one.commit(TestingCommitRequest.of(committable(wider, 1, GenericRowData.of(2L, eu()))));
      other.commit(
          TestingCommitRequest.of(
              new DeltaCommittable("other", 1, wider.write(GenericRowData.of(3L, eu())))));
    }

    assertThat(table().rows(row -> row.getLong(0))).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(table().snapshot().getSchema().fieldNames()).containsExactly("id", "region");
  }

  @Test
  void addsNoColumnThatTheTableCannotGet() {
    create(lake(Map.of(), ID));

    assertMisfit(
        COLUMNS,
        lake(Map.of(), ID, DataTypes.FIELD("added", DataTypes.INT().notNull())),
        "column 'added' is not in the table. A column that is NOT NULL cannot be added");
    assertMisfit(
        COLUMNS,
        lake(Map.of(), ID, DataTypes.FIELD("added", DataTypes.TIMESTAMP(6))),
        "the feature timestampNtz");
    assertMisfit(
        COLUMNS,
        lake(Map.of(), DataTypes.FIELD("ID", DataTypes.BIGINT())),
        "column 'ID' is not in the table, which has 'id'");
    assertThat(table().version()).isZero();
  }

  @Test
  void addsNothingUnlessAllowed() {
    create(lake(Map.of(), ID));

    assertMisfit(
        SchemaEvolution.NONE, lake(Map.of(), ID, REGION), "ALTER TABLE, or set schema.add-columns");
    assertMisfit(TYPES, lake(Map.of(), ID, REGION), "column 'region' is not in the table");
  }

  @Test
  void widensAColumnInTheCommitThatBringsIt() throws Exception {
    lake(WIDENING, DataTypes.FIELD("n", DataTypes.SMALLINT()), REGION)
        .append("one", 1, GenericRowData.of((short) 1, eu()));

    lake(WIDENING, DataTypes.FIELD("n", DataTypes.INT()), REGION)
        .append(TYPES, "two", 1, GenericRowData.of(100_000, eu()));
    TestingLake widest = lake(WIDENING, DataTypes.FIELD("n", DataTypes.BIGINT()), REGION);
    widest.append(TYPES, "three", 1, GenericRowData.of(10_000_000_000L, eu()));
    widest.append("three", 2, GenericRowData.of(4L, eu()));

    assertThat(table().rows(row -> row.getLong(0)))
        .containsExactlyInAnyOrder(1L, 100_000L, 10_000_000_000L, 4L);
    StructType schema = table().snapshot().getSchema();
    assertThat(schema.get("n").getDataType()).isEqualTo(LongType.LONG);
    assertThat(schema.get("n").getTypeChanges()).hasSize(2);
    assertThat(table().snapshot().getProtocol().getReaderFeatures())
        .containsExactly("typeWidening");
  }

  @Test
  void widensNothingThatReadersWouldNotKnowOf() {
    create(lake(Map.of(), DataTypes.FIELD("n", DataTypes.INT()), REGION));

    assertMisfit(
        TYPES,
        lake(Map.of(), DataTypes.FIELD("n", DataTypes.BIGINT()), REGION),
        "column 'n' is integer in the table and long in the sink. To widen a column");
  }

  @Test
  void refusesWhatIsNotWider() {
    create(
        lake(
            WIDENING,
            DataTypes.FIELD("n", DataTypes.INT()),
            DataTypes.FIELD("list", DataTypes.ARRAY(DataTypes.INT()))));

    for (DataType type : List.of(DataTypes.SMALLINT(), DataTypes.STRING(), DataTypes.DOUBLE())) {
      assertMisfit(
          TYPES, lake(WIDENING, DataTypes.FIELD("n", type)), "column 'n' is integer in the table");
    }
    assertMisfit(
        TYPES,
        lake(WIDENING, DataTypes.FIELD("list", DataTypes.ARRAY(DataTypes.BIGINT()))),
        "column 'list.element' is integer in the table");
  }

  private void create(TestingLake lake) {
    try (DeltaCommitter committer = lake.committer(-1)) {
      committer.open(SchemaEvolution.NONE);
    }
  }

  private void assertMisfit(SchemaEvolution evolution, TestingLake lake, String message) {
    try (DeltaCommitter committer = lake.committer(-1)) {
      assertThatThrownBy(() -> committer.open(evolution))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(message);
    }
  }

  private DeltaCommittable committable(TestingLake lake, long checkpointId, RowData... rows)
      throws Exception {
    return new DeltaCommittable("application", checkpointId, lake.write(rows));
  }

  private TestingTable table() {
    return new TestingTable(folder.resolve("table"));
  }

  private TestingLake lake(Map<String, String> properties, Field... fields) {
    TableDefinition plain =
        TestingLake.of(folder, (RowType) DataTypes.ROW(fields).getLogicalType()).definition();
    return new TestingLake(
        new TableDefinition(
            plain.path(), plain.rowType(), List.of(), plain.description(), properties));
  }

  private static GenericArrayData array(Object... elements) {
    return new GenericArrayData(elements);
  }

  private static StringData eu() {
    return StringData.fromString("EU");
  }
}
