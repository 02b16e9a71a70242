package io.nextgen.insight.delta;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.table.types.logical.RowType;

/**
 * The table as the sink wants it.
 *
 * @param path root of the table on any Hadoop file system
 * @param rowType columns; their descriptions become the comments of the table's columns
 * @param partitionColumns names of the partition columns, in order; empty for none
 * @param description description of the table, null for none
 * @param properties table properties, set when the sink creates the table
 */
record TableDefinition(
    String path,
    RowType rowType,
    List<String> partitionColumns,
    String description,
    Map<String, String> properties)
    implements Serializable {

  TableDefinition {
    partitionColumns = List.copyOf(partitionColumns);
    properties = Map.copyOf(properties);
  }

  /** Positions, in the rows, of the columns that go into the data files. */
  int[] dataColumns() {
    return IntStream.range(0, rowType.getFieldCount())
        .filter(i -> !partitionColumns.contains(rowType.getFieldNames().get(i)))
        .toArray();
  }

  /** Positions, in the rows, of the partition columns, in the table's partition order. */
  int[] partitionColumnPositions() {
    return partitionColumns.stream().mapToInt(rowType::getFieldIndex).toArray();
  }

  /** Last two components of the path, such as {@code gold/customer_insights}, for names. */
  String shortName() {
    String[] components = path.replaceAll("/+$", "").split("/");
    int last = components.length - 1;
    return last > 0 && !components[last - 1].isEmpty()
        ? components[last - 1] + "/" + components[last]
        : components[last];
  }
}
