package io.nextgen.insight.pipeline.tables;

import io.nextgen.insight.pipeline.config.LakeOptions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A Delta table of the lake: its name, what each column means, and how a record of type {@code T}
 * becomes a row of it.
 *
 * @param description what a row is, for the table's comment
 * @param partitionColumns names among the columns; empty where the table has no partitions
 */
public record LakeTable<T>(
    Layer layer,
    String name,
    String description,
    List<Column<T>> columns,
    List<String> partitionColumns)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * A column.
   *
   * @param comment what the value means, for the table's own column comment
   * @param value the record's value as plain Java ({@code String, Integer, Long, Double, Boolean,
   *     Enum, Instant, LocalDate, List}, or {@code Object[]} for a nested row); null where the
   *     column is nullable
   */
  public record Column<T>(
      String name, LogicalType type, String comment, SerializableFunction<T, Object> value)
      implements Serializable {

    private static final long serialVersionUID = 1L;
  }

  public static <T> Builder<T> table(Layer layer, String name, String description) {
    return new Builder<>(layer, name, description);
  }

  /** {@code bronze.chats}, as people and the export command call it. */
  public String qualifiedName() {
    return layer.folder() + "." + name;
  }

  /**
   * Where the table is in a lake.
   *
   * @param lakePath as {@link LakeOptions#LAKE_PATH} has it: the root above the layers' folders, or
   *     a path with a placeholder for the layer
   */
  public String path(String lakePath) {
    String root = lakePath.endsWith("/") ? lakePath.substring(0, lakePath.length() - 1) : lakePath;
    return root.contains(LakeOptions.LAYER_PLACEHOLDER)
        ? root.replace(LakeOptions.LAYER_PLACEHOLDER, layer.folder()) + "/" + name
        : root + "/" + layer.folder() + "/" + name;
  }

  /** The schema; each field's description is the column's comment. */
  public RowType rowType() {
    return new RowType(
        false,
        columns.stream()
            .map(column -> new RowType.RowField(column.name(), column.type(), column.comment()))
            .toList());
  }

  /** Turns records into rows of this table. */
  public MapFunction<T, RowData> toRow() {
    return record -> {
      GenericRowData row = new GenericRowData(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        Column<T> column = columns.get(i);
        row.setField(i, RowValues.toInternal(column.type(), column.value().apply(record)));
      }
      return row;
    };
  }

  /** Collects a table's columns in their order. */
  public static final class Builder<T> {
    private final Layer layer;
    private final String name;
    private final String description;
    private final List<Column<T>> columns = new ArrayList<>();

    private Builder(Layer layer, String name, String description) {
      this.layer = layer;
      this.name = name;
      this.description = description;
    }

    public Builder<T> column(
        String column, LogicalType type, String comment, SerializableFunction<T, Object> value) {
      columns.add(new Column<>(column, type, comment, value));
      return this;
    }

    public LakeTable<T> partitionedBy(String... partitionColumns) {
      return new LakeTable<>(
          layer, name, description, List.copyOf(columns), List.of(partitionColumns));
    }

    public LakeTable<T> unpartitioned() {
      return partitionedBy();
    }
  }
}
