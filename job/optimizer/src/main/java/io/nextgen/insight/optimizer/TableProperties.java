package io.nextgen.insight.optimizer;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long a table's log goes back. Set only where it differs: each change of properties makes the
 * Flink job read the table's log again.
 */
final class TableProperties {
  private final Lake lake;
  private final ConflictRetry retry;
  private final Map<String, String> wanted;

  TableProperties(Lake lake, ConflictRetry retry, Duration logRetention, Duration vacuumRetention) {
    this.lake = lake;
    this.retry = retry;
    this.wanted =
        new TreeMap<>(
            Map.of(
                "delta.logRetentionDuration", interval(logRetention),
                "delta.deletedFileRetentionDuration", interval(vacuumRetention)));
  }

  /** Returns whether anything was set. */
  boolean apply(DeltaTable table) {
    Map<String, String> there = table.properties();
    Map<String, String> missing = new TreeMap<>(wanted);
    missing.entrySet().removeIf(each -> each.getValue().equals(there.get(each.getKey())));
    if (missing.isEmpty()) {
      return false;
    }
    return retry
        .call(
            "setting properties of " + table.name(),
            () ->
                lake.spark()
                    .sql(
                        "ALTER TABLE %s SET TBLPROPERTIES (%s)"
                            .formatted(table.sql(), assignments(missing))))
        .isPresent();
  }

  static String assignments(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(each -> "'%s' = '%s'".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String interval(Duration duration) {
    return "interval %d hours".formatted(duration.toHours());
  }
}
