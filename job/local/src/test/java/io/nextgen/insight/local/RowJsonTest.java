package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.nextgen.insight.delta.DeltaSink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a table that the Delta sink wrote, of every type, as {@code job/export} shows them. */
class RowJsonTest {

  private static final RowType TYPE =
      (RowType)
          DataTypes.ROW(
                  DataTypes.FIELD("string", DataTypes.STRING()),
                  DataTypes.FIELD("boolean", DataTypes.BOOLEAN()),
                  DataTypes.FIELD("byte", DataTypes.TINYINT()),
                  DataTypes.FIELD("short", DataTypes.SMALLINT()),
                  DataTypes.FIELD("integer", DataTypes.INT()),
                  DataTypes.FIELD("long", DataTypes.BIGINT()),
                  DataTypes.FIELD("float", DataTypes.FLOAT()),
                  DataTypes.FIELD("double", DataTypes.DOUBLE()),
                  DataTypes.FIELD("decimal", DataTypes.DECIMAL(20, 3)),
                  DataTypes.FIELD("date", DataTypes.DATE()),
                  DataTypes.FIELD("timestamp", DataTypes.TIMESTAMP_LTZ(6)),
                  DataTypes.FIELD("timestamp_ntz", DataTypes.TIMESTAMP(6)),
                  DataTypes.FIELD("binary", DataTypes.BYTES()),
                  DataTypes.FIELD("array", DataTypes.ARRAY(DataTypes.STRING())),
                  DataTypes.FIELD("map", DataTypes.MAP(DataTypes.STRING(), DataTypes.BIGINT())),
                  DataTypes.FIELD(
                      "struct",
                      DataTypes.ROW(
                          DataTypes.FIELD("speaker", DataTypes.STRING()),
                          DataTypes.FIELD("n", DataTypes.INT()))))
              .getLogicalType();

  @TempDir Path lake;

  @Test
  void everyTypeIsWrittenAndNullsAreWrittenOut() throws Exception {
    write(
        GenericRowData.of(
            StringData.fromString("quoted \" \n é 😀"),
            true,
            (byte) -1,
            (short) 300,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            0.5f,
            0.1,
            DecimalData.fromBigDecimal(new BigDecimal("12345678901234567.890"), 20, 3),
            (int) LocalDate.of(1582, 10, 4).toEpochDay(),
            TimestampData.fromEpochMillis(-1, 999_000),
            TimestampData.fromEpochMillis(1_700_000_000_123L, 456_000),
            new byte[] {1, 2, 3},
            new GenericArrayData(new Object[] {StringData.fromString("a"), null}),
            new GenericMapData(Map.of(StringData.fromString("k"), 1L)),
            GenericRowData.of(StringData.fromString("agent"), 7)),
        new GenericRowData(TYPE.getFieldCount()));

    assertThat(export())
        .containsExactly(
            "{\"string\":\"quoted \\\" \\n é \\uD83D\\uDE00\",\"boolean\":true,\"byte\":-1,\"short\":300"
                + ",\"integer\":-2147483648,\"long\":9223372036854775807,\"float\":0.5,\"double\":0.1"
                + ",\"decimal\":12345678901234567.890,\"date\":\"1582-10-04\""
                + ",\"timestamp\":\"1969-12-31T23:59:59.999999Z\""
                + ",\"timestamp_ntz\":\"2023-11-14T22:13:20.123456\",\"binary\":\"AQID\""
                + ",\"array\":[\"a\",null],\"map\":{\"k\":1}"
                + ",\"struct\":{\"speaker\":\"agent\",\"n\":7}}",
            "{\"string\":null,\"boolean\":null,\"byte\":null,\"short\":null,\"integer\":null"
                + ",\"long\":null,\"float\":null,\"double\":null,\"decimal\":null,\"date\":null"
                + ",\"timestamp\":null,\"timestamp_ntz\":null,\"binary\":null,\"array\":null"
                + ",\"map\":null,\"struct\":null}");
  }

  @Test
  void aMapWhoseKeysAreNoStringsIsRefused() {
    StructType schema =
        new StructType().add("m", new MapType(IntegerType.INTEGER, StringType.STRING, true));

    assertThatThrownBy(() -> new RowJson(schema)).hasMessageContaining("non-string");
  }

  private void write(RowData... rows) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
    environment
        .fromData(InternalTypeInfo.of(TYPE), rows)
        .sinkTo(
            DeltaSink.builder()
                .tablePath(lake.resolve("bronze/types").toUri().toString())
                .rowType(TYPE)
                .build());
    environment.execute();
  }

  private String[] export() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Export.run(
            new String[] {"bronze.types", "--lake", lake.toString()},
            out,
            new PrintStream(new ByteArrayOutputStream()));
    assertThat(status).isZero();
    return out.toString(StandardCharsets.UTF_8).split("\n");
  }
}
