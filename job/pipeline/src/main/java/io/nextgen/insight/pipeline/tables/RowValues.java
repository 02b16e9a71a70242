package io.nextgen.insight.pipeline.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

/** Plain Java values in the shapes that {@code RowData} holds. */
final class RowValues {

  private RowValues() {}

  /**
   * @param value of the Java type that {@link LakeTable.Column} lists for {@code type}; may be null
   * @throws IllegalArgumentException for a Java type that no column holds
   */
  static Object toInternal(LogicalType type, Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String || value instanceof Enum<?>) {
      return StringData.fromString(value.toString());
    }
    if (value instanceof Instant instant) {
      return TimestampData.fromInstant(instant);
    }
    if (value instanceof LocalDate date) {
      return Math.toIntExact(date.toEpochDay());
    }
    if (value instanceof List<?> list) {
      LogicalType elementType = ((ArrayType) type).getElementType();
      return new GenericArrayData(
          list.stream().map(element -> toInternal(elementType, element)).toArray());
    }
    if (value instanceof Object[] fields) {
      RowType rowType = (RowType) type;
      GenericRowData row = new GenericRowData(fields.length);
      for (int i = 0; i < fields.length; i++) {
        row.setField(i, toInternal(rowType.getTypeAt(i), fields[i]));
      }
      return row;
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "A " + value.getClass().getName() + " cannot be a " + type.asSummaryString() + " column");
  }
}
