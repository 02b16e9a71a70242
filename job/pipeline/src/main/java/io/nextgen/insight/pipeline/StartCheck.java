package io.nextgen.insight.pipeline;

import io.nextgen.insight.pipeline.config.FlinkSettings;
import io.nextgen.insight.pipeline.config.LakeOptions;
import io.nextgen.insight.pipeline.config.StorageFolder;
import io.nextgen.insight.pipeline.gold.language.LanguageSettings;
import io.nextgen.insight.pipeline.landing.LandingOptions;
import io.nextgen.insight.pipeline.silver.PiiKey;
import io.nextgen.insight.pipeline.silver.masking.MaskingOptions;
import io.nextgen.insight.pipeline.tables.Layer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/**
 * What is checked before the job is created: a setting that is wrong ends the start with a line
 * that names it, and not a task that has begun to work.
 */
public final class StartCheck {

  private StartCheck() {}

  /**
   * Checks the options that are given, the files and folders that they name, and Flink's settings.
   *
   * @param flink Flink's own configuration
   * @throws IllegalConfigurationException naming the option, its value and what is possible
   */
  public static void check(Configuration job, ReadableConfig flink) {
    InsightJob.rules().check(job);
    FlinkSettings.check(flink);
    job.getOptional(LandingOptions.PATH).ifPresent(landing -> checkFolders(landing, job, flink));
    if (job.contains(PiiKey.KEY_FILE)) {
      PiiKey.load(job);
    }
    LanguageSettings.checkKeys(job);
  }

  private static void checkFolders(String landing, Configuration job, ReadableConfig flink) {
    String landingOption = "--" + LandingOptions.PATH.key();
    job.getOptional(LakeOptions.LAKE_PATH).map(Layer::folders).stream()
        .flatMap(List::stream)
        .forEach(
            folder ->
                StorageFolder.requireApart(
                    "--" + LakeOptions.LAKE_PATH.key(), folder, landingOption, landing));
    FlinkSettings.folders(flink)
        .forEach(
            (setting, folders) ->
                folders.forEach(
                    folder ->
                        StorageFolder.requireOutside(setting, folder, landingOption, landing)));
  }

  /** What the options take away of the protection that there is by default, a sentence each. */
  public static List<String> warnings(ReadableConfig job) {
    List<String> warnings = new ArrayList<>(MaskingOptions.warnings(job));
    if (job.get(LakeOptions.ALLOW_OLDER_CHECKPOINT)) {
      warnings.add(
          "--%s is true: from an older savepoint, rows are written twice; take it away after this start"
              .formatted(LakeOptions.ALLOW_OLDER_CHECKPOINT.key()));
    }
    return warnings;
  }
}
