package io.nextgen.insight.delta;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.TimestampType;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes the given columns of {@link RowData} to Parquet without a detour over other objects. */
final class RowDataWriteSupport extends WriteSupport<RowData> {

  /** Writes a value that is not null, from a row or from an array. */
  private record ValueWriter(FromRow fromRow, FromArray fromArray) {}

  @FunctionalInterface
  private interface FromRow {
    void write(RowData row, int position);
  }

  @FunctionalInterface
  private interface FromArray {
    void write(ArrayData array, int position);
  }

  private record FieldWriter(String name, String path, boolean nullable, ValueWriter writer) {}

  private final RowType rowType;
  private final int[] columns;
  private final FieldWriter[] fields;
  private RecordConsumer consumer;
  private long bytesOfVariableLength;

  RowDataWriteSupport(RowType rowType, int[] columns) {
    this.rowType = rowType;
    this.columns = columns;
    this.fields = new FieldWriter[columns.length];
    Arrays.setAll(fields, i -> field(rowType.getFields().get(columns[i]), ""));
  }

  @Override
  @SuppressWarnings("deprecation") // the only abstract one; its successor is optional
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetSchema.of(rowType, columns), Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchema.of(rowType, columns), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.consumer = recordConsumer;
  }

  @Override
  public void write(RowData row) {
    consumer.startMessage();
    for (int i = 0; i < columns.length; i++) {
      writeField(row, columns[i], i, fields[i]);
    }
    consumer.endMessage();
  }

  /** Bytes of all strings and binaries so far: what can make a single row large. */
  long bytesOfVariableLength() {
    return bytesOfVariableLength;
  }

  private FieldWriter field(RowType.RowField field, String parent) {
    String path = parent + field.getName();
    return new FieldWriter(
        field.getName(), path, field.getType().isNullable(), writer(field.getType(), path));
  }

  private void writeField(RowData row, int position, int index, FieldWriter field) {
    if (!row.isNullAt(position)) {
      consumer.startField(field.name(), index);
      field.writer().fromRow().write(row, position);
      consumer.endField(field.name(), index);
    } else if (!field.nullable()) {
      throw new IllegalArgumentException(
          "Column '" + field.path() + "' is null in a row, but its type says NOT NULL.");
    }
  }

  private ValueWriter writer(LogicalType type, String path) {
    return switch (type.getTypeRoot()) {
      case CHAR, VARCHAR ->
          new ValueWriter(
              (row, i) -> addString(row.getString(i)), (array, i) -> addString(array.getString(i)));
      case BOOLEAN ->
          new ValueWriter(
              (row, i) -> consumer.addBoolean(row.getBoolean(i)),
              (array, i) -> consumer.addBoolean(array.getBoolean(i)));
      case TINYINT ->
          new ValueWriter(
              (row, i) -> consumer.addInteger(row.getByte(i)),
              (array, i) -> consumer.addInteger(array.getByte(i)));
      case SMALLINT ->
          new ValueWriter(
              (row, i) -> consumer.addInteger(row.getShort(i)),
              (array, i) -> consumer.addInteger(array.getShort(i)));
      case INTEGER, DATE ->
          new ValueWriter(
              (row, i) -> consumer.addInteger(row.getInt(i)),
              (array, i) -> consumer.addInteger(array.getInt(i)));
      case BIGINT ->
          new ValueWriter(
              (row, i) -> consumer.addLong(row.getLong(i)),
              (array, i) -> consumer.addLong(array.getLong(i)));
      case FLOAT ->
          new ValueWriter(
              (row, i) -> consumer.addFloat(row.getFloat(i)),
              (array, i) -> consumer.addFloat(array.getFloat(i)));
      case DOUBLE ->
          new ValueWriter(
              (row, i) -> consumer.addDouble(row.getDouble(i)),
              (array, i) -> consumer.addDouble(array.getDouble(i)));
      case BINARY, VARBINARY ->
          new ValueWriter(
              (row, i) -> addBytes(row.getBinary(i)), (array, i) -> addBytes(array.getBinary(i)));
      case DECIMAL -> decimalWriter((DecimalType) type, path);
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
          timestampWriter(((LocalZonedTimestampType) type).getPrecision());
      case TIMESTAMP_WITHOUT_TIME_ZONE -> timestampWriter(((TimestampType) type).getPrecision());
      case ARRAY -> {
        LogicalType elementType = type.getChildren().get(0);
        ValueWriter element = writer(elementType, path + ".element");
        yield new ValueWriter(
            (row, i) -> writeList(row.getArray(i), elementType, element, path),
            (array, i) -> writeList(array.getArray(i), elementType, element, path));
      }
      case MAP -> {
        LogicalType valueType = type.getChildren().get(1);
        ValueWriter key = writer(type.getChildren().get(0), path + ".key");
        ValueWriter value = writer(valueType, path + ".value");
        yield new ValueWriter(
            (row, i) -> writeMap(row.getMap(i), key, valueType, value, path),
            (array, i) -> writeMap(array.getMap(i), key, valueType, value, path));
      }
      case ROW -> {
        RowType nested = (RowType) type;
        int size = nested.getFieldCount();
        FieldWriter[] nestedFields = new FieldWriter[size];
        Arrays.setAll(nestedFields, i -> field(nested.getFields().get(i), path + "."));
        yield new ValueWriter(
            (row, i) -> writeStruct(row.getRow(i, size), nestedFields),
            (array, i) -> writeStruct(array.getRow(i, size), nestedFields));
      }
      default -> throw new IllegalArgumentException("No Parquet type for " + type);
    };
  }

  private ValueWriter timestampWriter(int precision) {
    return new ValueWriter(
        (row, i) -> consumer.addLong(micros(row.getTimestamp(i, precision))),
        (array, i) -> consumer.addLong(micros(array.getTimestamp(i, precision))));
  }

  private ValueWriter decimalWriter(DecimalType type, String path) {
    int precision = type.getPrecision();
    int scale = type.getScale();
    return new ValueWriter(
        (row, i) -> addDecimal(row.getDecimal(i, precision, scale), type, path),
        (array, i) -> addDecimal(array.getDecimal(i, precision, scale), type, path));
  }

  private void addString(StringData string) {
    if (string instanceof BinaryStringData binary && binary.getBinarySection() == null) {
      // Not encoded yet, and nobody needs its bytes after us: quicker than its own toBytes().
      byte[] utf8 = binary.getJavaObject().getBytes(StandardCharsets.UTF_8);
      bytesOfVariableLength += utf8.length;
      consumer.addBinary(Binary.fromConstantByteArray(utf8));
    } else {
      addBytes(string.toBytes());
    }
  }

  private void addBytes(byte[] bytes) {
    bytesOfVariableLength += bytes.length;
    // The bytes may belong to a row that is used again, so Parquet must copy what it keeps.
    consumer.addBinary(Binary.fromReusedByteArray(bytes));
  }

  /** Rows of objects hand out what was put into them, which would become another number here. */
  private void addDecimal(DecimalData decimal, DecimalType type, String path) {
    int precision = type.getPrecision();
    if (decimal.scale() != type.getScale()
        || decimal.precision() > precision && decimal.toBigDecimal().precision() > precision) {
      throw new IllegalArgumentException(
          "Column '"
              + path
              + "' has a decimal whose scale or precision is not that of its type "
              + type.asSummaryString()
              + ".");
    }
    if (precision <= ParquetSchema.INT_DECIMAL_DIGITS) {
      consumer.addInteger((int) decimal.toUnscaledLong());
    } else if (precision <= ParquetSchema.LONG_DECIMAL_DIGITS) {
      consumer.addLong(decimal.toUnscaledLong());
    } else {
      byte[] value = decimal.toUnscaledBytes();
      byte[] fixed = new byte[ParquetSchema.decimalBytes(precision)];
      Arrays.fill(fixed, new BigInteger(value).signum() < 0 ? (byte) -1 : 0);
      System.arraycopy(value, 0, fixed, fixed.length - value.length, value.length);
      consumer.addBinary(Binary.fromConstantByteArray(fixed));
    }
  }

  private static long micros(TimestampData timestamp) {
    return Math.addExact(
        Math.multiplyExact(timestamp.getMillisecond(), 1_000L),
        timestamp.getNanoOfMillisecond() / 1_000);
  }

  private void writeStruct(RowData row, FieldWriter[] structFields) {
    consumer.startGroup();
    for (int i = 0; i < structFields.length; i++) {
      writeField(row, i, i, structFields[i]);
    }
    consumer.endGroup();
  }

  private void writeList(ArrayData array, LogicalType type, ValueWriter element, String path) {
    consumer.startGroup();
    if (array.size() > 0) {
      consumer.startField("list", 0);
      for (int i = 0; i < array.size(); i++) {
        consumer.startGroup();
        writeElement(array, i, type, element, 0, "element", path);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }

  private void writeMap(
      MapData map, ValueWriter key, LogicalType valueType, ValueWriter value, String path) {
    consumer.startGroup();
    if (map.size() > 0) {
      ArrayData keys = map.keyArray();
      ArrayData values = map.valueArray();
      consumer.startField("key_value", 0);
      for (int i = 0; i < map.size(); i++) {
        if (keys.isNullAt(i)) {
          throw new IllegalArgumentException(
              "Column '" + path + "' has a map with a null key; Delta's maps have none.");
        }
        consumer.startGroup();
        consumer.startField("key", 0);
        key.fromArray().write(keys, i);
        consumer.endField("key", 0);
        writeElement(values, i, valueType, value, 1, "value", path);
        consumer.endGroup();
      }
      consumer.endField("key_value", 0);
    }
    consumer.endGroup();
  }

  private void writeElement(
      ArrayData array,
      int position,
      LogicalType type,
      ValueWriter writer,
      int field,
      String name,
      String path) {
    if (!array.isNullAt(position)) {
      consumer.startField(name, field);
      writer.fromArray().write(array, position);
      consumer.endField(name, field);
    } else if (!type.isNullable()) {
      throw new IllegalArgumentException(
          "Column '" + path + "' has a null " + name + " where its type says NOT NULL.");
    }
  }
}
