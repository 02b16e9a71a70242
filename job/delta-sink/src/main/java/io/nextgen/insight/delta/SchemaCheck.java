package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

/** Checks that rows of the sink's schema can be appended to a table as it is. */
final class SchemaCheck {

  static final String COLUMN_MAPPING = "delta.columnMapping.mode";

  /** Metadata of a column: what a row that does not name it has there. */
  private static final String DEFAULT_VALUE = "CURRENT_DEFAULT";

  /** Metadata of a string column that Spark made as {@code CHAR} or {@code VARCHAR}. */
  private static final String LIMITED_STRING = "__CHAR_VARCHAR_TYPE_STRING";

  private static final Pattern LENGTH = Pattern.compile("(?:var)?char\\((\\d+)\\)");

  private SchemaCheck() {}

  /**
   * @param schema the table's schema as it will be when the rows are committed
   * @throws IllegalStateException naming the table, the column and what is in the way
   */
  static void check(TableDefinition sink, Snapshot table, StructType schema) {
    Map<String, String> properties = table.getTableProperties();
    if (hasColumnMapping(properties)) {
      throw new IllegalStateException(
          "Table "
              + sink.path()
              + " has "
              + COLUMN_MAPPING
              + " = "
              + properties.get(COLUMN_MAPPING)
              + ", which this sink does not write.");
    }
    WriterFeatures.check(sink.path(), table.getProtocol(), table.getSchema(), properties);
    List<String> partitionColumns = table.getPartitionColumnNames();
    if (!partitionColumns.equals(sink.partitionColumns())) {
      throw new IllegalStateException(
          "Table "
              + sink.path()
              + " is partitioned by "
              + partitionColumns
              + ", the sink by "
              + sink.partitionColumns()
              + ".");
    }
    checkStruct(DeltaSchema.of(sink.rowType()), schema, "", sink.path());
    sink.rowType().getFields().forEach(field -> checkLength(field, schema, sink.path()));
  }

  /** Delta has no lengths; Spark keeps them beside the type and checks what it writes itself. */
  private static void checkLength(RowType.RowField field, StructType table, String path) {
    FieldMetadata metadata = table.get(field.getName()).getMetadata();
    if (metadata.contains(LIMITED_STRING)) {
      String limited = metadata.getString(LIMITED_STRING);
      Matcher length = LENGTH.matcher(limited);
      if (length.matches()
          && LogicalTypeChecks.getLength(field.getType()) > Integer.parseInt(length.group(1))) {
        throw mismatch(
            path,
            field.getName(),
            "is "
                + limited
                + " in the table and "
                + field.getType().asSummaryString()
                + " in the sink. Shorten it before the sink, and declare it so there");
      }
    }
  }

  static boolean hasColumnMapping(Map<String, String> properties) {
    return !properties.getOrDefault(COLUMN_MAPPING, "none").equals("none");
  }

  private static void checkStruct(StructType sink, StructType table, String parent, String path) {
    for (StructField field : sink.fields()) {
      String column = parent + field.getName();
      if (table.indexOf(field.getName()) < 0) {
        throw mismatch(path, column, "is not in the table" + cureOfMissing(field, table));
      }
      StructField existing = table.get(field.getName());
      if (field.isNullable() && !existing.isNullable()) {
        throw mismatch(path, column, "is NOT NULL in the table and nullable in the sink");
      }
      checkType(field.getDataType(), existing.getDataType(), column, path);
    }
    for (StructField existing : table.fields()) {
      if (!existing.isNullable() && sink.indexOf(existing.getName()) < 0) {
        throw mismatch(
            path, parent + existing.getName(), "is NOT NULL in the table and not in the sink");
      }
      if (existing.getMetadata().contains(DEFAULT_VALUE) && sink.indexOf(existing.getName()) < 0) {
        throw mismatch(
            path,
            parent + existing.getName(),
            "has a default value in the table and is not in the sink, which would leave it null."
                + " Add it to the rows");
      }
    }
  }

  private static void checkType(DataType sink, DataType table, String column, String path) {
    if (sink instanceof StructType sinkStruct && table instanceof StructType tableStruct) {
      checkStruct(sinkStruct, tableStruct, column + ".", path);
    } else if (sink instanceof ArrayType sinkArray && table instanceof ArrayType tableArray) {
      checkNullable(sinkArray.containsNull(), tableArray.containsNull(), column, path);
      checkType(sinkArray.getElementType(), tableArray.getElementType(), column + ".element", path);
    } else if (sink instanceof MapType sinkMap && table instanceof MapType tableMap) {
      checkNullable(sinkMap.isValueContainsNull(), tableMap.isValueContainsNull(), column, path);
      checkType(sinkMap.getKeyType(), tableMap.getKeyType(), column + ".key", path);
      checkType(sinkMap.getValueType(), tableMap.getValueType(), column + ".value", path);
    } else if (!sink.equals(table)) {
      throw mismatch(
          path,
          column,
          "is " + table + " in the table and " + sink + " in the sink" + cureOfType(sink, table));
    }
  }

  private static String cureOfMissing(StructField field, StructType table) {
    Optional<String> otherCase =
        table.fieldNames().stream().filter(field.getName()::equalsIgnoreCase).findFirst();
    if (otherCase.isPresent()) {
      return ", which has '" + otherCase.get() + "': spell it so";
    } else if (!field.isNullable()) {
      return ". A column that is NOT NULL cannot be added: make it nullable";
    } else if (field.getDataType() instanceof TimestampNTZType) {
      return ". Add it by ALTER TABLE, or set "
          + DeltaSinkOptions.ADD_COLUMNS.key()
          + " if the table has the feature timestampNtz";
    }
    return ". Add it by ALTER TABLE, or set " + DeltaSinkOptions.ADD_COLUMNS.key();
  }

  private static String cureOfType(DataType sink, DataType table) {
    if (SchemaEvolution.isWider(sink, table)) {
      return ". To widen a column that is neither for partitions nor within an array or map, set "
          + SchemaEvolution.TYPE_WIDENING
          + " on the table and "
          + DeltaSinkOptions.WIDEN_TYPES.key()
          + " on the sink";
    }
    return ". Convert it before the sink";
  }

  private static void checkNullable(boolean sink, boolean table, String column, String path) {
    if (sink && !table) {
      throw mismatch(path, column, "has no null elements in the table, but may have in the sink");
    }
  }

  private static IllegalStateException mismatch(String path, String column, String problem) {
    return new IllegalStateException(
        "Table " + path + " does not fit the sink: column '" + column + "' " + problem + ".");
  }
}
