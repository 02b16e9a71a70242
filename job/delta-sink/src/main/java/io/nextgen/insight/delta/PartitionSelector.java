package io.nextgen.insight.delta;

import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.table.data.RowData;

/** The hash of a row's partition values, by which rows are distributed over the writers. */
final class PartitionSelector implements KeySelector<RowData, Integer> {

  private static final long serialVersionUID = 1L;

  private final TableDefinition table;
  private transient Partition partition;

  PartitionSelector(TableDefinition table) {
    this.table = table;
  }

  @Override
  public Integer getKey(RowData row) {
    if (partition == null) {
      partition = new Partition(table);
    }
    return partition.valuesOf(row).hashCode();
  }
}
