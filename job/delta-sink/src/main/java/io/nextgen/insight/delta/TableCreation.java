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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the table at version 0.
 *
 * <p>Kernel's builder has no way to set a description and refuses the isolation level, so they are
 * put into the table's metadata on the way to the log.
 */
final class TableCreation {

  /**
   * {@code Serializable} or {@code WriteSerializable}. At the latter a DELETE, UPDATE or MERGE need
   * not start over for blind appends, which ours are ({@link AppendCommitter}); one that takes
   * longer than lies between two checkpoints would never get through at the former. It is
   * Databricks' default. Open-source Spark lets nobody set it, and keeps to it where it is set.
   */
  static final String ISOLATION_LEVEL = "delta.isolationLevel";

  /** Prefix of the properties that give a table a feature. */
  private static final String FEATURE = "delta.feature.";

  private static final String WRITE_SERIALIZABLE = "WriteSerializable";

  private static final Set<String> ISOLATION_LEVELS = Set.of("Serializable", WRITE_SERIALIZABLE);

  private TableCreation() {}

  /**
   * Checks what Kernel would let pass, and make a table of that nobody could write to.
   *
   * @throws IllegalArgumentException naming the property
   */
  static void checkProperties(Map<String, String> properties) {
    String isolationLevel = properties.getOrDefault(ISOLATION_LEVEL, WRITE_SERIALIZABLE);
    if (!ISOLATION_LEVELS.contains(isolationLevel)) {
      throw new IllegalArgumentException(
          "Property "
              + ISOLATION_LEVEL
              + " is "
              + isolationLevel
              + "; it must be one of "
              + ISOLATION_LEVELS
              + ".");
    }
    boolean icebergCompat =
        properties.keySet().stream().anyMatch(key -> key.startsWith("delta.enableIcebergCompat"));
    if (icebergCompat || SchemaCheck.hasColumnMapping(properties)) {
      throw new IllegalArgumentException(
          "The sink writes no tables with "
              + SchemaCheck.COLUMN_MAPPING
              + ", nor with delta.enableIcebergCompat, which brings it.");
    }
    checkFeatures(properties);
  }

  private static void checkFeatures(Map<String, String> properties) {
    for (String key : properties.keySet()) {
      if (key.startsWith(FEATURE)) {
        String feature = key.substring(FEATURE.length());
        WriterFeatures.refusalOf(feature)
            .ifPresent(
                why -> {
                  throw new IllegalArgumentException(
                      "Property " + key + " gives the table a feature that " + why + ".");
                });
      }
    }
  }

  /**
   * Creates the table.
   *
   * @throws io.delta.kernel.exceptions.TableAlreadyExistsException if there is one
   * @throws io.delta.kernel.exceptions.ConcurrentWriteException if another writer was faster
   */
  static void create(TableDefinition table, Engine engine) {
    Map<String, String> properties = new HashMap<>(table.properties());
    String isolationLevel = properties.remove(ISOLATION_LEVEL);
    var builder =
        TableManager.buildCreateTableTransaction(
                table.path(), DeltaSchema.of(table.rowType()), EngineInfo.TEXT)
            .withTableProperties(properties)
            .withCommitter(
                new CompletingCommitter(
                    Optional.ofNullable(table.description()),
                    isolationLevel == null ? WRITE_SERIALIZABLE : isolationLevel));
    if (!table.partitionColumns().isEmpty()) {
      builder.withDataLayoutSpec(
          DataLayoutSpec.partitioned(table.partitionColumns().stream().map(Column::new).toList()));
    }
    builder.build(engine).commit(engine, CloseableIterable.emptyIterable());
  }

  private record CompletingCommitter(Optional<String> description, String isolationLevel)
      implements Committer {

    @Override
    public CommitResponse commit(
        Engine engine, CloseableIterator<Row> actions, CommitMetadata commitMetadata)
        throws CommitFailedException {
      return DefaultFileSystemManagedTableOnlyCommitter.INSTANCE.commit(
          engine, actions.map(this::complete), commitMetadata);
    }

    private Row complete(Row action) {
      if (action.isNullAt(SingleAction.METADATA_ORDINAL)) {
        return action;
      }
      Metadata metadata = Metadata.fromRow(action.getStruct(SingleAction.METADATA_ORDINAL));
      Map<String, String> configuration = new HashMap<>(metadata.getConfiguration());
      configuration.put(ISOLATION_LEVEL, isolationLevel);
      Metadata completed =
          new Metadata(
              metadata.getId(),
              metadata.getName(),
              description,
              metadata.getFormat(),
              metadata.getSchemaString(),
              metadata.getSchema(),
              metadata.getPartitionColumns(),
              metadata.getCreatedTime(),
              VectorUtils.stringStringMapValue(configuration));
      return SingleAction.createMetadataSingleAction(completed.toRow());
    }
  }
}
