package io.nextgen.insight.delta;

import io.delta.kernel.engine.Engine;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by the table alone whether a committable is in it, and whether it may be added.
 *
 * <p>The table has the fingerprint of the application's last commit. It is the committable's own:
 * the commit is a replay. It is that of the committable before: nobody has committed since, and
 * this one is next. These two are the normal case and take one look at the newest commit. Otherwise
 * the committable's files are looked up in the log, and if they were never added while somebody has
 * committed under the application's id, that is another job.
 */
final class ReplayCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayCheck.class);

  private final DeltaTable table;
  private final String tablePath;
  private final Configuration hadoop;
  private final Engine engine;
  private final long restoredCheckpointId;

  /**
   * @param restoredCheckpointId the checkpoint that the job was restored from, -1 for none
   */
  ReplayCheck(
      DeltaTable table,
      String tablePath,
      Configuration hadoop,
      Engine engine,
      long restoredCheckpointId) {
    this.table = table;
    this.tablePath = tablePath;
    this.hadoop = hadoop;
    this.engine = engine;
    this.restoredCheckpointId = restoredCheckpointId;
  }

  /**
   * Whether the table has the committable.
   *
   * @param tried whether an attempt of this job at the commit has failed, or got no answer
   * @throws NonRecoverableSinkException if it has not and must not get it
   */
  boolean isCommitted(DeltaCommittable committable, boolean tried) throws IOException {
    String applicationId = committable.applicationId();
    long fingerprint = table.recordedFingerprint(applicationId);
    if (fingerprint == DeltaTable.ABSENT
        && table.recordedCheckpoint(applicationId) == DeltaTable.ABSENT) {
      // The snapshot may be of a table that was dropped.
      table.reload();
      fingerprint = table.recordedFingerprint(applicationId);
    }
    if (fingerprint != DeltaTable.ABSENT) {
      if (fingerprint == committable.fingerprint()) {
        return true;
      } else if (fingerprint == committable.previous()) {
        return false;
      }
    }
    long recorded = table.recordedCheckpoint(applicationId);
    boolean forgotten = fingerprint == DeltaTable.ABSENT && recorded == DeltaTable.ABSENT;
    if (forgotten) {
      checkSameTable(committable);
      if (!tried && !isRestored(committable)) {
        return false;
      }
    } else if (committable.previous() == DeltaCommittable.UNKNOWN
        && recorded < committable.checkpointId()) {
      return false;
    }
    if (FileHistory.wasAdded(engine, table.snapshot(), committable)) {
      if (forgotten) {
        LOG.warn(
            "{} has forgotten the transaction identifier of checkpoint {}, whose files it has;"
                + " see {}",
            tablePath,
            committable.checkpointId(),
            TransactionRetention.PROPERTY);
      }
      return true;
    } else if (forgotten) {
      return false;
    }
    throw twoJobs(committable, recorded);
  }

  /**
   * A checkpoint may be older than what VACUUM keeps of files that no version names.
   *
   * @throws NonRecoverableSinkException if a file of a restored committable is gone
   */
  void checkFilesExist(DeltaCommittable committable) throws IOException {
    if (!isRestored(committable)) {
      return;
    }
    Path root = new Path(tablePath);
    FileSystem fileSystem = root.getFileSystem(hadoop);
    for (DataFile file : committable.files()) {
      if (!fileSystem.exists(new Path(root, file.path()))) {
        throw new NonRecoverableSinkException(
            "Checkpoint "
                + committable.checkpointId()
                + " was never committed to "
                + tablePath
                + " and a file of it is gone, probably by a VACUUM since, or because a job went on from"
                + " an earlier checkpoint. Restore from the newest checkpoint of that job, or from"
                + " an earlier one than this, so that its rows are written again.");
      }
    }
  }

  private boolean isRestored(DeltaCommittable committable) {
    return committable.checkpointId() <= restoredCheckpointId;
  }

  /** CREATE OR REPLACE TABLE gives a new id, too, but keeps the identifiers of before. */
  private void checkSameTable(DeltaCommittable committable) {
    String before = committable.tableId().or(table::firstId).orElse(table.id());
    if (!before.equals(table.id())) {
      throw RestoreCheck.recreated(tablePath, before, table.id());
    }
  }

  private NonRecoverableSinkException twoJobs(DeltaCommittable committable, long recorded) {
    return new NonRecoverableSinkException(
        "Table "
            + tablePath
            + " has checkpoint "
            + recorded
            + " of application "
            + committable.applicationId()
            + " from another job, while this job's checkpoint "
            + committable.checkpointId()
            + " under the same id is not in it. Two jobs were started from the same state; stop one"
            + " of them, and start it again without that state.");
  }
}
