package io.nextgen.insight.delta;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;

/**
 * Maps Flink's logical types to Delta's primitive and nested types (Delta protocol, section "Schema
 * Serialization Format"), and refuses what has no counterpart.
 */
final class DeltaSchema {

  /** Characters that a table without column mapping cannot have in a column name. */
  private static final String FORBIDDEN_IN_NAMES = " ,;{}()\n\t=";

  /** Delta keeps microseconds. */
  private static final int TIMESTAMP_PRECISION = 6;

  private static final Set<LogicalTypeRoot> PARTITION_TYPES =
      Set.of(
          LogicalTypeRoot.CHAR,
          LogicalTypeRoot.VARCHAR,
          LogicalTypeRoot.DATE,
          LogicalTypeRoot.TINYINT,
          LogicalTypeRoot.SMALLINT,
          LogicalTypeRoot.INTEGER,
          LogicalTypeRoot.BIGINT);

  private DeltaSchema() {}

  /**
   * The Delta schema of a row type.
   *
   * @throws IllegalArgumentException naming the column whose type or name Delta cannot take
   */
  static StructType of(RowType rowType) {
    return struct(rowType, "");
  }

  /**
   * Checks that the partition columns exist, that their types can be partition values, and that a
   * column is left for the files.
   *
   * @throws IllegalArgumentException naming the column
   */
  static void checkPartitionColumns(RowType rowType, List<String> partitionColumns) {
    Set<String> seen = new HashSet<>();
    for (String column : partitionColumns) {
      int position = rowType.getFieldIndex(column);
      if (position < 0) {
        throw new IllegalArgumentException(
            "Partition column '" + column + "' is not one of " + rowType.getFieldNames() + ".");
      }
      if (!seen.add(column)) {
        throw new IllegalArgumentException("Partition column '" + column + "' is named twice.");
      }
      if (column.indexOf(':') >= 0) {
        // Kernel puts the name into a path as it is, at the commit, and takes it for a URI's
        // scheme.
        throw new IllegalArgumentException(
            "Partition column '" + column + "' cannot have a colon in its name.");
      }
      LogicalType type = rowType.getTypeAt(position);
      if (!PARTITION_TYPES.contains(type.getTypeRoot())) {
        throw new IllegalArgumentException(
            "Partition column '"
                + column
                + "' is of type "
                + type.asSummaryString()
                + "; partition by a string, a date or an integer column.");
      }
    }
    if (partitionColumns.size() == rowType.getFieldCount()) {
      throw new IllegalArgumentException(
          "Every column is a partition column; a data file needs at least one other.");
    }
  }

  private static StructType struct(RowType rowType, String parent) {
    if (rowType.getFieldCount() == 0) {
      throw new IllegalArgumentException(
          (parent.isEmpty() ? "The table" : "Column '" + parent + "'") + " has no fields.");
    }
    Set<String> names = new HashSet<>();
    StructType struct = new StructType();
    for (RowType.RowField field : rowType.getFields()) {
      String path = parent.isEmpty() ? field.getName() : parent + "." + field.getName();
      checkName(field.getName(), path);
      if (!names.add(field.getName().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "Column '" + path + "' occurs twice; Delta does not tell upper from lower case.");
      }
      FieldMetadata metadata =
          field
              .getDescription()
              .map(comment -> FieldMetadata.builder().putString("comment", comment).build())
              .orElse(FieldMetadata.empty());
      struct =
          struct.add(
              new StructField(
                  field.getName(),
                  dataType(field.getType(), path),
                  field.getType().isNullable(),
                  metadata));
    }
    return struct;
  }

  private static void checkName(String name, String path) {
    if (name.chars().anyMatch(c -> FORBIDDEN_IN_NAMES.indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "Column '"
              + path
              + "' cannot be a Delta column: a name has no space, comma, semicolon, brace,"
              + " parenthesis, equals sign, tab or line break.");
    }
  }

  private static DataType dataType(LogicalType type, String path) {
    return switch (type.getTypeRoot()) {
      case CHAR, VARCHAR -> StringType.STRING;
      case BOOLEAN -> BooleanType.BOOLEAN;
      case TINYINT -> ByteType.BYTE;
      case SMALLINT -> ShortType.SHORT;
      case INTEGER -> IntegerType.INTEGER;
      case BIGINT -> LongType.LONG;
      case FLOAT -> FloatType.FLOAT;
      case DOUBLE -> DoubleType.DOUBLE;
      case DATE -> DateType.DATE;
      case BINARY, VARBINARY -> BinaryType.BINARY;
      case DECIMAL -> {
        var decimal = (org.apache.flink.table.types.logical.DecimalType) type;
        yield new DecimalType(decimal.getPrecision(), decimal.getScale());
      }
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> {
        checkPrecision(((LocalZonedTimestampType) type).getPrecision(), type, path);
        yield TimestampType.TIMESTAMP;
      }
      case TIMESTAMP_WITHOUT_TIME_ZONE -> {
        var timestamp = (org.apache.flink.table.types.logical.TimestampType) type;
        checkPrecision(timestamp.getPrecision(), type, path);
        yield TimestampNTZType.TIMESTAMP_NTZ;
      }
      case ARRAY -> {
        LogicalType element = type.getChildren().get(0);
        yield new ArrayType(dataType(element, path + ".element"), element.isNullable());
      }
      case MAP -> {
        LogicalType key = type.getChildren().get(0);
        LogicalType value = type.getChildren().get(1);
        yield new MapType(
            dataType(key, path + ".key"), dataType(value, path + ".value"), value.isNullable());
      }
      case ROW -> struct((RowType) type, path);
      default ->
          throw new IllegalArgumentException(
              "Column '"
                  + path
                  + "' is of type "
                  + type.asSummaryString()
                  + ", which Delta does not have. Convert it before the sink.");
    };
  }

  private static void checkPrecision(int precision, LogicalType type, String path) {
    if (precision > TIMESTAMP_PRECISION) {
      throw new IllegalArgumentException(
          "Column '"
              + path
              + "' is of type "
              + type.asSummaryString()
              + "; Delta keeps microseconds, so use a precision of 6 or less.");
    }
  }
}
