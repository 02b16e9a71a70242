package io.nextgen.insight.optimizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Removes what was erased from a table's files at once, instead of when the retention ends: the
 * data files that were replaced, and the part of the log that described them, whose statistics hold
 * the least and the greatest values of each file.
 *
 * <p>The log is cut as the protocol has it (Delta protocol, "Metadata Cleanup"): everything before
 * a checkpoint may go.
 */
final class Purge {
  /** Writers with an older view of the log than this do not exist. */
  static final Duration LOG_GRACE = Duration.ofHours(1);

  private static final String INTERVAL = "delta.checkpointInterval";
  private static final Pattern LOG_FILE =
      Pattern.compile("(\\d{20})\\.(json|crc|checkpoint(\\..*)?\\.parquet)");
  private static final Pattern LAST_CHECKPOINT = Pattern.compile("\"version\"\\s*:\\s*(\\d+)");

  private final Lake lake;
  private final ConflictRetry retry;
  private final Vacuum vacuum;

  Purge(Lake lake, ConflictRetry retry) {
    this.lake = lake;
    this.retry = retry;
    this.vacuum = new Vacuum(lake.spark());
  }

  /** When old files go. */
  enum Mode {
    RETENTION,
    NOW,
    ALL;

    /**
     * @throws JobException for another word
     */
    static Mode of(String word) {
      return switch (word) {
        case "retention" -> RETENTION;
        case "now" -> NOW;
        case "all" -> ALL;
        default -> throw new JobException("--purge is retention, now or all");
      };
    }
  }

  /**
   * Purges a table.
   *
   * @param mode {@code NOW} or {@code ALL}
   * @return files of the log that are too young to go
   */
  long purge(DeltaTable table, Mode mode) {
    if (mode == Mode.ALL) {
      vacuum.everythingElse(table);
    } else {
      vacuum.removedFiles(table);
    }
    long version = table.version();
    checkpoint(table);
    return cutLog(table, version, mode == Mode.ALL ? Duration.ZERO : LOG_GRACE);
  }

  /** SQL has no statement for it, but a commit at every interval brings one. */
  private void checkpoint(DeltaTable table) {
    String before = table.properties().get(INTERVAL);
    set(
        table,
        "SET TBLPROPERTIES (%s)".formatted(TableProperties.assignments(Map.of(INTERVAL, "1"))));
    set(
        table,
        before == null
            ? "UNSET TBLPROPERTIES IF EXISTS ('%s')".formatted(INTERVAL)
            : "SET TBLPROPERTIES (%s)"
                .formatted(TableProperties.assignments(Map.of(INTERVAL, before))));
  }

  private void set(DeltaTable table, String properties) {
    retry.call(
        "writing a checkpoint of " + table.name(),
        () -> lake.spark().sql("ALTER TABLE %s %s".formatted(table.sql(), properties)));
  }

  private long cutLog(DeltaTable table, long atLeast, Duration grace) {
    Path log = new Path(table.path(), "_delta_log");
    try {
      FileSystem files = log.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
      long checkpoint = lastCheckpoint(files, log);
      if (checkpoint < atLeast) {
        throw new JobException(
            ("The log of %s has no checkpoint after version %d yet, so nothing of it can go. Run"
                    + " the command again.")
                .formatted(table.name(), atLeast));
      }
      long youngest = Instant.now().minus(grace).toEpochMilli();
      List<FileStatus> before =
          Arrays.stream(files.listStatus(log))
              .filter(file -> version(file) >= 0 && version(file) < checkpoint)
              .sorted(Comparator.comparing(file -> file.getPath().getName()))
              .toList();
      int gone = 0;
      // From the oldest on, so that what stays has no gaps.
      while (gone < before.size() && before.get(gone).getModificationTime() <= youngest) {
        files.delete(before.get(gone).getPath(), false);
        gone++;
      }
      return before.size() - gone;
    } catch (IOException e) {
      throw new UncheckedIOException("Cutting the log of " + table.name(), e);
    }
  }

  private static long lastCheckpoint(FileSystem files, Path log) throws IOException {
    Path pointer = new Path(log, "_last_checkpoint");
    if (!files.exists(pointer)) {
      return -1;
    }
    try (FSDataInputStream in = files.open(pointer)) {
      Matcher version =
          LAST_CHECKPOINT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return version.find() ? Long.parseLong(version.group(1)) : -1;
    }
  }

  /** -1 for a file that belongs to no version. */
  private static long version(FileStatus file) {
    Matcher name = LOG_FILE.matcher(file.getPath().getName());
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }
}
