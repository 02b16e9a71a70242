package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import java.io.Serializable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a restored checkpoint with what the table has recorded from the same application.
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

  private static final Logger LOG = LoggerFactory.getLogger(RestoreCheck.class);

  /**
   * Whether commits may go on under the application id of the restored state.
   *
   * @throws IllegalStateException if they may not and the user has not allowed a new id
   */
  boolean mayContinue(String applicationId, long restoredCheckpointId) {
    long recorded = recordedCheckpoint(applicationId);
    if (recorded <= restoredCheckpointId) {
      return true;
    }
    String finding =
        String.format(
            "The job was restored from checkpoint %d, but table %s already has its checkpoint %d"
                + " (application id %s).",
            restoredCheckpointId, tablePath, recorded, applicationId);
    if (!allowOlder) {
      throw new IllegalStateException(
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

  private long recordedCheckpoint(String applicationId) {
    Engine engine = DefaultEngine.create(hadoop.toConfiguration());
    try {
      Snapshot snapshot = TableManager.loadSnapshot(tablePath).build(engine);
      return snapshot.getLatestTransactionVersion(engine, applicationId).orElse(-1L);
    } catch (TableNotFoundException e) {
      return -1L;
    }
  }
}
