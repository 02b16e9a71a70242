package io.nextgen.insight.pipeline.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
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
   * @param known the options that there are
   * @throws IllegalConfigurationException for an unknown option (with those of its stage), one
   *     without a value, one given twice, or a value of the wrong type. The message never holds the
   *     value.
   */
  public static Configuration parse(String[] args, List<ConfigOption<?>> known) {
    Map<String, ConfigOption<?>> byKey =
        known.stream().collect(Collectors.toMap(ConfigOption::key, Function.identity()));
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        throw new IllegalConfigurationException(
            "Argument %d is no option: options look like --%s VALUE"
                .formatted(i + 1, LakeOptions.LAKE_PATH.key()));
      }
      String key = args[i].substring(2);
      String value = null;
      int equals = key.indexOf('=');
      if (equals >= 0) {
        value = key.substring(equals + 1);
        key = key.substring(0, equals);
      }
      if (!byKey.containsKey(key)) {
        throw new IllegalConfigurationException(unknown(key, byKey));
      }
      if (value == null) {
        if (++i == args.length || args[i].startsWith("--")) {
          throw new IllegalConfigurationException("--" + key + " needs a value");
        }
        value = args[i];
      }
      if (values.put(key, value) != null) {
        throw new IllegalConfigurationException("--" + key + " is given twice");
      }
    }
    Configuration configuration = Configuration.fromMap(values);
    values.keySet().forEach(key -> checkType(configuration, byKey.get(key)));
    return configuration;
  }

  private static void checkType(Configuration configuration, ConfigOption<?> option) {
    try {
      configuration.get(option);
    } catch (IllegalArgumentException e) {
      // Without the cause: it quotes the value, which might be a secret given to the wrong option.
      throw new IllegalConfigurationException(
          "--%s has a value that cannot be read. %s"
              .formatted(option.key(), OptionDocs.describe(option)));
    }
  }

  private static String unknown(String key, Map<String, ConfigOption<?>> byKey) {
    String stage = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : "";
    List<String> alike =
        byKey.keySet().stream().filter(candidate -> candidate.startsWith(stage)).sorted().toList();
    return "Unknown option --%s. There are: %s"
        .formatted(
            key,
            (alike.isEmpty() ? byKey.keySet().stream().sorted().toList() : alike)
                .stream().map(candidate -> "--" + candidate).collect(Collectors.joining(", ")));
  }
}
