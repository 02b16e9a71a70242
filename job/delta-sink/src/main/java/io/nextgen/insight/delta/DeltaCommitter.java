package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CommitStateUnknownException;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
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
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits each checkpoint's files to the table exactly once.
 *
 * <p>Whether a commit happened is decided by the table alone: it records the checkpoint with the
 * files, in the same commit. A committable of a restored checkpoint, or one whose earlier attempt
 * got no answer, is therefore looked up first. One that was made since the start and never tried
 * cannot be in the table; if it is, another job runs with the same state, and going on would lose
 * the rows of one of the two.
 */
final class DeltaCommitter implements Committer<DeltaCommittable> {

  private static final Logger LOG = LoggerFactory.getLogger(DeltaCommitter.class);

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final TableDefinition definition;
  private final Configuration hadoop;
  private final Engine engine;
  private final int maxAttempts;
  private final long restoredCheckpointId;
  private final CommitterMetrics metrics;
  private final DeltaTable table;
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
    this.hadoop = hadoop;
    this.engine = engine;
    this.maxAttempts = maxAttempts;
    this.restoredCheckpointId = restoredCheckpointId;
    this.metrics = metrics;
    this.table = new DeltaTable(definition, engine);
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

  @Override
  public void commit(Collection<CommitRequest<DeltaCommittable>> requests)
      throws IOException, InterruptedException {
    Map<String, List<DeltaCommittable>> byApplication = new LinkedHashMap<>();
    for (CommitRequest<DeltaCommittable> request : requests) {
      DeltaCommittable committable = request.getCommittable();
      byApplication
          .computeIfAbsent(committable.applicationId(), id -> new ArrayList<>())
          .add(committable);
    }
    for (var application : byApplication.entrySet()) {
      application.getValue().sort(Comparator.comparingLong(DeltaCommittable::checkpointId));
      commit(application.getKey(), application.getValue());
    }
  }

  @Override
  public void close() {
    hooks.close();
  }

  /** Adds the files of the committables, in the order of their checkpoints, in one commit. */
  private void commit(String applicationId, List<DeltaCommittable> committables)
      throws IOException, InterruptedException {
    boolean inDoubt = committables.get(0).checkpointId() <= restoredCheckpointId;
    for (int attempt = 1; ; attempt++) {
      try {
        List<DeltaCommittable> missing =
            inDoubt ? missingFromTable(applicationId, committables) : committables;
        if (!missing.isEmpty()) {
          append(applicationId, missing);
        }
        return;
      } catch (ConcurrentTransactionException e) {
        table.reload();
        if (!inDoubt) {
          throw twoJobs(applicationId, committables);
        }
      } catch (ConcurrentWriteException e) {
        metrics.conflict();
        pauseBeforeRetry(attempt, e);
      } catch (CommitStateUnknownException
          | MaxCommitRetryLimitReachedException
          | KernelEngineException
          | UncheckedIOException e) {
        inDoubt = true;
        pauseBeforeRetry(attempt, e);
      }
    }
  }

  private void append(String applicationId, List<DeltaCommittable> committables)
      throws IOException, InterruptedException {
    if (table.readsLog()) {
      // Without the last commit's checksum, the next one would take a scan of the whole table.
      hooks.await();
    }
    long start = System.nanoTime();
    long checkpointId = committables.get(committables.size() - 1).checkpointId();
    List<DataFile> files = committables.stream().flatMap(c -> c.files().stream()).toList();
    Snapshot snapshot = table.snapshot();
    Optional<StructType> newSchema = table.newSchema();
    TransactionCommitResult result =
        AppendTransaction.commit(engine, snapshot, applicationId, checkpointId, files, newSchema);
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
        checkpointId,
        result.getVersion(),
        definition.path(),
        files.size(),
        millis);
  }

  private List<DeltaCommittable> missingFromTable(
      String applicationId, List<DeltaCommittable> committables) throws IOException {
    table.reload();
    long recorded = table.recordedCheckpoint(applicationId);
    List<DeltaCommittable> missing = new ArrayList<>();
    for (DeltaCommittable committable : committables) {
      if (committable.checkpointId() > recorded) {
        checkFilesExist(committable);
        missing.add(committable);
      } else {
        LOG.info("Checkpoint {} is already in {}", committable.checkpointId(), definition.path());
        metrics.replay();
      }
    }
    return missing;
  }

  /** A checkpoint may be older than what VACUUM keeps of files that no version names. */
  private void checkFilesExist(DeltaCommittable committable) throws IOException {
    Path root = new Path(definition.path());
    FileSystem fileSystem = root.getFileSystem(hadoop);
    for (DataFile file : committable.files()) {
      if (!fileSystem.exists(new Path(root, file.path()))) {
        throw new IllegalStateException(
            "Checkpoint "
                + committable.checkpointId()
                + " was never committed to "
                + definition.path()
                + " and a file of it is gone, probably by a VACUUM since, or because a job went on from"
                + " an earlier checkpoint. Restore from the newest checkpoint of that job, or from"
                + " an earlier one than this, so that its rows are written again.");
      }
    }
  }

  private void pauseBeforeRetry(int attempt, RuntimeException cause)
      throws IOException, InterruptedException {
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
  }

  private IllegalStateException twoJobs(String applicationId, List<DeltaCommittable> committables) {
    return new IllegalStateException(
        "Table "
            + definition.path()
            + " already has checkpoint "
            + table.recordedCheckpoint(applicationId)
            + " of application "
            + applicationId
            + ", and this job has just made its checkpoint "
            + committables.get(0).checkpointId()
            + " under the same id. Two jobs were started from the same state; stop one of them,"
            + " and start it again without that state.");
  }
}
