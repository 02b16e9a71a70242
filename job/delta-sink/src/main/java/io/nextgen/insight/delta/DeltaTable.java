package io.nextgen.insight.delta;

import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.exceptions.UnsupportedTableFeatureException;
import io.delta.kernel.internal.tablefeatures.TableFeatures;
import io.delta.kernel.types.StructType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table behind a committer, and the snapshot that the next commit builds on. A commit leaves
 * the snapshot of its own version, so that an undisturbed series of commits reads nothing of the
 * log but the commit before.
 */
final class DeltaTable {

  /** What the table has of an application that it does not know. */
  static final long ABSENT = -1;

  private static final Logger LOG = LoggerFactory.getLogger(DeltaTable.class);

  /**
   * A commit is a file that must not be there yet. Below a checkpoint, Delta removes old files of
   * the log, so that a commit on a snapshot of long ago would find its name free, succeed, and
   * never be read. No clean-up removes what is younger than an hour.
   */
  static final Duration OLDEST_SNAPSHOT = Duration.ofMinutes(10);

  private final TableDefinition definition;
  private final Engine engine;
  private final LongSupplier nanoClock;
  private SchemaEvolution evolution = SchemaEvolution.NONE;
  private Snapshot snapshot;
  private StructType schema;
  private String firstId;
  private long snapshotNanos;
  private volatile boolean outdated;

  DeltaTable(TableDefinition definition, Engine engine) {
    this(definition, engine, System::nanoTime);
  }

  DeltaTable(TableDefinition definition, Engine engine, LongSupplier nanoClock) {
    this.definition = definition;
    this.engine = engine;
    this.nanoClock = nanoClock;
  }

  /**
   * Creates the table where there is none, and checks that rows can be appended to it.
   *
   * @param allowed what commits to come may change of the table's schema; nothing changes now
   * @throws IllegalStateException if the table's schema is in the way, naming the column
   */
  void createIfMissing(SchemaEvolution allowed) {
    evolution = allowed;
    try {
      snapshot();
    } catch (TableNotFoundException e) {
      create();
      snapshot();
    }
    TransactionRetention.warnIfShort(snapshot);
    // Kernel refuses here, and not at the first commit, a table whose features it cannot write.
    snapshot.buildUpdateTableTransaction(EngineInfo.TEXT, Operation.STREAMING_UPDATE).build(engine);
  }

  /** Whether the next {@link #snapshot()} reads the log. */
  boolean readsLog() {
    return snapshot == null
        || outdated
        || nanoClock.getAsLong() - snapshotNanos > OLDEST_SNAPSHOT.toNanos();
  }

  /** The snapshot to commit on, whose schema fits the sink's, or will with {@link #newSchema}. */
  Snapshot snapshot() {
    if (readsLog()) {
      outdated = false;
      snapshot = null;
      snapshotNanos = nanoClock.getAsLong();
      Snapshot latest = load();
      schema = evolution.evolved(definition, latest);
      SchemaCheck.check(definition, latest, schema);
      snapshot = latest;
    }
    return snapshot;
  }

  /** The schema that the next commit must give the table, if it has another one. */
  Optional<StructType> newSchema() {
    Snapshot current = snapshot();
    return Optional.of(schema).filter(needed -> !needed.equals(current.getSchema()));
  }

  /** The newest checkpoint that the table has recorded of an application, or {@link #ABSENT}. */
  long recordedCheckpoint(String applicationId) {
    return snapshot().getLatestTransactionVersion(engine, applicationId).orElse(ABSENT);
  }

  /** Fingerprint of the application's last commit, or {@link #ABSENT}. */
  long recordedFingerprint(String applicationId) {
    return recordedCheckpoint(AppendTransaction.fingerprintId(applicationId));
  }

  /** Id of the table that is there now. */
  String id() {
    return snapshot().getMetadata().getId();
  }

  /** Id of the table as it was first seen. */
  Optional<String> firstId() {
    return Optional.ofNullable(firstId);
  }

  /**
   * Goes on from a commit of ours. Kernel knows the new snapshot unless others had committed, or
   * the commit had a new schema, of which Kernel does not know.
   */
  void committed(TransactionCommitResult result, boolean newSchema) {
    snapshot = newSchema ? null : result.getPostCommitSnapshot().orElse(null);
    snapshotNanos = nanoClock.getAsLong();
  }

  /** Makes the next {@link #snapshot()} read the log. Any thread may call it. */
  void reload() {
    outdated = true;
  }

  private Snapshot load() {
    try {
      Snapshot latest = load(definition.path(), engine);
      firstId = firstId().orElse(latest.getMetadata().getId());
      return latest;
    } catch (TableNotFoundException e) {
      if (firstId != null) {
        throw RestoreCheck.dropped(definition.path(), firstId);
      }
      throw e;
    }
  }

  /**
   * The newest version of a table.
   *
   * @throws TableNotFoundException if there is none
   * @throws IllegalStateException if it has a feature that Kernel cannot read, naming it
   */
  static Snapshot load(String path, Engine engine) {
    try {
      return TableManager.loadSnapshot(path).withCommitter(AppendCommitter.INSTANCE).build(engine);
    } catch (UnsupportedTableFeatureException e) {
      WriterFeatures.checkFeatures(path, e.getUnsupportedFeatures());
      throw e;
    } catch (IllegalArgumentException e) {
      // Kernel has no exception of its own for what it asks a catalog's connector for.
      String catalogManaged = TableFeatures.CATALOG_MANAGED_RW_FEATURE.featureName();
      if (e.getMessage() != null && e.getMessage().contains(catalogManaged)) {
        WriterFeatures.checkFeatures(path, Set.of(catalogManaged));
      }
      throw e;
    }
  }

  private void create() {
    try {
      TableCreation.create(definition, engine);
      LOG.info("Created table {}", definition.path());
    } catch (TableAlreadyExistsException | ConcurrentWriteException e) {
      LOG.info("Table {} was created by another writer", definition.path());
    }
  }
}
