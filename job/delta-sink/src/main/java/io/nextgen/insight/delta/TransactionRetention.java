package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.TableConfig;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a table remembers transaction identifiers. By default that is for ever; a table with
 * {@value #PROPERTY} forgets them when a writer such as Spark makes a checkpoint of the log. The
 * sink then finds its commits by their files, which the log knows for as long as VACUUM keeps them.
 */
final class TransactionRetention {

  static final String PROPERTY = "delta.setTransactionRetentionDuration";

  private static final Logger LOG = LoggerFactory.getLogger(TransactionRetention.class);

  private TransactionRetention() {}

  /** Warns of a table that forgets identifiers sooner than VACUUM removes files. */
  static void warnIfShort(Snapshot snapshot) {
    long files = TableConfig.TOMBSTONE_RETENTION.fromMetadata(snapshot.getMetadata());
    Optional<Long> identifiers =
        TableConfig.SET_TRANSACTION_RETENTION.fromMetadata(snapshot.getMetadata());
    if (identifiers.filter(retention -> retention < files).isPresent()) {
      LOG.warn(
          "Table {} forgets transaction identifiers after {} ({}), and a restore from an older"
              + " checkpoint than the table's is then not noticed. Unset the property, or set it"
              + " to more than the longest time that the job may be down, at least {}.",
          snapshot.getPath(),
          Duration.ofMillis(identifiers.get()),
          PROPERTY,
          Duration.ofMillis(files));
    }
  }
}
