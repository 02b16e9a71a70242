package io.nextgen.insight.pipeline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.junit.jupiter.api.Test;

class RowValuesTest {

  @Test
  void nullStaysNull() {
    assertThat(RowValues.toInternal(ColumnTypes.STRING, null)).isNull();
    assertThat(RowValues.toInternal(ColumnTypes.MESSAGES, null)).isNull();
  }

  @Test
  void textsAndEnumsAreStrings() {
    assertThat(RowValues.toInternal(ColumnTypes.STRING, "Z\u00fcrich"))
        .isEqualTo(StringData.fromString("Z\u00fcrich"));
    assertThat(RowValues.toInternal(ColumnTypes.STRING, Layer.GOLD))
        .isEqualTo(StringData.fromString("GOLD"));
  }

  @Test
  void instantsKeepTheirNanosecondsAlsoBeforeTheEpoch() {
    Instant time = Instant.parse("1969-12-31T23:59:59.123456789Z");

    assertThat(((TimestampData) RowValues.toInternal(ColumnTypes.TIMESTAMP, time)).toInstant())
        .isEqualTo(time);
  }

  @Test
  void datesAreDaysOfTheEpoch() {
    assertThat(RowValues.toInternal(ColumnTypes.DATE, LocalDate.of(1970, 1, 2))).isEqualTo(1);
    assertThat(RowValues.toInternal(ColumnTypes.DATE, LocalDate.of(1969, 12, 31))).isEqualTo(-1);
  }

  @Test
  void numbersAndTruthStayWhatTheyAre() {
    assertThat(RowValues.toInternal(ColumnTypes.BIGINT, 7L)).isEqualTo(7L);
    assertThat(RowValues.toInternal(ColumnTypes.DOUBLE, 0.5)).isEqualTo(0.5);
    assertThat(RowValues.toInternal(ColumnTypes.BOOLEAN, false)).isEqualTo(false);
  }

  @Test
  void listsAreArraysWithTheirNulls() {
    assertThat(RowValues.toInternal(ColumnTypes.STRINGS, Arrays.asList("a", null)))
        .isEqualTo(new GenericArrayData(new Object[] {StringData.fromString("a"), null}));
    assertThat(((ArrayData) RowValues.toInternal(ColumnTypes.STRINGS, List.of())).size()).isZero();
  }

  @Test
  void fieldsOfNestedRowsAreConvertedByTheirTypes() {
    Object[] message = {"agent", "hello", Instant.EPOCH};
    Object[] bare = {null, "hi", null};

    ArrayData messages =
        (ArrayData) RowValues.toInternal(ColumnTypes.MESSAGES, List.of(message, bare));

    RowData first = messages.getRow(0, 3);
    assertThat(first.getString(0)).hasToString("agent");
    assertThat(first.getTimestamp(2, 6).toInstant()).isEqualTo(Instant.EPOCH);
    assertThat(messages.getRow(1, 3).isNullAt(0)).isTrue();
    assertThat(messages.getRow(1, 3).isNullAt(2)).isTrue();
  }

  @Test
  void namesATypeThatNoColumnHolds() {
    assertThatThrownBy(() -> RowValues.toInternal(ColumnTypes.STRING, new StringBuilder("secret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A java.lang.StringBuilder cannot be a STRING column")
        .hasMessageNotContaining("secret");
  }
}
