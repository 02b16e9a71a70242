package io.nextgen.insight.delta;

import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.utils.CloseableIterable;
import java.util.List;

/**
 * Adds columns of the sink that the table lacks, in one commit that adds nothing else.
 *
 * <p>Kernel changes the schema of tables with column mapping only, which older readers do not read;
 * so the new metadata goes into the log as an action of ours. Kernel does not know of it: the
 * commit's hooks must not run, for its checksum would hold the old schema, and the next snapshot
 * has to come from the log.
 */
final class NewColumns {

  private static final String TIMESTAMP_NTZ = "timestampNtz";

  private NewColumns() {}

  /** The sink's columns that the table lacks and can get, in the sink's order. */
  static List<StructField> of(TableDefinition sink, Snapshot table) {
    StructType existing = table.getSchema();
    boolean takesNtz = table.getProtocol().getReaderFeatures().contains(TIMESTAMP_NTZ);
    return DeltaSchema.of(sink.rowType()).fields().stream()
        .filter(field -> existing.indexOf(field.getName()) < 0)
        .filter(StructField::isNullable)
        .filter(field -> takesNtz || !(field.getDataType() instanceof TimestampNTZType))
        .toList();
  }

  /**
   * Commits.
   *
   * @throws io.delta.kernel.exceptions.MetadataChangedException if another writer changed the
   *     table's metadata meanwhile
   */
  static void add(List<StructField> columns, Snapshot table, Engine engine) {
    StructType schema = table.getSchema();
    for (StructField column : columns) {
      schema = schema.add(column);
    }
    Metadata metadata = table.getMetadata().withNewSchema(schema);
    Row action = SingleAction.createMetadataSingleAction(metadata.toRow());
    table
        .buildUpdateTableTransaction(DeltaTable.ENGINE_INFO, Operation.MANUAL_UPDATE)
        .build(engine)
        .commit(
            engine,
            CloseableIterable.inMemoryIterable(toCloseableIterator(List.of(action).iterator())));
  }
}
