package io.nextgen.insight.local;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.SmallIntType;
import org.apache.flink.table.types.logical.TinyIntType;
import org.apache.flink.table.types.logical.VarBinaryType;
import org.apache.flink.table.types.logical.VarCharType;

/**
 * Rows of a Delta table as Flink's, so that Flink's formats can write them: the way back from what
 * the Delta sink does.
 */
final class FlinkRows {

  /** Delta keeps microseconds. */
  private static final int TIMESTAMP_PRECISION = 6;

  private FlinkRows() {}

  /**
   * @throws IllegalArgumentException where Flink has no such type
   */
  static RowType typeOf(StructType schema) {
    return new RowType(
        schema.fields().stream()
            .map(field -> new RowType.RowField(field.getName(), typeOf(field.getDataType())))
            .toList());
  }

  static RowData of(Row row) {
    StructType schema = row.getSchema();
    GenericRowData data = new GenericRowData(schema.length());
    for (int i = 0; i < schema.length(); i++) {
      DataType type = schema.at(i).getDataType();
      data.setField(i, row.isNullAt(i) ? null : internal(value(row, i, type), type));
    }
    return data;
  }

  private static LogicalType typeOf(DataType type) {
    if (type instanceof StructType struct) {
      return typeOf(struct);
    } else if (type instanceof ArrayType array) {
      return new org.apache.flink.table.types.logical.ArrayType(typeOf(array.getElementType()));
    } else if (type instanceof MapType map) {
      return new org.apache.flink.table.types.logical.MapType(
          typeOf(map.getKeyType()), typeOf(map.getValueType()));
    } else if (type instanceof StringType) {
      return VarCharType.STRING_TYPE;
    } else if (type instanceof BooleanType) {
      return new org.apache.flink.table.types.logical.BooleanType();
    } else if (type instanceof ByteType) {
      return new TinyIntType();
    } else if (type instanceof ShortType) {
      return new SmallIntType();
    } else if (type instanceof IntegerType) {
      return new org.apache.flink.table.types.logical.IntType();
    } else if (type instanceof LongType) {
      return new BigIntType();
    } else if (type instanceof FloatType) {
      return new org.apache.flink.table.types.logical.FloatType();
    } else if (type instanceof DoubleType) {
      return new org.apache.flink.table.types.logical.DoubleType();
    } else if (type instanceof DecimalType decimal) {
      return new org.apache.flink.table.types.logical.DecimalType(
          decimal.getPrecision(), decimal.getScale());
    } else if (type instanceof DateType) {
      return new org.apache.flink.table.types.logical.DateType();
    } else if (type instanceof TimestampType) {
      return new LocalZonedTimestampType(TIMESTAMP_PRECISION);
    } else if (type instanceof TimestampNTZType) {
      return new org.apache.flink.table.types.logical.TimestampType(TIMESTAMP_PRECISION);
    } else if (type instanceof BinaryType) {
      return new VarBinaryType(VarBinaryType.MAX_LENGTH);
    }
    throw new IllegalArgumentException("Flink has no type for a column of type " + type);
  }

  private static Object value(Row row, int i, DataType type) {
    if (type instanceof StructType) {
      return row.getStruct(i);
    } else if (type instanceof ArrayType) {
      return VectorUtils.toJavaList(row.getArray(i));
    } else if (type instanceof MapType) {
      return VectorUtils.toJavaMap(row.getMap(i));
    } else if (type instanceof StringType) {
      return row.getString(i);
    } else if (type instanceof BooleanType) {
      return row.getBoolean(i);
    } else if (type instanceof ByteType) {
      return row.getByte(i);
    } else if (type instanceof ShortType) {
      return row.getShort(i);
    } else if (type instanceof IntegerType || type instanceof DateType) {
      return row.getInt(i);
    } else if (type instanceof LongType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType) {
      return row.getLong(i);
    } else if (type instanceof FloatType) {
      return row.getFloat(i);
    } else if (type instanceof DoubleType) {
      return row.getDouble(i);
    } else if (type instanceof DecimalType) {
      return row.getDecimal(i);
    } else if (type instanceof BinaryType) {
      return row.getBinary(i);
    }
    throw new IllegalArgumentException("A column of type " + type + " cannot be read");
  }

  /** A value as Flink keeps it in its rows. */
  private static Object internal(Object value, DataType type) {
    if (value == null) {
      return null;
    } else if (type instanceof StructType) {
      return of((Row) value);
    } else if (type instanceof ArrayType array) {
      return new GenericArrayData(
          ((List<?>) value)
              .stream().map(element -> internal(element, array.getElementType())).toArray());
    } else if (type instanceof MapType map) {
      Map<Object, Object> entries = new HashMap<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        entries.put(
            internal(entry.getKey(), map.getKeyType()),
            internal(entry.getValue(), map.getValueType()));
      }
      return new GenericMapData(entries);
    } else if (type instanceof StringType) {
      return StringData.fromString((String) value);
    } else if (type instanceof DecimalType decimal) {
      return DecimalData.fromBigDecimal(
          (BigDecimal) value, decimal.getPrecision(), decimal.getScale());
    } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
      long micros = (Long) value;
      return TimestampData.fromEpochMillis(
          Math.floorDiv(micros, 1_000), Math.floorMod(micros, 1_000) * 1_000);
    }
    return value;
  }
}
