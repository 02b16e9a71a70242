package io.nextgen.insight.delta;

import io.delta.kernel.TableManager;
import io.delta.kernel.commit.CommitFailedException;
import io.delta.kernel.commit.CommitMetadata;
import io.delta.kernel.commit.CommitResponse;
import io.delta.kernel.commit.Committer;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import java.util.Optional;

/**
 * Creates the table at version 0.
 *
 * <p>Kernel's builder has no way to set a description, so it is put into the table's metadata on
 * the way to the log.
 */
final class TableCreation {

  private TableCreation() {}

  /**
   * Creates the table.
   *
   * @throws io.delta.kernel.exceptions.TableAlreadyExistsException if there is one
   * @throws io.delta.kernel.exceptions.ConcurrentWriteException if another writer was faster
   */
  static void create(TableDefinition table, Engine engine) {
    var builder =
        TableManager.buildCreateTableTransaction(
                table.path(), DeltaSchema.of(table.rowType()), DeltaTable.ENGINE_INFO)
            .withTableProperties(table.properties());
    if (!table.partitionColumns().isEmpty()) {
      builder.withDataLayoutSpec(
          DataLayoutSpec.partitioned(table.partitionColumns().stream().map(Column::new).toList()));
    }
    if (table.description() != null) {
      builder.withCommitter(new DescribingCommitter(table.description()));
    }
    builder.build(engine).commit(engine, CloseableIterable.emptyIterable());
  }

  private record DescribingCommitter(String description) implements Committer {

    @Override
    public CommitResponse commit(
        Engine engine, CloseableIterator<Row> actions, CommitMetadata commitMetadata)
        throws CommitFailedException {
      return DefaultFileSystemManagedTableOnlyCommitter.INSTANCE.commit(
          engine, actions.map(this::describe), commitMetadata);
    }

    private Row describe(Row action) {
      if (action.isNullAt(SingleAction.METADATA_ORDINAL)) {
        return action;
      }
      Metadata metadata = Metadata.fromRow(action.getStruct(SingleAction.METADATA_ORDINAL));
      Metadata described =
          new Metadata(
              metadata.getId(),
              metadata.getName(),
              Optional.of(description),
              metadata.getFormat(),
              metadata.getSchemaString(),
              metadata.getSchema(),
              metadata.getPartitionColumns(),
              metadata.getCreatedTime(),
              VectorUtils.stringStringMapValue(metadata.getConfiguration()));
      return SingleAction.createMetadataSingleAction(described.toRow());
    }
  }
}
