package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TypeChange;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/**
 * What of the sink's schema a table may take over, in the commit that brings the first files of it.
 *
 * <p>A new column is taken over where readers find nulls for the rows that lack it: it must be
 * nullable, and its type one that the table's protocol has. A wider type is where the table says
 * that its readers know of such changes ({@value #TYPE_WIDENING}); old files stay as they are.
 *
 * @param addColumns see {@link DeltaSinkOptions#ADD_COLUMNS}
 * @param widenTypes see {@link DeltaSinkOptions#WIDEN_TYPES}
 */
record SchemaEvolution(boolean addColumns, boolean widenTypes) {

  static final SchemaEvolution NONE = new SchemaEvolution(false, false);

  static final String TYPE_WIDENING = "delta.enableTypeWidening";

  private static final String TIMESTAMP_NTZ = "timestampNtz";

  /** Integers by their width. */
  private static final List<DataType> INTEGERS =
      List.of(ByteType.BYTE, ShortType.SHORT, IntegerType.INTEGER, LongType.LONG);

  static SchemaEvolution of(ReadableConfig options) {
    return new SchemaEvolution(
        options.get(DeltaSinkOptions.ADD_COLUMNS), options.get(DeltaSinkOptions.WIDEN_TYPES));
  }

  /** Whether values of one type are values of the other too, with room for more. */
  static boolean isWider(DataType sink, DataType table) {
    return INTEGERS.indexOf(table) >= 0 && INTEGERS.indexOf(sink) > INTEGERS.indexOf(table)
        || table instanceof FloatType && sink instanceof DoubleType;
  }

  /**
   * The table's schema with what it may take over; the table's own where there is nothing. Whether
   * the sink's rows then fit is for {@link SchemaCheck} to say.
   */
  StructType evolved(TableDefinition sink, Snapshot table) {
    StructType schema = table.getSchema();
    if (!addColumns && !widenTypes) {
      return schema;
    }
    boolean ntz = table.getProtocol().getReaderFeatures().contains(TIMESTAMP_NTZ);
    boolean widening =
        widenTypes
            && Boolean.parseBoolean(
                table.getTableProperties().getOrDefault(TYPE_WIDENING, "false"));
    return new Merge(ntz, widening, sink.partitionColumns())
        .struct(DeltaSchema.of(sink.rowType()), schema, true);
  }

  private final class Merge {

    private final boolean ntz;
    private final boolean widening;
    private final List<String> partitionColumns;

    private Merge(boolean ntz, boolean widening, List<String> partitionColumns) {
      this.ntz = ntz;
      this.widening = widening;
      this.partitionColumns = partitionColumns;
    }

    private StructType struct(StructType sink, StructType table, boolean root) {
      List<StructField> fields = new ArrayList<>();
      for (StructField field : table.fields()) {
        boolean fixed = root && partitionColumns.contains(field.getName());
        fields.add(
            fixed || sink.indexOf(field.getName()) < 0
                ? field
                : field(sink.get(field.getName()).getDataType(), field));
      }
      if (addColumns) {
        sink.fields().stream().filter(field -> isAddable(field, table)).forEach(fields::add);
      }
      return new StructType(fields);
    }

    /** A name that differs in upper and lower case alone is the same to Delta. */
    private boolean isAddable(StructField field, StructType table) {
      return field.isNullable()
          && (ntz || !hasTimestampNtz(field.getDataType()))
          && table.fieldNames().stream().noneMatch(field.getName()::equalsIgnoreCase);
    }

    private StructField field(DataType sink, StructField field) {
      DataType table = field.getDataType();
      if (widening && isWider(sink, table)) {
        List<TypeChange> changes = new ArrayList<>(field.getTypeChanges());
        changes.add(new TypeChange(table, sink));
        return field.withDataType(sink).withTypeChanges(changes);
      }
      DataType merged = type(sink, table);
      return merged.equals(table) ? field : field.withDataType(merged);
    }

    /** Types of elements stay: readers are told of changed types by the fields around them only. */
    private DataType type(DataType sink, DataType table) {
      if (sink instanceof StructType sinkStruct && table instanceof StructType tableStruct) {
        return struct(sinkStruct, tableStruct, false);
      } else if (sink instanceof ArrayType sinkArray && table instanceof ArrayType tableArray) {
        StructField element = tableArray.getElementField();
        return new ArrayType(
            element.withDataType(type(sinkArray.getElementType(), element.getDataType())));
      } else if (sink instanceof MapType sinkMap && table instanceof MapType tableMap) {
        StructField value = tableMap.getValueField();
        return new MapType(
            tableMap.getKeyField(),
            value.withDataType(type(sinkMap.getValueType(), value.getDataType())));
      }
      return table;
    }
  }

  private static boolean hasTimestampNtz(DataType type) {
    if (type instanceof StructType struct) {
      return struct.fields().stream().anyMatch(field -> hasTimestampNtz(field.getDataType()));
    } else if (type instanceof ArrayType array) {
      return hasTimestampNtz(array.getElementType());
    } else if (type instanceof MapType map) {
      return hasTimestampNtz(map.getKeyType()) || hasTimestampNtz(map.getValueType());
    }
    return type instanceof TimestampNTZType;
  }
}
