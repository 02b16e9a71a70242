package io.nextgen.insight.pipeline.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.execution.CheckpointingMode;

/** Settings of Flink under which the job would not keep what it promises. */
public final class FlinkSettings {
  private static final ConfigOption<Boolean> HTTPS =
      ConfigOptions.key("flink.hadoop.fs.azure.always.use.https").booleanType().defaultValue(true);
  private static final ConfigOption<String> ENDPOINT =
      ConfigOptions.key("flink.hadoop.fs.azure.abfs.endpoint").stringType().defaultValue("");

  /** Where Flink writes files. */
  private static final List<ConfigOption<String>> FOLDERS =
      List.of(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY,
          CheckpointingOptions.SAVEPOINT_DIRECTORY,
          HighAvailabilityOptions.HA_STORAGE_PATH,
          ConfigOptions.key("dstl.dfs.base-path").stringType().noDefaultValue(),
          ConfigOptions.key("state.backend.rocksdb.localdir").stringType().noDefaultValue(),
          CoreOptions.TMP_DIRS);

  /** Between several folders: a comma, or a colon before an absolute path. */
  private static final String SEPARATOR = ",|:(?=/[^/])";

  /** What Flink takes. */
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

  private FlinkSettings() {}

  /**
   * Checks the settings that are given.
   *
   * @throws IllegalConfigurationException naming the setting, its value and what it must be
   */
  public static void check(ReadableConfig flink) {
    require(
        !value(flink, CheckpointingOptions.ENABLE_UNALIGNED),
        CheckpointingOptions.ENABLE_UNALIGNED,
        "true; it must be false: unaligned checkpoints store records on their way to the masking,"
            + " in clear");
    require(
        value(flink, CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE)
            == CheckpointingMode.EXACTLY_ONCE,
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
        "AT_LEAST_ONCE; it must be EXACTLY_ONCE: rows would be there twice after a failure");
    require(
        value(flink, HTTPS)
            || LoopbackHost.matches(value(flink, ENDPOINT).replaceFirst(":\\d+$", "")),
        HTTPS,
        "false; it must be true: chats would travel unencrypted");
    if (flink.getOptional(text(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isPresent()) {
      requireCheckpoints(flink);
    }
    for (ConfigOption<String> folder : FOLDERS) {
      require(
          flink.getOptional(folder).filter(String::isBlank).isEmpty(),
          folder,
          "empty; it must be a folder");
    }
  }

  /**
   * Checks that there are checkpoints, with which tables are written.
   *
   * @throws IllegalConfigurationException where there are none
   */
  public static void requireCheckpoints(ReadableConfig flink) {
    Duration interval = value(flink, CheckpointingOptions.CHECKPOINTING_INTERVAL);
    require(
        interval != null && interval.compareTo(SHORTEST_INTERVAL) >= 0,
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        "%s; it must be a duration from 10 ms, such as 10 s: tables are written at checkpoints only"
            .formatted(interval == null ? "missing" : OptionDocs.format(interval)));
  }

  /** The folders that are configured for Flink's files, by their settings' names. */
  public static Map<String, List<String>> folders(ReadableConfig flink) {
    Map<String, List<String>> folders = new TreeMap<>();
    FOLDERS.forEach(
        option ->
            flink
                .getOptional(option)
                .ifPresent(paths -> folders.put(option.key(), List.of(paths.split(SEPARATOR)))));
    return folders;
  }

  /** Null where it is not given and has no default. */
  private static <T> T value(ReadableConfig flink, ConfigOption<T> option) {
    try {
      return flink.get(option);
    } catch (IllegalArgumentException e) {
      throw new IllegalConfigurationException(
          "%s is %s, which is not a value of this setting"
              .formatted(option.key(), QuotedValue.of(flink.get(text(option)))));
    }
  }

  private static ConfigOption<String> text(ConfigOption<?> option) {
    return ConfigOptions.key(option.key()).stringType().noDefaultValue();
  }

  private static void require(boolean right, ConfigOption<?> option, String problem) {
    if (!right) {
      throw new IllegalConfigurationException("%s is %s".formatted(option.key(), problem));
    }
  }
}
