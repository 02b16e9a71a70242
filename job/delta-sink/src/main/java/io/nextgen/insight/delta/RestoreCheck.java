package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import java.io.Serializable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a restored checkpoint with the table that is there, and with what that has recorded from
 * the same application.
 *
 * <p>Had the table recorded a later checkpoint, the commits up to that one would be taken for
 * replays and their rows be lost, while rows read again would differ from those in the table.
 *
 * @param tablePath the table's root
 * @param hadoop how to reach it
 * @param allowOlder see {@link DeltaSinkOptions#ALLOW_OLDER_CHECKPOINT}
 */
record RestoreCheck(String tablePath, HadoopSettings hadoop, boolean allowOlder)
    implements Serializable {

  private static final String REMEDY =
      "Its rows, and those of files that were not committed yet, are gone with it. Start the job"
          + " without its state to fill the new table, or put the old one back.";

  private static final Logger LOG = LoggerFactory.getLogger(RestoreCheck.class);

  /**
   * Whether commits may go on under the application id of the restored state.
   *
   * @param tableId id of the table that the state was made with; empty if the state has none
   * @throws NonRecoverableSinkException if they may not and the user has not allowed a new id, or
   *     if that table is gone
   */
  boolean mayContinue(String applicationId, long restoredCheckpointId, Optional<String> tableId) {
    Optional<Snapshot> snapshot = load();
    long recorded = snapshot.map(table -> recorded(table, applicationId)).orElse(DeltaTable.ABSENT);
    if (recorded == DeltaTable.ABSENT && tableId.isPresent()) {
      String now =
          snapshot.orElseThrow(() -> dropped(tablePath, tableId.get())).getMetadata().getId();
      if (!now.equals(tableId.get())) {
        throw recreated(tablePath, tableId.get(), now);
      }
    }
    if (recorded <= restoredCheckpointId) {
      return true;
    }
    String finding =
        String.format(
            "The job was restored from checkpoint %d, but table %s already has its checkpoint %d"
                + " (application id %s).",
            restoredCheckpointId, tablePath, recorded, applicationId);
    if (!allowOlder) {
      throw new NonRecoverableSinkException(
          finding
              + " Restore from checkpoint "
              + recorded
              + " or later, or set "
              + DeltaSinkOptions.ALLOW_OLDER_CHECKPOINT.key()
              + " to write the rows after checkpoint "
              + restoredCheckpointId
              + " a second time.");
    }
    LOG.warn("{} Going on under a new application id: rows may be written twice.", finding);
    return false;
  }

  /** Id of the table that is there now; empty if there is none. */
  Optional<String> tableId() {
    return load().map(snapshot -> snapshot.getMetadata().getId());
  }

  static NonRecoverableSinkException dropped(String tablePath, String id) {
    return new NonRecoverableSinkException(
        "Table "
            + tablePath
            + " (id "
            + id
            + ") was dropped while the job wrote to it or since its checkpoint. "
            + REMEDY);
  }

  static NonRecoverableSinkException recreated(String tablePath, String id, String newId) {
    return new NonRecoverableSinkException(
        "Table "
            + tablePath
            + " was dropped and created again while the job wrote to it or since its checkpoint:"
            + " its id was "
            + id
            + " and is "
            + newId
            + ". "
            + REMEDY);
  }

  private Optional<Snapshot> load() {
    try {
      Engine engine = DefaultEngine.create(hadoop.toConfiguration());
      return Optional.of(TableManager.loadSnapshot(tablePath).build(engine));
    } catch (TableNotFoundException e) {
      return Optional.empty();
    }
  }

  private long recorded(Snapshot snapshot, String applicationId) {
    Engine engine = DefaultEngine.create(hadoop.toConfiguration());
    return snapshot.getLatestTransactionVersion(engine, applicationId).orElse(DeltaTable.ABSENT);
  }
}
