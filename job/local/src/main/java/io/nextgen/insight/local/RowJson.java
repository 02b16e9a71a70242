package io.nextgen.insight.local;

import com.fasterxml.jackson.core.JsonGenerator;
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
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A Delta row as JSON: timestamps as ISO 8601 in UTC, dates as ISO 8601, binary as Base64, nulls
 * written out.
 */
final class RowJson {

  private RowJson() {}

  static void write(Row row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    List<StructField> fields = row.getSchema().fields();
    for (int i = 0; i < fields.size(); i++) {
      DataType type = fields.get(i).getDataType();
      json.writeFieldName(fields.get(i).getName());
      writeValue(row.isNullAt(i) ? null : value(row, i, type), type, json);
    }
    json.writeEndObject();
  }

  private static void writeValue(Object value, DataType type, JsonGenerator json)
      throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (type instanceof StructType) {
      write((Row) value, json);
    } else if (type instanceof ArrayType arrayType) {
      json.writeStartArray();
      for (Object element : (List<?>) value) {
        writeValue(element, arrayType.getElementType(), json);
      }
      json.writeEndArray();
    } else if (type instanceof MapType mapType) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        writeValue(entry.getValue(), mapType.getValueType(), json);
      }
      json.writeEndObject();
    } else {
      writeScalar(value, type, json);
    }
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
    throw new IllegalArgumentException("A column of type " + type + " cannot be exported");
  }

  private static void writeScalar(Object value, DataType type, JsonGenerator json)
      throws IOException {
    if (type instanceof TimestampType) {
      json.writeString(instant((Long) value).toString());
    } else if (type instanceof TimestampNTZType) {
      json.writeString(LocalDateTime.ofInstant(instant((Long) value), ZoneOffset.UTC).toString());
    } else if (type instanceof DateType) {
      json.writeString(LocalDate.ofEpochDay((Integer) value).toString());
    } else {
      json.writePOJO(value);
    }
  }

  private static Instant instant(long epochMicros) {
    return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
  }
}
