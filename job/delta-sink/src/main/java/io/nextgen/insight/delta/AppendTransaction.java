package io.nextgen.insight.delta;

import static io.delta.kernel.internal.util.Utils.toCloseableIterator;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * One attempt to add files to a table under a transaction identifier, on exactly the snapshot that
 * was looked at: a commit of another writer in between fails it. It touches no metadata, unless the
 * files need a new schema.
 *
 * <p>A second identifier, {@link #fingerprintId}, has the fingerprint of the committable as its
 * version. Checkpoints of the log keep the two alike, and longer than the log itself.
 *
 * <p>Kernel changes the schema of tables with column mapping only, which older readers do not read;
 * so a new schema goes into the log as an action of ours, among those of the files.
 */
final class AppendTransaction {

  private AppendTransaction() {}

  /** Application id of the identifier that holds the last fingerprint of an application. */
  static String fingerprintId(String applicationId) {
    return applicationId + "/fingerprint";
  }

  /**
   * Commits.
   *
   * @param last the committable whose checkpoint and fingerprint the table records
   * @param files of this committable, and of those before it that go into the same commit
   * @param newSchema the table's schema from this commit on; empty if it stays
   * @throws io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException if there is a commit
   *     already that the snapshot does not know, or the write failed; its cause says which
   */
  static TransactionCommitResult commit(
      Engine engine,
      Snapshot snapshot,
      DeltaCommittable last,
      List<DataFile> files,
      Optional<StructType> newSchema)
      throws IOException {
    Transaction transaction =
        snapshot
            .buildUpdateTableTransaction(EngineInfo.TEXT, Operation.STREAMING_UPDATE)
            .withMaxRetries(0)
            .build(engine);
    Row state = transaction.getTransactionState(engine);
    StatisticsColumns statistics = StatisticsColumns.of(snapshot);
    Map<List<String>, List<DataFile>> byPartition = new LinkedHashMap<>();
    files.forEach(
        file ->
            byPartition.computeIfAbsent(file.partitionValues(), v -> new ArrayList<>()).add(file));
    List<Row> actions = new ArrayList<>(files.size() + 3);
    actions.add(identifier(last.applicationId(), last.checkpointId()));
    if (last.hasFingerprint()) {
      actions.add(identifier(fingerprintId(last.applicationId()), last.fingerprint()));
    }
    newSchema.ifPresent(
        schema ->
            actions.add(
                SingleAction.createMetadataSingleAction(
                    snapshot.getMetadata().withNewSchema(schema).toRow())));
    for (var partition : byPartition.entrySet()) {
      DataWriteContext context =
          Transaction.getWriteContext(engine, state, literals(snapshot, partition.getKey()));
      List<DataFileStatus> statuses =
          partition.getValue().stream().map(file -> status(snapshot, file, statistics)).toList();
      try (CloseableIterator<Row> added =
          Transaction.generateAppendActions(
              engine, state, toCloseableIterator(statuses.iterator()), context)) {
        added.forEachRemaining(actions::add);
      }
    }
    return transaction.commit(
        engine, CloseableIterable.inMemoryIterable(toCloseableIterator(actions.iterator())));
  }

  private static Row identifier(String applicationId, long version) {
    return SingleAction.createTxnSingleAction(
        new SetTransaction(applicationId, version, Optional.of(System.currentTimeMillis()))
            .toRow());
  }

  private static Map<String, Literal> literals(Snapshot snapshot, List<String> values) {
    StructType schema = snapshot.getSchema();
    List<String> columns = snapshot.getPartitionColumnNames();
    Map<String, Literal> literals = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      literals.put(
          columns.get(i),
          Partition.literal(values.get(i), schema.get(columns.get(i)).getDataType()));
    }
    return literals;
  }

  /** The table may have come to keep a column out of its log since the file was written. */
  private static DataFileStatus status(
      Snapshot snapshot, DataFile file, StatisticsColumns statistics) {
    return new DataFileStatus(
        new Path(snapshot.getPath(), file.path()).toString(),
        file.bytes(),
        file.modificationTime(),
        Optional.of(
            new RecordedStatistics(
                file.rows(), FileStatistics.cut(file.statistics(), statistics))));
  }
}
