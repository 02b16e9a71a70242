package io.nextgen.insight.delta;

import org.apache.flink.runtime.io.network.api.writer.SubtaskStateMapper;
import org.apache.flink.runtime.plugable.SerializationDelegate;
import org.apache.flink.streaming.runtime.partitioner.StreamPartitioner;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;

/**
 * Brings each row to the writer that {@link PartitionDistribution} chooses.
 *
 * <p>Not by {@code DataStream.partitionCustom}: Flink takes no unaligned checkpoints of a job with
 * that, as it cannot know where rows on their way belong after a rescaling. Here they may go to any
 * writer.
 */
final class PartitionExchange extends StreamPartitioner<RowData> {

  private static final long serialVersionUID = 1L;

  private final TableDefinition table;
  private final boolean balanced;
  private final PartitionDistribution distribution;
  private transient Partition partition;

  PartitionExchange(TableDefinition table, boolean balanced) {
    this.table = table;
    this.balanced = balanced;
    this.distribution = new PartitionDistribution(balanced);
  }

  @Override
  public int selectChannel(SerializationDelegate<StreamRecord<RowData>> row) {
    if (partition == null) {
      partition = new Partition(table);
    }
    int hash = partition.valuesOf(row.getInstance().getValue()).hashCode();
    return distribution.partition(hash, numberOfChannels);
  }

  /** Flink serializes one for each sender, so each counts for itself. */
  @Override
  public StreamPartitioner<RowData> copy() {
    return this;
  }

  @Override
  public SubtaskStateMapper getDownstreamSubtaskStateMapper() {
    return SubtaskStateMapper.ROUND_ROBIN;
  }

  @Override
  public boolean isPointwise() {
    return false;
  }

  @Override
  public String toString() {
    return balanced ? "BALANCED" : "PARTITION";
  }
}
