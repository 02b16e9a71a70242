package io.nextgen.insight.pipeline.landing;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Files and folders that are left alone by their names: hidden ones, as Spark and Hive know them,
 * and uploads in progress.
 */
final class IgnoredNames implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Pattern> patterns;

  IgnoredNames(ReadableConfig config) {
    this.patterns =
        split(LandingOptions.RULES.get(config, LandingOptions.IGNORE)).map(Glob::compile).toList();
  }

  /** The option's patterns. */
  static Stream<String> split(String option) {
    return Stream.of(option.split(",", -1)).map(String::strip);
  }

  boolean containsFile(String name) {
    return name.startsWith(".") || name.startsWith("_") || matches(name);
  }

  /** A folder such as {@code _date=2026-11-30} is a partition of a column with that name. */
  boolean containsFolder(String name) {
    return name.startsWith(".") || name.startsWith("_") && !name.contains("=") || matches(name);
  }

  private boolean matches(String name) {
    return patterns.stream().anyMatch(each -> each.matcher(name).matches());
  }
}
