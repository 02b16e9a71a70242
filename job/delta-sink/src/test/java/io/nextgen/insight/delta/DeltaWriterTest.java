package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.util.VectorUtils;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeltaWriterTest {

  private static final RowType ALL_TYPES =
      (RowType)
          DataTypes.ROW(
                  DataTypes.FIELD("string", DataTypes.STRING()),
                  DataTypes.FIELD("boolean", DataTypes.BOOLEAN()),
                  DataTypes.FIELD("byte", DataTypes.TINYINT()),
                  DataTypes.FIELD("short", DataTypes.SMALLINT()),
                  DataTypes.FIELD("int", DataTypes.INT()),
                  DataTypes.FIELD("long", DataTypes.BIGINT()),
                  DataTypes.FIELD("float", DataTypes.FLOAT()),
                  DataTypes.FIELD("double", DataTypes.DOUBLE()),
                  DataTypes.FIELD("decimal7", DataTypes.DECIMAL(7, 2)),
                  DataTypes.FIELD("decimal18", DataTypes.DECIMAL(18, 4)),
                  DataTypes.FIELD("decimal38", DataTypes.DECIMAL(38, 10)),
                  DataTypes.FIELD("date", DataTypes.DATE()),
                  DataTypes.FIELD("timestamp", DataTypes.TIMESTAMP_LTZ(6)),
                  DataTypes.FIELD("timestamp_ntz", DataTypes.TIMESTAMP(6)),
                  DataTypes.FIELD("binary", DataTypes.BYTES()),
                  DataTypes.FIELD("array", DataTypes.ARRAY(DataTypes.STRING())),
                  DataTypes.FIELD("map", DataTypes.MAP(DataTypes.STRING(), DataTypes.INT())),
                  DataTypes.FIELD(
                      "row",
                      DataTypes.ROW(
                          DataTypes.FIELD("a", DataTypes.INT()),
                          DataTypes.FIELD("b", DataTypes.ARRAY(DataTypes.DOUBLE())))))
              .getLogicalType();

  private static final Instant INSTANT = Instant.parse("1969-12-31T23:59:59.123456Z");
  private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-11-22T10:00:00.000001");

  @TempDir Path folder;

  @Test
  void writesEveryType() throws Exception {
    TestingLake lake = TestingLake.of(folder, ALL_TYPES);

    lake.append("app", 1, fullRow());

    List<List<Object>> rows = lake.table().rows(DeltaWriterTest::values);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0))
        .containsExactly(
            "Zürich",
            true,
            (byte) -8,
            (short) -16,
            -32,
            -64L,
            1.5f,
            -2.25,
            new BigDecimal("-12345.67"),
            new BigDecimal("12345678901234.5678"),
            new BigDecimal("-1234567890123456789012345678.0123456789"),
            (int) LocalDate.of(1969, 7, 20).toEpochDay(),
            -876_544L,
            micros(LOCAL),
            List.of((byte) 1, (byte) 0),
            list("x", null),
            map("k", 1, "n", null),
            list(7, list(0.5)));
  }

  @Test
  void writesNullsOfEveryType() throws Exception {
    TestingLake lake = TestingLake.of(folder, ALL_TYPES);

    lake.append("app", 1, new GenericRowData(ALL_TYPES.getFieldCount()));

    List<List<Object>> rows = lake.table().rows(DeltaWriterTest::values);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).hasSize(ALL_TYPES.getFieldCount()).containsOnlyNulls();
  }

  @Test
  void recordsStatistics() throws Exception {
    TestingLake lake = TestingLake.of(folder, ALL_TYPES);

    lake.append("app", 1, fullRow(), new GenericRowData(ALL_TYPES.getFieldCount()));

    Row file = lake.table().files().get(0);
    String statistics = file.getString(file.getSchema().indexOf("stats"));
    assertThat(statistics)
        .contains("\"numRecords\":2")
        .contains("\"string\":\"Zürich\"")
        .contains("\"decimal38\":-1234567890123456789012345678.0123456789")
        .contains("\"date\":\"1969-07-20\"")
        .contains("\"timestamp\":\"1969-12-31T23:59:59.123Z\"")
        .contains("\"timestamp\":\"1969-12-31T23:59:59.124Z\"")
        .contains("\"timestamp_ntz\":\"2026-11-22T10:00:00\"")
        .contains("\"timestamp_ntz\":\"2026-11-22T10:00:00.001\"")
        .contains("\"row\":{\"a\":7}")
        .contains("\"boolean\":1,")
        .doesNotContain("\"boolean\":true")
        .doesNotContain("\"array\"");
  }

  @Test
  void recordsStatisticsOfTheFirstColumnsOnly() throws Exception {
    TableDefinition definition =
        new TableDefinition(
            folder.toUri().toString(),
            ALL_TYPES,
            List.of(),
            null,
            Map.of("delta.dataSkippingNumIndexedCols", "2"));

    List<DataFile> files = new TestingLake(definition).write(fullRow());

    assertThat(files.get(0).statistics())
        .endsWith("\"nullCount\":{\"string\":0,\"boolean\":0,\"row\":{}}}");
  }

  @ParameterizedTest
  @EnumSource
  void compresses(DeltaSinkOptions.Compression compression) throws Exception {
    TestingLake lake = TestingLake.of(folder, ALL_TYPES);
    Configuration options = new Configuration().set(DeltaSinkOptions.COMPRESSION, compression);

    try (DeltaWriter writer = lake.writer(options)) {
      writer.write(fullRow(), null);
      DataFile file = writer.prepareCommit().iterator().next();

      assertThat(file.path())
          .endsWith(
              switch (compression) {
                case SNAPPY -> ".snappy.parquet";
                case ZSTD -> ".zstd.parquet";
                case NONE -> ".parquet";
              });
      assertThat(Files.size(folder.resolve("table").resolve(file.path()))).isEqualTo(file.bytes());
    }
  }

  @Test
  void writesAFileForEachPartition() throws Exception {
    RowType rowType = numbers();
    TestingLake lake = TestingLake.of(folder, rowType, "part");

    lake.append("app", 1, row(1, "a/b"), row(2, "50%"), row(3, ""), row(4, null), row(5, "a/b"));

    assertThat(lake.table().files()).hasSize(3);
    assertThat(lake.table().rows(row -> row.getLong(0) + ":" + values(row).get(1)))
        .containsExactlyInAnyOrder("1:a/b", "5:a/b", "2:50%", "3:null", "4:null");
  }

  @Test
  void keepsNoMoreFilesOpenThanAllowed() throws Exception {
    TestingLake lake = TestingLake.of(folder, numbers(), "part");
    Configuration options = new Configuration().set(DeltaSinkOptions.MAX_OPEN_FILES, 2);

    try (DeltaWriter writer = lake.writer(options)) {
      writer.write(row(1, "a"), null);
      writer.write(row(2, "b"), null);
      writer.write(row(3, "a"), null);
      writer.write(row(4, "c"), null);
      writer.write(row(5, "a"), null);

      assertThat(writer.prepareCommit())
          .extracting(file -> file.partitionValues().get(0) + file.rows())
          .containsExactlyInAnyOrder("b1", "a3", "c1");
    }
  }

  @Test
  void rollsFilesBySize() throws Exception {
    TestingLake lake = TestingLake.of(folder, numbers(), "part");
    Configuration options =
        new Configuration()
            .set(DeltaSinkOptions.TARGET_FILE_SIZE, MemorySize.ofMebiBytes(1))
            .set(DeltaSinkOptions.COMPRESSION, DeltaSinkOptions.Compression.NONE);

    try (DeltaWriter writer = lake.writer(options)) {
      for (int i = 0; i < 400_000; i++) {
        writer.write(row(i, "a"), null);
      }

      assertThat(writer.prepareCommit())
          .hasSizeBetween(3, 4)
          .extracting(DataFile::rows)
          .satisfies(rows -> assertThat(rows.stream().mapToLong(r -> r).sum()).isEqualTo(400_000));
    }
  }

  @Test
  void closesTheFullestFileWhenBuffersAreFull() throws Exception {
    TestingLake lake = TestingLake.of(folder, numbers(), "part");
    Configuration options =
        new Configuration().set(DeltaSinkOptions.BUFFER_SIZE, MemorySize.parse("200kb"));

    try (DeltaWriter writer = lake.writer(options)) {
      for (int i = 0; i < 40_000; i++) {
        writer.write(row(i, i % 10 == 0 ? "small" : "large"), null);
      }

      assertThat(writer.prepareCommit())
          .extracting(file -> file.partitionValues().get(0))
          .containsOnly("large", "small")
          .areExactly(1, new Condition<>("small"::equals, "the small partition"))
          .areAtLeast(2, new Condition<>("large"::equals, "the large partition"));
    }
  }

  @Test
  void rollsFilesBySizeHoweverFewRowsTheyHave() throws Exception {
    TestingLake lake = TestingLake.of(folder, numbers());
    Configuration options =
        new Configuration().set(DeltaSinkOptions.BUFFER_SIZE, MemorySize.ofMebiBytes(8));

    try (DeltaWriter writer = lake.writer(options)) {
      for (int i = 0; i < 9; i++) {
        writer.write(row(i, i + "x".repeat(3 << 20)), null);
      }

      assertThat(writer.prepareCommit()).extracting(DataFile::rows).containsExactly(3L, 3L, 3L);
    }
  }

  @Test
  void deletesOpenFilesWhenItIsClosed() throws Exception {
    TestingLake lake = TestingLake.of(folder, numbers(), "part");

    try (DeltaWriter writer = lake.writer()) {
      writer.write(row(1, "a"), null);
    }

    assertThat(parquetFiles()).isEmpty();
  }

  /** Flink ends the TaskManager when a task's clean-up throws. */
  @Test
  void doesNotThrowWhenTheDiskIsFullAsItIsClosed() throws Exception {
    TableDefinition definition = TestingLake.of(folder, numbers(), "part").definition();
    DeltaWriter writer = new TestingLake(definition, TestingFullDisk.hadoopSettings()).writer();
    writer.write(row(1, "a"), null);
    writer.write(row(2, "b"), null);
    TestingFullDisk.fillUp(1);

    assertThatCode(writer::close).doesNotThrowAnyException();

    assertThat(TestingFullDisk.failedCloses()).isEqualTo(1);
    assertThat(parquetFiles()).isEmpty();
  }

  @Test
  void deletesAFileThatCouldNotBeFinished() throws Exception {
    TableDefinition definition = TestingLake.of(folder, numbers(), "part").definition();
    DeltaWriter writer = new TestingLake(definition, TestingFullDisk.hadoopSettings()).writer();
    writer.write(row(1, "a"), null);
    TestingFullDisk.fillUp(2);

    assertThatThrownBy(writer::prepareCommit).hasMessageContaining("No space left");
    assertThatCode(writer::close).doesNotThrowAnyException();

    assertThat(parquetFiles()).isEmpty();
  }

  @Test
  void writesNothingForACheckpointWithoutRows() throws Exception {
    try (DeltaWriter writer = TestingLake.of(folder, numbers(), "part").writer()) {
      assertThat(writer.prepareCommit()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesANullInAColumnThatHasNone() throws Exception {
    RowType rowType =
        (RowType)
            DataTypes.ROW(DataTypes.FIELD("id", DataTypes.BIGINT().notNull())).getLogicalType();

    try (DeltaWriter writer = TestingLake.of(folder, rowType).writer()) {
      assertThatThrownBy(() -> writer.write(new GenericRowData(1), null))
          .hasMessageContaining("Column 'id' is null");
    }
  }

  @Test
  void refusesADecimalThatIsNotOfItsType() throws Exception {
    RowType rowType =
        (RowType) DataTypes.ROW(DataTypes.FIELD("d", DataTypes.DECIMAL(5, 2))).getLogicalType();

    try (DeltaWriter writer = TestingLake.of(folder, rowType).writer()) {
      writer.write(GenericRowData.of(decimal("999.99", 20, 2)), null);
      for (DecimalData wrong : List.of(decimal("1.2345", 5, 4), decimal("99999999.12", 20, 2))) {
        assertThatThrownBy(() -> writer.write(GenericRowData.of(wrong), null))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "Column 'd' has a decimal whose scale or precision is not that of its type"
                    + " DECIMAL(5, 2).");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INSERT")
  void refusesRowsOfAChangelog(RowKind kind) throws Exception {
    RowData row = row(1, "a");
    row.setRowKind(kind);

    try (DeltaWriter writer = TestingLake.of(folder, numbers(), "part").writer()) {
      assertThatThrownBy(() -> writer.write(row, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(kind.toString())
          .hasMessageContaining("only appends");
    }
  }

  private List<Path> parquetFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("table"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }

  private static RowType numbers() {
    return (RowType)
        DataTypes.ROW(
                DataTypes.FIELD("id", DataTypes.BIGINT()),
                DataTypes.FIELD("part", DataTypes.STRING()))
            .getLogicalType();
  }

  private static RowData row(long id, String part) {
    return GenericRowData.of(id, StringData.fromString(part));
  }

  private static RowData fullRow() {
    Map<Object, Object> map = new HashMap<>();
    map.put(StringData.fromString("k"), 1);
    map.put(StringData.fromString("n"), null);
    return GenericRowData.of(
        StringData.fromString("Zürich"),
        true,
        (byte) -8,
        (short) -16,
        -32,
        -64L,
        1.5f,
        -2.25,
        decimal("-12345.67", 7, 2),
        decimal("12345678901234.5678", 18, 4),
        decimal("-1234567890123456789012345678.0123456789", 38, 10),
        (int) LocalDate.of(1969, 7, 20).toEpochDay(),
        TimestampData.fromInstant(INSTANT),
        TimestampData.fromLocalDateTime(LOCAL),
        new byte[] {1, 0},
        new GenericArrayData(new Object[] {StringData.fromString("x"), null}),
        new GenericMapData(map),
        GenericRowData.of(7, new GenericArrayData(new Object[] {0.5})));
  }

  private static DecimalData decimal(String value, int precision, int scale) {
    return DecimalData.fromBigDecimal(new BigDecimal(value), precision, scale);
  }

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(java.time.ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000;
  }

  /** The fields of a row as plain Java objects; a byte array as a list. */
  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.getSchema().length(); i++) {
      values.add(row.isNullAt(i) ? null : value(row, i));
    }
    return values;
  }

  private static Object value(Row row, int i) {
    String type = row.getSchema().at(i).getDataType().toString().replaceAll("[(\\[].*", "");
    return switch (type) {
      case "string" -> row.getString(i);
      case "boolean" -> row.getBoolean(i);
      case "byte" -> row.getByte(i);
      case "short" -> row.getShort(i);
      case "integer", "date" -> row.getInt(i);
      case "long", "timestamp", "timestamp_ntz" -> row.getLong(i);
      case "float" -> row.getFloat(i);
      case "double" -> row.getDouble(i);
      case "Decimal" -> row.getDecimal(i);
      case "binary" -> {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : row.getBinary(i)) {
          bytes.add(b);
        }
        yield bytes;
      }
      case "array" -> VectorUtils.toJavaList(row.getArray(i));
      case "map" -> VectorUtils.toJavaMap(row.getMap(i));
      case "struct" -> values(row.getStruct(i));
      default -> throw new AssertionError(type);
    };
  }

  private static List<Object> list(Object... values) {
    return java.util.Arrays.asList(values);
  }

  private static Map<Object, Object> map(Object k1, Object v1, Object k2, Object v2) {
    Map<Object, Object> map = new HashMap<>();
    map.put(k1, v1);
    map.put(k2, v2);
    return map;
  }
}
