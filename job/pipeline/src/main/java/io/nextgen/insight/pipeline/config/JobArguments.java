package io.nextgen.insight.pipeline.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * The command line: {@code --option value} or {@code --option=value} for every option of the job.
 */
public final class JobArguments {

  private JobArguments() {}

  /**
   * Reads the arguments.
   *
   * @param rules of the options that there are
   * @throws IllegalConfigurationException for an unknown option, one without a value, one given
   *     twice, a value outside its option's range, or values that contradict each other
   */
  public static Configuration parse(String[] args, OptionRules rules) {
    return of(CommandLine.parse(args, CommandLine.Syntax.of(rules.keys())).values(), rules);
  }

  /**
   * Reads options with their values as they are given.
   *
   * @throws IllegalConfigurationException for a value outside its option's range, or values that
   *     contradict each other
   */
  public static Configuration of(Map<String, String> given, OptionRules rules) {
    Map<String, String> values = new HashMap<>(given);
    values.replaceAll(rules::normalize);
    Configuration config = Configuration.fromMap(values);
    rules.check(config);
    return config;
  }
}
