package io.nextgen.insight.delta;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.RowType;

/**
 * Writes, as the main program of a process, a table with a column of every type and partition
 * columns of every type that they can have: a row of values, one of extreme values and one of
 * nulls.
 *
 * <p>Argument: a folder; the table is {@code table} in it.
 */
final class TestingTypes {

  private static final RowType ROW_TYPE =
      (RowType)
          DataTypes.ROW(
                  DataTypes.FIELD("row_id", DataTypes.INT().notNull()),
                  DataTypes.FIELD("p_string", DataTypes.STRING()),
                  DataTypes.FIELD("p_date", DataTypes.DATE()),
                  DataTypes.FIELD("p_byte", DataTypes.TINYINT()),
                  DataTypes.FIELD("p_short", DataTypes.SMALLINT()),
                  DataTypes.FIELD("p_int", DataTypes.INT()),
                  DataTypes.FIELD("p_long", DataTypes.BIGINT()),
                  DataTypes.FIELD("string", DataTypes.STRING()),
                  DataTypes.FIELD("boolean", DataTypes.BOOLEAN()),
                  DataTypes.FIELD("byte", DataTypes.TINYINT()),
                  DataTypes.FIELD("short", DataTypes.SMALLINT()),
                  DataTypes.FIELD("int", DataTypes.INT()),
                  DataTypes.FIELD("long", DataTypes.BIGINT()),
                  DataTypes.FIELD("float", DataTypes.FLOAT()),
                  DataTypes.FIELD("double", DataTypes.DOUBLE()),
                  DataTypes.FIELD("decimal_9", DataTypes.DECIMAL(9, 2)),
                  DataTypes.FIELD("decimal_18", DataTypes.DECIMAL(18, 4)),
                  DataTypes.FIELD("decimal_38", DataTypes.DECIMAL(38, 10)),
                  DataTypes.FIELD("date", DataTypes.DATE()),
                  DataTypes.FIELD("timestamp", DataTypes.TIMESTAMP_LTZ(6)),
                  DataTypes.FIELD("timestamp_ntz", DataTypes.TIMESTAMP(6)),
                  DataTypes.FIELD("binary", DataTypes.BYTES()),
                  DataTypes.FIELD("array", DataTypes.ARRAY(DataTypes.STRING())),
                  DataTypes.FIELD("map", DataTypes.MAP(DataTypes.STRING(), DataTypes.INT())),
                  DataTypes.FIELD(
                      "nested",
                      DataTypes.ROW(
                          DataTypes.FIELD("a", DataTypes.STRING()),
                          DataTypes.FIELD(
                              "list",
                              DataTypes.ARRAY(
                                  DataTypes.ROW(DataTypes.FIELD("b", DataTypes.BIGINT())))))))
              .getLogicalType();

  private TestingTypes() {}

  public static void main(String[] args) throws Exception {
    TestingLake.of(
            Path.of(args[0]),
            ROW_TYPE,
            "p_string",
            "p_date",
            "p_byte",
            "p_short",
            "p_int",
            "p_long")
        .append("types", 1, values(), extremes(), nulls());
  }

  private static GenericRowData values() {
    return GenericRowData.of(
        1,
        string("a/b=c %25 'd' \"e\" {ä€😀}:*?"),
        day("2026-11-26"),
        (byte) -7,
        (short) 300,
        70_000,
        5_000_000_000L,
        string("text, ä€😀"),
        true,
        (byte) 1,
        (short) 2,
        3,
        4L,
        1.5f,
        2.25,
        decimal("1234567.89", 9, 2),
        decimal("-12345678901234.5678", 18, 4),
        decimal("1234567890123456789012345678.0123456789", 38, 10),
        day("1969-12-31"),
        TimestampData.fromInstant(Instant.parse("2026-11-26T12:34:56.123456Z")),
        TimestampData.fromLocalDateTime(LocalDateTime.parse("1960-01-02T03:04:05.000001")),
        new byte[] {0, -1, 127},
        new GenericArrayData(new Object[] {string("x"), null, string("")}),
        new GenericMapData(Map.of(string("k"), 9)),
        GenericRowData.of(
            string("inner"),
            new GenericArrayData(
                new Object[] {GenericRowData.of(6L), null, GenericRowData.of((Object) null)})));
  }

  private static GenericRowData extremes() {
    return GenericRowData.of(
        2,
        string(" leading, trailing "),
        day("9999-12-31"),
        Byte.MIN_VALUE,
        Short.MIN_VALUE,
        Integer.MIN_VALUE,
        Long.MIN_VALUE,
        string(""),
        false,
        Byte.MAX_VALUE,
        Short.MAX_VALUE,
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        Float.NaN,
        Double.NEGATIVE_INFINITY,
        decimal("-9999999.99", 9, 2),
        decimal("99999999999999.9999", 18, 4),
        decimal("-9999999999999999999999999999.9999999999", 38, 10),
        day("0001-01-01"),
        TimestampData.fromInstant(Instant.parse("0001-01-01T00:00:00.000001Z")),
        TimestampData.fromLocalDateTime(LocalDateTime.parse("9999-12-31T23:59:59.999999")),
        new byte[0],
        new GenericArrayData(new Object[0]),
        new GenericMapData(Map.of()),
        GenericRowData.of(null, null));
  }

  private static GenericRowData nulls() {
    GenericRowData row = new GenericRowData(ROW_TYPE.getFieldCount());
    row.setField(0, 3);
    return row;
  }

  private static StringData string(String value) {
    return StringData.fromString(value);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  private static DecimalData decimal(String value, int precision, int scale) {
    return DecimalData.fromBigDecimal(new BigDecimal(value), precision, scale);
  }
}
