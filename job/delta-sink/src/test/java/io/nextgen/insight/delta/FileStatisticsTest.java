package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that have no bounds; those of every type are in {@link DeltaWriterTest}. */
class FileStatisticsTest {

  @TempDir Path folder;

  @Test
  void hasNoBoundsWithNotANumber() throws Exception {
    RowType rowType =
        (RowType) DataTypes.ROW(DataTypes.FIELD("d", DataTypes.DOUBLE())).getLogicalType();
    TestingLake lake = TestingLake.of(folder, rowType);

    List<DataFile> files =
        lake.write(GenericRowData.of(1.0), GenericRowData.of(Double.NaN), GenericRowData.of(2.0));

    assertThat(files.get(0).statistics())
        .isEqualTo(
            "{\"numRecords\":3,\"minValues\":{\"d\":1.0},\"maxValues\":{},\"nullCount\":{\"d\":0}}");
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01T00:00:00, true, true",
    "9999-12-31T23:59:59.999, true, true",
    "9999-12-31T23:59:59.999999, true, false",
    "0000-12-31T23:59:59.999, false, false",
    "-0001-01-01T00:00:00, false, false",
    "+10000-01-01T00:00:00, false, false"
  })
  void hasNoBoundsInYearsThatTheLogCannotWrite(LocalDateTime time, boolean lower, boolean upper)
      throws Exception {
    RowType rowType =
        (RowType)
            DataTypes.ROW(
                    DataTypes.FIELD("ltz", DataTypes.TIMESTAMP_LTZ(6)),
                    DataTypes.FIELD("ntz", DataTypes.TIMESTAMP(6)))
                .getLogicalType();
    TimestampData value = TimestampData.fromLocalDateTime(time);

    String statistics =
        TestingLake.of(folder, rowType).write(GenericRowData.of(value, value)).get(0).statistics();

    for (String column : List.of("ltz", "ntz")) {
      String bound = "\"" + column + "\":\"";
      assertThat(statistics.contains("\"minValues\":{}")).isNotEqualTo(lower);
      assertThat(statistics.contains("\"maxValues\":{}")).isNotEqualTo(upper);
      assertThat(statistics.split(bound, -1)).hasSize(1 + (lower ? 1 : 0) + (upper ? 1 : 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0001-01-01", "+10000-01-01"})
  void hasNoBoundsOfDaysInSuchYears(LocalDate day) throws Exception {
    RowType rowType =
        (RowType) DataTypes.ROW(DataTypes.FIELD("d", DataTypes.DATE())).getLogicalType();

    List<DataFile> files =
        TestingLake.of(folder, rowType).write(GenericRowData.of((int) day.toEpochDay()));

    assertThat(files.get(0).statistics()).contains("\"minValues\":{},\"maxValues\":{}");
  }
}
