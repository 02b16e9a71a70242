package io.nextgen.insight.pipeline.tables;

import io.nextgen.insight.delta.DeltaSink;
import io.nextgen.insight.delta.DeltaSinkOptions;
import io.nextgen.insight.pipeline.config.LakeOptions;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;

/** Writes streams of records to the lake's Delta tables, one commit a checkpoint. */
public final class LakeWriter {
  private final String lakePath;
  private final Map<String, String> hadoopSettings;
  private final boolean allowOlderCheckpoint;

  /**
   * @param flink Flink's own configuration, for the file systems' settings in it
   * @throws org.apache.flink.configuration.IllegalConfigurationException without a lake path
   */
  public LakeWriter(Configuration job, Configuration flink) {
    this.lakePath = LakeOptions.requiredLakePath(job);
    this.hadoopSettings = LakeOptions.hadoopSettings(flink);
    this.allowOlderCheckpoint = job.get(LakeOptions.ALLOW_OLDER_CHECKPOINT);
  }

  /** Ends a stream in a table. */
  public <T> void write(DataStream<T> records, LakeTable<T> table) {
    RowType rowType = table.rowType();
    String name = table.qualifiedName();
    records
        .map(table.toRow())
        .returns(InternalTypeInfo.of(rowType))
        .name(name + " rows")
        .uid(name + "-rows")
        .sinkTo(
            DeltaSink.builder()
                .tablePath(table.path(lakePath))
                .rowType(rowType)
                .partitionBy(table.partitionColumns().toArray(String[]::new))
                .tableDescription(table.description())
                .hadoopConfiguration(hadoopSettings)
                // A later version of the job, or a promoted field, brings columns of its own.
                .option(DeltaSinkOptions.ADD_COLUMNS, true)
                .option(DeltaSinkOptions.ALLOW_OLDER_CHECKPOINT, allowOlderCheckpoint)
                .build())
        .name(name)
        .uid(name);
  }
}
