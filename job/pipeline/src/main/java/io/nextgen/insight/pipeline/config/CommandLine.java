package io.nextgen.insight.pipeline.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * Arguments as they are given: {@code --option value} or {@code --option=value}, {@code --flag},
 * {@code -Dkey=value}, and words.
 */
public final class CommandLine {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final List<String> words = new ArrayList<>();

  private CommandLine() {}

  /**
   * What a command takes.
   *
   * @param options names of options with a value, without dashes
   * @param flags names of options without a value
   * @param settings whether it takes {@code -Dkey=value}
   * @param words the maximum number of other arguments
   */
  public record Syntax(
      Collection<String> options, Collection<String> flags, boolean settings, int words) {

    /** Options with a value, and nothing else. */
    public static Syntax of(Collection<String> options) {
      return new Syntax(options, Set.of(), false, 0);
    }
  }

  /**
   * Splits arguments; the options' values are not checked.
   *
   * @throws IllegalConfigurationException for an unknown option (with the nearest one, and those of
   *     its stage), one without a value, or one given twice
   */
  public static CommandLine parse(String[] args, Syntax syntax) {
    CommandLine line = new CommandLine();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--") && args[i].length() > 2) {
        i += line.option(args, i, syntax);
      } else if (syntax.settings() && args[i].startsWith("-D")) {
        line.setting(args[i]);
      } else if (line.words.size() < syntax.words()
          && !args[i].isBlank()
          && !args[i].startsWith("-")) {
        line.words.add(args[i]);
      } else {
        throw new IllegalConfigurationException(
            "Argument %d is %s, not an option; expected --OPTION VALUE%s"
                .formatted(
                    i + 1,
                    args[i].isBlank() ? "empty" : QuotedValue.of(args[i]),
                    syntax.settings() ? " or -Dkey=value" : ""));
      }
    }
    return line;
  }

  /** Takes an option, and returns how many more arguments are its value. */
  private int option(String[] args, int index, Syntax syntax) {
    String[] parts = args[index].substring(2).split("=", 2);
    String name = parts[0];
    boolean flag = syntax.flags().contains(name);
    if (!flag && !syntax.options().contains(name)) {
      throw new IllegalConfigurationException(unknown(name, syntax));
    }
    if (flag) {
      if (parts.length > 1) {
        throw new IllegalConfigurationException("--%s takes no value".formatted(name));
      }
      if (!flags.add(name)) {
        throw new IllegalConfigurationException("--%s is given twice".formatted(name));
      }
      return 0;
    }
    boolean apart = parts.length == 1;
    if (apart && (index + 1 == args.length || args[index + 1].startsWith("--"))) {
      throw new IllegalConfigurationException("--%s needs a value".formatted(name));
    }
    if (values.put(name, apart ? args[index + 1] : parts[1]) != null) {
      throw new IllegalConfigurationException("--%s is given twice".formatted(name));
    }
    return apart ? 1 : 0;
  }

  private void setting(String argument) {
    String[] parts = argument.substring(2).split("=", 2);
    if (parts.length < 2 || parts[0].isBlank()) {
      throw new IllegalConfigurationException(
          "%s is not a setting; expected -Dkey=value".formatted(argument.split("=", 2)[0]));
    }
    if (settings.put(parts[0], parts[1]) != null) {
      throw new IllegalConfigurationException("-D%s is given twice".formatted(parts[0]));
    }
  }

  private static String unknown(String name, Syntax syntax) {
    Set<String> names = new TreeSet<>(syntax.options());
    names.addAll(syntax.flags());
    String stage = name.contains(".") ? name.substring(0, name.indexOf('.') + 1) : "";
    Set<String> alike =
        names.stream()
            .filter(candidate -> candidate.startsWith(stage) || !candidate.contains("."))
            .collect(Collectors.toCollection(TreeSet::new));
    boolean stageExists = alike.stream().anyMatch(candidate -> candidate.startsWith(stage));
    return "Unknown option: --%s.%s Options: %s"
        .formatted(
            name,
            NearestName.of(name, names).map(" Did you mean --%s?"::formatted).orElse(""),
            (stageExists ? alike : names)
                .stream().map(candidate -> "--" + candidate).collect(Collectors.joining(", ")));
  }

  /** Options with their values, as given. */
  public Map<String, String> values() {
    return Map.copyOf(values);
  }

  /**
   * An option's value.
   *
   * @throws IllegalConfigurationException where it is empty
   */
  public Optional<String> text(String name) {
    String value = values.get(name);
    if (value != null && value.isBlank()) {
      throw new IllegalConfigurationException("--%s is empty".formatted(name));
    }
    return Optional.ofNullable(value);
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  public List<String> words() {
    return List.copyOf(words);
  }
}
