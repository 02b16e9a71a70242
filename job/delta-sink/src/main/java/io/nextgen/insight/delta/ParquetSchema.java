package io.nextgen.insight.delta;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The Parquet schema of a data file: the types that Spark writes for Delta tables, timestamps as
 * INT64 microseconds.
 */
final class ParquetSchema {

  /** Decimals of up to this many digits fit an INT32. */
  static final int INT_DECIMAL_DIGITS = 9;

  /** Decimals of up to this many digits fit an INT64. */
  static final int LONG_DECIMAL_DIGITS = 18;

  private ParquetSchema() {}

  /** The schema of a file with the given columns of the rows. */
  static MessageType of(RowType rowType, int[] columns) {
    List<Type> fields = new ArrayList<>(columns.length);
    for (int column : columns) {
      fields.add(field(rowType.getTypeAt(column), rowType.getFieldNames().get(column)));
    }
    return new MessageType("spark_schema", fields);
  }

  /** Bytes of the two's complement of the largest decimal with so many digits. */
  static int decimalBytes(int precision) {
    return BigInteger.TEN.pow(precision).subtract(BigInteger.ONE).bitLength() / 8 + 1;
  }

  private static Type field(LogicalType type, String name) {
    return field(type, name, type.isNullable() ? Repetition.OPTIONAL : Repetition.REQUIRED);
  }

  private static Type field(LogicalType type, String name, Repetition repetition) {
    return switch (type.getTypeRoot()) {
      case CHAR, VARCHAR -> Types.primitive(BINARY, repetition).as(stringType()).named(name);
      case BOOLEAN -> primitive(BOOLEAN, repetition, name);
      case TINYINT -> Types.primitive(INT32, repetition).as(intType(8, true)).named(name);
      case SMALLINT -> Types.primitive(INT32, repetition).as(intType(16, true)).named(name);
      case INTEGER -> primitive(INT32, repetition, name);
      case BIGINT -> primitive(INT64, repetition, name);
      case FLOAT -> primitive(FLOAT, repetition, name);
      case DOUBLE -> primitive(DOUBLE, repetition, name);
      case DATE -> Types.primitive(INT32, repetition).as(dateType()).named(name);
      case BINARY, VARBINARY -> primitive(BINARY, repetition, name);
      case DECIMAL -> decimal((DecimalType) type, repetition, name);
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
          Types.primitive(INT64, repetition).as(timestampType(true, TimeUnit.MICROS)).named(name);
      case TIMESTAMP_WITHOUT_TIME_ZONE ->
          Types.primitive(INT64, repetition).as(timestampType(false, TimeUnit.MICROS)).named(name);
      case ARRAY ->
          ConversionPatterns.listOfElements(
              repetition, name, field(type.getChildren().get(0), "element"));
      case MAP ->
          ConversionPatterns.mapType(
              repetition,
              name,
              field(type.getChildren().get(0), "key", Repetition.REQUIRED),
              field(type.getChildren().get(1), "value"));
      case ROW -> {
        var group = Types.buildGroup(repetition);
        ((RowType) type).getFields().forEach(f -> group.addField(field(f.getType(), f.getName())));
        yield group.named(name);
      }
      default -> throw new IllegalArgumentException("No Parquet type for " + type);
    };
  }

  private static Type primitive(PrimitiveTypeName type, Repetition repetition, String name) {
    return Types.primitive(type, repetition).named(name);
  }

  private static Type decimal(DecimalType type, Repetition repetition, String name) {
    var annotation = decimalType(type.getScale(), type.getPrecision());
    if (type.getPrecision() <= INT_DECIMAL_DIGITS) {
      return Types.primitive(INT32, repetition).as(annotation).named(name);
    }
    if (type.getPrecision() <= LONG_DECIMAL_DIGITS) {
      return Types.primitive(INT64, repetition).as(annotation).named(name);
    }
    return Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
        .length(decimalBytes(type.getPrecision()))
        .as(annotation)
        .named(name);
  }
}
