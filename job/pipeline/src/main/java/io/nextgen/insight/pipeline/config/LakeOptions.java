package io.nextgen.insight.pipeline.config;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/** Options of the lake that the job writes, and of its event time. */
public final class LakeOptions {

  /** What stands for a layer's name in a lake's path. */
  public static final String LAYER_PLACEHOLDER = "{layer}";

  public static final ConfigOption<String> LAKE_PATH =
      ConfigOptions.key("lake.path")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Root of the lake, below which bronze, silver and gold are: a folder, or"
                  + " abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH. Where it holds {layer},"
                  + " bronze, silver or gold is put there instead: with"
                  + " abfss://{layer}@ACCOUNT.dfs.core.windows.net each layer has a container,"
                  + " and so access rights, of its own.");

  public static final ConfigOption<Boolean> ALLOW_OLDER_CHECKPOINT =
      ConfigOptions.key("lake.allow-older-checkpoint")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Whether the job may start from a savepoint or checkpoint that is older than what it"
                  + " has written to the tables since. It refuses to by default: the rows after that"
                  + " savepoint would be there twice. For a way back to before a faulty version;"
                  + " take it away again afterwards.");

  public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
      ConfigOptions.key("event-time.out-of-orderness")
          .durationType()
          .defaultValue(Duration.ofDays(1))
          .withDescription(
              "How far behind the newest chat the watermark stays. Late chats are never dropped;"
                  + " this only tells when a customer's risk window may move on.");

  public static final ConfigOption<Duration> IDLENESS =
      ConfigOptions.key("event-time.idleness")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "After how long without a chat a subtask no longer holds the watermark back.");

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(
              LAKE_PATH,
              ValueRange.where(
                  "a folder, or abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH; the only"
                      + " placeholder is "
                      + LAYER_PLACEHOLDER,
                  // A misspelt placeholder would end up in a folder's name.
                  path -> !path.replace(LAYER_PLACEHOLDER, "").matches(".*[{}].*")))
          .with(ALLOW_OLDER_CHECKPOINT, ValueRange.flag())
          .with(OUT_OF_ORDERNESS, ValueRange.duration(Duration.ZERO))
          .with(IDLENESS, ValueRange.durationAboveZero());

  /** Flink's own prefix for settings of Hadoop file systems. */
  private static final String HADOOP_PREFIX = "flink.hadoop.";

  private LakeOptions() {}

  /**
   * The lake's root, which may hold {@link #LAYER_PLACEHOLDER}.
   *
   * @throws IllegalConfigurationException where it is missing, empty, or holds another placeholder
   */
  public static String requiredLakePath(ReadableConfig config) {
    if (config.getOptional(LAKE_PATH).isEmpty()) {
      throw new IllegalConfigurationException(
          "--" + LAKE_PATH.key() + " is missing. " + OptionDocs.describe(LAKE_PATH));
    }
    return RULES.get(config, LAKE_PATH);
  }

  /**
   * The Hadoop settings among Flink's, their prefix {@code flink.hadoop.} stripped: what Flink's
   * file systems get, so that the Delta tables are written with the same credentials.
   */
  public static Map<String, String> hadoopSettings(Configuration flink) {
    return flink.toMap().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(HADOOP_PREFIX))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(HADOOP_PREFIX.length()), Map.Entry::getValue));
  }
}
