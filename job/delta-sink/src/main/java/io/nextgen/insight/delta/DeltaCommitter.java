package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.commit.CommitFailedException;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CommitStateUnknownException;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits each checkpoint's files to the table exactly once. Whether a commit happened is decided
 * by the table alone ({@link ReplayCheck}): it records whose files they are, in the same commit.
 *
 * <p>A commit that another writer was faster than is repeated at once. One that failed is left to
 * Flink to repeat, which does it in the same call; the pauses before are short, as no checkpoint
 * passes the task meanwhile. What lasts longer is for the job's restart strategy.
 */
final class DeltaCommitter implements Committer<DeltaCommittable> {

  private static final Logger LOG = LoggerFactory.getLogger(DeltaCommitter.class);

  /** Commits of other writers in a row before an attempt counts as failed. */
  private static final int CONFLICTS = 20;

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final TableDefinition definition;
  private final Engine engine;
  private final int maxAttempts;
  private final CommitterMetrics metrics;
  private final DeltaTable table;
  private final ReplayCheck replays;
  private final PostCommitHooks hooks;

  /**
   * @param restoredCheckpointId the checkpoint that the job was restored from, -1 for none
   */
  DeltaCommitter(
      TableDefinition definition,
      Configuration hadoop,
      Engine engine,
      int maxAttempts,
      long restoredCheckpointId,
      CommitterMetrics metrics) {
    this.definition = definition;
    this.engine = engine;
    this.maxAttempts = maxAttempts;
    this.metrics = metrics;
    this.table = new DeltaTable(definition, engine);
    this.replays = new ReplayCheck(table, definition.path(), hadoop, engine, restoredCheckpointId);
    this.hooks =
        new PostCommitHooks(engine, "delta-hooks " + definition.shortName(), table::reload);
  }

  /**
   * Creates or checks the table, so that it can be read before the first commit.
   *
   * @throws IllegalStateException if the table's schema is in the way, naming the column
   */
  void open(SchemaEvolution evolution) {
    table.createIfMissing(evolution);
  }

  /**
   * @throws NonRecoverableSinkException if the table and the state of the job contradict each other
   * @throws IOException if the last attempt failed
   */
  @Override
  public void commit(Collection<CommitRequest<DeltaCommittable>> requests)
      throws IOException, InterruptedException {
    Map<String, List<CommitRequest<DeltaCommittable>>> byApplication = new LinkedHashMap<>();
    for (CommitRequest<DeltaCommittable> request : requests) {
      byApplication
          .computeIfAbsent(request.getCommittable().applicationId(), id -> new ArrayList<>())
          .add(request);
    }
    for (List<CommitRequest<DeltaCommittable>> application : byApplication.values()) {
      application.sort(Comparator.comparingLong(r -> r.getCommittable().checkpointId()));
      try {
        commitInOrder(application);
      } catch (ConcurrentWriteException
          | CommitStateUnknownException
          | MaxCommitRetryLimitReachedException
          | KernelEngineException
          | UncheckedIOException e) {
        retryLater(application, e);
      }
    }
  }

  @Override
  public void close() {
    hooks.close();
  }

  /** Adds the files of one application, in the order of its checkpoints, in one commit. */
  private void commitInOrder(List<CommitRequest<DeltaCommittable>> requests)
      throws IOException, InterruptedException {
    boolean tried = requests.get(0).getNumberOfRetries() > 0;
    for (int conflicts = 0; ; ) {
      List<DeltaCommittable> missing = missingFromTable(requests, tried);
      if (missing.isEmpty()) {
        return;
      }
      try {
        append(missing);
        return;
      } catch (MaxCommitRetryLimitReachedException e) {
        if (!isConflict(e) || ++conflicts > CONFLICTS) {
          throw e;
        }
        metrics.conflict();
        table.reload();
        // A storage client that repeats a write meets its own.
        tried = true;
      }
    }
  }

  /** What is to be added. The rest is signalled as already committed. */
  private List<DeltaCommittable> missingFromTable(
      List<CommitRequest<DeltaCommittable>> requests, boolean tried) throws IOException {
    List<DeltaCommittable> missing = new ArrayList<>();
    for (CommitRequest<DeltaCommittable> request : requests) {
      DeltaCommittable committable = request.getCommittable();
      // What comes after a commit that has not happened has not happened.
      if (missing.isEmpty() && replays.isCommitted(committable, tried)) {
        LOG.info("Checkpoint {} is already in {}", committable.checkpointId(), definition.path());
        metrics.replay();
        request.signalAlreadyCommitted();
      } else {
        replays.checkFilesExist(committable);
        missing.add(committable);
      }
    }
    return missing;
  }

  private void append(List<DeltaCommittable> committables)
      throws IOException, InterruptedException {
    if (table.readsLog()) {
      // Without the last commit's checksum, the next one would take a scan of the whole table.
      hooks.await();
    }
    long start = System.nanoTime();
    DeltaCommittable last = committables.get(committables.size() - 1);
    List<DataFile> files = committables.stream().flatMap(c -> c.files().stream()).toList();
    Snapshot snapshot = table.snapshot();
    Optional<StructType> newSchema = table.newSchema();
    TransactionCommitResult result =
        AppendTransaction.commit(engine, snapshot, last, files, newSchema);
    table.committed(result, newSchema.isPresent());
    if (newSchema.isPresent()) {
      // The hooks would write the schema that Kernel knows, the old one.
      LOG.info("Version {} of {} has a new schema", result.getVersion(), definition.path());
    } else {
      hooks.submit(result.getVersion(), result.getPostCommitHooks());
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    metrics.committed(result.getVersion(), millis, files);
    LOG.info(
        "Checkpoint {} is version {} of {}: {} files, {} ms",
        last.checkpointId(),
        result.getVersion(),
        definition.path(),
        files.size(),
        millis);
  }

  private static boolean isConflict(MaxCommitRetryLimitReachedException e) {
    return e.getCause() instanceof CommitFailedException failed && failed.isConflict();
  }

  private void retryLater(List<CommitRequest<DeltaCommittable>> requests, RuntimeException cause)
      throws IOException, InterruptedException {
    int attempt = requests.get(0).getNumberOfRetries() + 1;
    if (attempt >= maxAttempts) {
      throw new IOException(
          "Gave up committing to " + definition.path() + " after " + attempt + " attempts", cause);
    }
    LOG.warn(
        "Attempt {} to commit to {} failed, trying again: {}",
        attempt,
        definition.path(),
        cause.getClass().getSimpleName());
    metrics.retry();
    table.reload();
    Thread.sleep(Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 20), LONGEST_PAUSE_MILLIS));
    requests.forEach(CommitRequest::retryLater);
  }
}
