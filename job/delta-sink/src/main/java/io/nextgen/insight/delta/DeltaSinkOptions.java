package io.nextgen.insight.delta;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.SinkOptions;

/** The options of {@link DeltaSink}, each with its default and what it does. */
public final class DeltaSinkOptions {

  /** How the pages of the Parquet files are compressed. */
  public enum Compression {
    SNAPPY,
    ZSTD,
    NONE
  }

  public static final ConfigOption<Compression> COMPRESSION =
      ConfigOptions.key("write.compression")
          .enumType(Compression.class)
          .defaultValue(Compression.SNAPPY)
          .withDescription(
              "Compression of the Parquet files. Snappy costs the least time; Zstd files are"
                  + " smaller and take more of it.");

  public static final ConfigOption<MemorySize> TARGET_FILE_SIZE =
      ConfigOptions.key("write.target-file-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(128))
          .withDescription(
              "A file that reaches this size is closed and the next one begun. A checkpoint closes"
                  + " every file, whatever its size.");

  public static final ConfigOption<MemorySize> ROW_GROUP_SIZE =
      ConfigOptions.key("write.row-group-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(32))
          .withDescription(
              "Rows that an open file holds in memory, encoded, before it writes them out as a row"
                  + " group.");

  public static final ConfigOption<MemorySize> BUFFER_SIZE =
      ConfigOptions.key("write.buffer-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(64))
          .withDescription(
              "What all open files of one writer may hold in memory together. Beyond it the fullest"
                  + " file is closed.");

  public static final ConfigOption<Integer> MAX_OPEN_FILES =
      ConfigOptions.key("write.max-open-files")
          .intType()
          .defaultValue(32)
          .withDescription(
              "Files (one a partition) that one writer keeps open. Beyond it the one that was"
                  + " written to least recently is closed.");

  public static final ConfigOption<Distribution> DISTRIBUTION =
      ConfigOptions.key("write.distribution")
          .enumType(Distribution.class)
          .defaultValue(Distribution.NONE)
          .withDescription(
              "How rows reach the writers of a partitioned table. NONE leaves them where they are,"
                  + " PARTITION sends a partition to one writer, BALANCED to as many as its share"
                  + " of the rows asks for. Fewer writers to a partition make fewer files.");

  public static final ConfigOption<Boolean> ADD_COLUMNS =
      ConfigOptions.key("schema.add-columns")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether nullable columns that the sink has and the table lacks, nested ones included,"
                  + " are added to the table, in the commit that brings their first rows. Without"
                  + " it they fail the job when it starts.");

  public static final ConfigOption<Boolean> WIDEN_TYPES =
      ConfigOptions.key("schema.widen-types")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether a column that is wider in the sink than in the table (an integer of more"
                  + " bytes, DOUBLE for FLOAT) is widened in the table, in the commit that brings"
                  + " the first rows of it. The table must have delta.enableTypeWidening = true,"
                  + " for not every reader knows of widened columns.");

  public static final ConfigOption<Integer> COMMIT_ATTEMPTS =
      ConfigOptions.key("commit.attempts")
          .intType()
          .defaultValue(10)
          .withDescription(
              "Attempts at one commit when other writers or the storage get in its way, with pauses"
                  + " of up to a second between them. After the last the job fails and starts again"
                  + " from its checkpoint, which repeats the commit. Maximum: Flink's"
                  + " sink.committer.retries and 1.");

  public static final ConfigOption<Boolean> REMOVE_ORPHANS =
      ConfigOptions.key("orphans.remove")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether files of failed attempts, which nobody can commit any more, are removed"
                  + " after a restore. Otherwise they stay until VACUUM.");

  public static final ConfigOption<Duration> ORPHANS_MINIMUM_AGE =
      ConfigOptions.key("orphans.minimum-age")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription("Files of failed attempts that are younger than this are left alone.");

  public static final ConfigOption<Boolean> ALLOW_OLDER_CHECKPOINT =
      ConfigOptions.key("restore.allow-older-checkpoint")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "What to do when the job is restored from a checkpoint older than what the table has"
                  + " recorded from it. By default the job fails and names both. Set, the job goes"
                  + " on under a new transaction identifier, and rows that the table got after that"
                  + " checkpoint are written a second time.");

  private static final List<ConfigOption<?>> ALL =
      List.of(
          COMPRESSION,
          TARGET_FILE_SIZE,
          ROW_GROUP_SIZE,
          BUFFER_SIZE,
          MAX_OPEN_FILES,
          DISTRIBUTION,
          ADD_COLUMNS,
          WIDEN_TYPES,
          COMMIT_ATTEMPTS,
          REMOVE_ORPHANS,
          ORPHANS_MINIMUM_AGE,
          ALLOW_OLDER_CHECKPOINT);

  private DeltaSinkOptions() {}

  /**
   * Checks that every value can be read and makes sense.
   *
   * @throws IllegalArgumentException naming the option
   */
  static void check(ReadableConfig options) {
    ALL.forEach(options::get);
    for (ConfigOption<Integer> option : List.of(MAX_OPEN_FILES, COMMIT_ATTEMPTS)) {
      checkPositive(option, options.get(option));
    }
    for (ConfigOption<MemorySize> option : List.of(TARGET_FILE_SIZE, ROW_GROUP_SIZE, BUFFER_SIZE)) {
      checkPositive(option, options.get(option).getBytes());
    }
  }

  /**
   * Checks that Flink repeats a commit as often as the sink is to try it.
   *
   * @throws IllegalArgumentException naming both options
   */
  static void checkAttempts(ReadableConfig options, ReadableConfig flink) {
    int attempts = options.get(COMMIT_ATTEMPTS);
    int retries = flink.get(SinkOptions.COMMITTER_RETRIES);
    if (attempts > retries + 1) {
      throw new IllegalArgumentException(
          String.format(
              "Option %s is %d, but Flink's %s is %d and allows %d attempts. Set the one to at most"
                  + " %d, or the other to at least %d.",
              COMMIT_ATTEMPTS.key(),
              attempts,
              SinkOptions.COMMITTER_RETRIES.key(),
              retries,
              retries + 1,
              retries + 1,
              attempts - 1));
    }
  }

  private static void checkPositive(ConfigOption<?> option, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "Option " + option.key() + " is " + value + "; it must be greater than 0.");
    }
  }

  /**
   * Checks that keys which look like this sink's are among its options.
   *
   * @throws IllegalArgumentException naming the key and those that there are
   */
  static void checkKeys(Set<String> keys) {
    Set<String> known = new TreeSet<>();
    ALL.forEach(option -> known.add(option.key()));
    for (String key : keys) {
      String prefix = key.substring(0, key.indexOf('.') + 1);
      if (!known.contains(key)
          && !prefix.isEmpty()
          && known.stream().anyMatch(option -> option.startsWith(prefix))) {
        throw new IllegalArgumentException(
            "There is no option " + key + ". The options of the sink are " + known + ".");
      }
    }
  }
}
