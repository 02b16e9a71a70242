package io.nextgen.insight.local;

import io.nextgen.insight.pipeline.InsightJob;
import io.nextgen.insight.pipeline.config.CommandLine;
import io.nextgen.insight.pipeline.config.JobArguments;
import io.nextgen.insight.pipeline.config.LakeOptions;
import io.nextgen.insight.pipeline.config.QuotedValue;
import io.nextgen.insight.pipeline.config.StorageFolder;
import io.nextgen.insight.pipeline.landing.LandingOptions;
import io.nextgen.insight.pipeline.silver.SilverOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * The command line of {@code job/run-local}.
 *
 * @param once end when all that has landed is in gold
 * @param job options of the job, checked; with landing zone and lake, and what fits one machine
 * @param flinkSettings from {@code -Dkey=value}
 */
record LocalOptions(
    Path landing, Path lake, boolean once, Configuration job, Map<String, String> flinkSettings) {

  static final String DEFAULT_LAKE = "lake";
  static final String DEFAULT_LANDING = "sample-data";

  static final String USAGE =
      """
      Usage: job/run-local [--landing DIR] [--lake DIR] [--once] [--ticket-wait 10s] [-DFLINK.KEY=VALUE ...] [options of the job]

        --landing DIR      where chats and tickets land (default: sample-data)
        --lake DIR         where the Delta tables are, and the state of the run (default: lake)
        --once             end when everything that has landed is in gold, and show what was found; the exit code
                           is 3 where folders could not be listed
        --ticket-wait D    how long a chat waits for its ticket (default: 10s)
        -Dkey=value        any setting of Flink's, such as -Dparallelism.default=4

      Options of the job are listed in job/pipeline/docs/options.md.""";

  private static final String DEFAULT_TICKET_WAIT = "10s";
  private static final String LANDING = "landing";
  private static final String LAKE = "lake";
  private static final String TICKET_WAIT = "ticket-wait";
  private static final String ONCE = "once";

  /** Short names of options of the job. */
  private static final Map<String, String> ALIASES =
      Map.of(
          LANDING, LandingOptions.PATH.key(),
          LAKE, LakeOptions.LAKE_PATH.key(),
          TICKET_WAIT, SilverOptions.TICKET_WAIT.key());

  /**
   * Reads and checks the arguments; nothing is created.
   *
   * @param home the project's folder, where the defaults are
   * @throws IllegalConfigurationException naming the option that is wrong and what is possible
   */
  static LocalOptions parse(String[] args, Path home) {
    Set<String> names = new LinkedHashSet<>(ALIASES.keySet());
    names.addAll(InsightJob.rules().keys());
    CommandLine line =
        CommandLine.parse(args, new CommandLine.Syntax(names, Set.of(ONCE, "help"), true, 0));
    Map<String, String> given = new HashMap<>(line.values());
    Path landing = folder(line, LANDING, home.resolve(DEFAULT_LANDING));
    Path lake = folder(line, LAKE, home.resolve(DEFAULT_LAKE));
    if (!Files.isDirectory(landing)) {
      throw new IllegalConfigurationException(
          "--landing is %s, which %s; it must be a folder in which chats and tickets land"
              .formatted(
                  QuotedValue.of(landing.toString()),
                  Files.exists(landing) ? "is a file, not a folder" : "does not exist"));
    }
    if (Files.exists(lake) && !Files.isDirectory(lake)) {
      throw new IllegalConfigurationException(
          "--lake is %s, which is a file, not a folder; it must be a folder, or none yet"
              .formatted(QuotedValue.of(lake.toString())));
    }
    StorageFolder.requireApart("--lake", lake.toString(), "--landing", landing.toString());

    ALIASES.keySet().forEach(given::remove);
    given.put(LandingOptions.PATH.key(), landing.toString());
    given.put(LakeOptions.LAKE_PATH.key(), lake.toString());
    given.put(SilverOptions.TICKET_WAIT.key(), value(line, TICKET_WAIT, DEFAULT_TICKET_WAIT));
    return new LocalOptions(
        landing, lake, line.has(ONCE), JobArguments.of(given, InsightJob.rules()), line.settings());
  }

  /** The value of an option by its short name or that of the job. */
  private static String value(CommandLine line, String alias, String defaultValue) {
    String key = ALIASES.get(alias);
    Map<String, String> values = line.values();
    if (values.containsKey(alias) && values.containsKey(key)) {
      throw new IllegalConfigurationException(
          "--%s and --%s are the same option; give one of them".formatted(alias, key));
    }
    return values.getOrDefault(alias, values.getOrDefault(key, defaultValue));
  }

  private static Path folder(CommandLine line, String alias, Path defaultFolder) {
    String text = value(line, alias, defaultFolder.toString());
    if (text.isBlank()) {
      throw new IllegalConfigurationException(
          "--%s is empty; it must be a folder".formatted(alias));
    }
    return StorageFolder.localPath(text)
        .filter(path -> !path.toString().contains(LakeOptions.LAYER_PLACEHOLDER))
        .orElseThrow(
            () ->
                new IllegalConfigurationException(
                    "--%s is %s; it must be a folder of this machine, without placeholder"
                        .formatted(alias, QuotedValue.of(text))));
  }
}
