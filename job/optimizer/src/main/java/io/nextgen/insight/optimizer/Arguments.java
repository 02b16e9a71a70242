package io.nextgen.insight.optimizer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line: a command, then {@code --option value}. Messages never quote a value. */
final class Arguments {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(d|h|min)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(kb|mb|gb)");

  private final Command command;
  private final Map<Option, String> values;

  private Arguments(Command command, Map<Option, String> values) {
    this.command = command;
    this.values = values;
  }

  /**
   * @throws JobException for an unknown command or option, an option of another command, one
   *     without a value or with an empty one, or one given twice
   */
  static Arguments parse(String... args) {
    if (args.length == 0) {
      throw new JobException("A command is missing. " + usage());
    }
    Command command = Command.of(args[0]);
    Map<Option, String> values = new EnumMap<>(Option.class);
    for (int i = 1; i < args.length; i++) {
      String flag = args[i];
      String value = null;
      int equals = flag.indexOf('=');
      if (flag.startsWith("--") && equals > 0) {
        value = flag.substring(equals + 1);
        flag = flag.substring(0, equals);
      }
      Option option = option(flag, i + 1, command);
      if (value == null) {
        if (++i == args.length || args[i].startsWith("--")) {
          throw new JobException(flag + " needs a value. " + option.description());
        }
        value = args[i];
      }
      if (value.isBlank()) {
        throw new JobException(flag + " is empty. " + option.description());
      }
      if (values.put(option, value) != null) {
        throw new JobException(flag + " is given twice");
      }
    }
    if (!values.containsKey(Option.LAKE)) {
      throw new JobException("--lake is missing. " + Option.LAKE.description());
    }
    return new Arguments(command, values);
  }

  private static Option option(String flag, int position, Command command) {
    if (!flag.startsWith("--")) {
      throw new JobException(
          "Argument %d is no option: options look like --lake VALUE".formatted(position));
    }
    Option option =
        Stream.of(Option.values())
            .filter(candidate -> candidate.flag().equals(flag))
            .findFirst()
            .orElse(null);
    if (option == null || !option.isOf(command)) {
      throw new JobException(
          "%s %s. %s has: %s"
              .formatted(
                  option == null ? "Unknown option" : "Not an option of this command:",
                  flag,
                  command.word(),
                  Stream.of(Option.values())
                      .filter(candidate -> candidate.isOf(command))
                      .map(Option::flag)
                      .collect(Collectors.joining(", "))));
    }
    return option;
  }

  Command command() {
    return command;
  }

  Optional<String> find(Option option) {
    return Optional.ofNullable(values.getOrDefault(option, option.defaultValue()));
  }

  String text(Option option) {
    return find(option).orElseThrow(() -> new JobException(option.flag() + " is missing"));
  }

  /**
   * @throws JobException for an empty entry, such as an unset variable leaves
   */
  List<String> list(Option option) {
    List<String> entries =
        find(option).stream()
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(String::strip)
            .toList();
    if (entries.contains("")) {
      throw new JobException(
          "%s has an empty entry. %s".formatted(option.flag(), option.description()));
    }
    return entries;
  }

  /** A whole number of at least {@code least}. */
  int number(Option option, int least) {
    String value = text(option);
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least) {
      throw unreadable(option, "a whole number, %d or more".formatted(least));
    }
    return Integer.parseInt(value);
  }

  /** Such as {@code 7d}, {@code 12h} or {@code 30min}. */
  Duration duration(Option option) {
    Matcher matcher = DURATION.matcher(text(option).toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw unreadable(option, "a duration such as 7d, 12h or 30min");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofMinutes(count);
    };
  }

  /** Bytes, written such as {@code 128mb}. */
  long bytes(Option option) {
    Matcher matcher = SIZE.matcher(text(option).toLowerCase(Locale.ROOT));
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw unreadable(option, "a size such as 512kb, 128mb or 1gb");
    }
    int shift =
        switch (matcher.group(2)) {
          case "kb" -> 10;
          case "mb" -> 20;
          default -> 30;
        };
    return Long.parseLong(matcher.group(1)) << shift;
  }

  private static JobException unreadable(Option option, String expected) {
    return new JobException(
        "%s is not %s. %s".formatted(option.flag(), expected, option.description()));
  }

  static String usage() {
    return Stream.of(Command.values())
            .map(command -> "\n  %-9s %s".formatted(command.word(), command.description()))
            .collect(
                Collectors.joining("", "Usage: COMMAND --lake PATH [--option VALUE ...]\n", "\n"))
        + Stream.of(Option.values())
            .map(
                option ->
                    "\n  %-20s %s%s"
                        .formatted(
                            option.flag(),
                            option.description(),
                            option.defaultValue() == null
                                ? ""
                                : " (default: " + option.defaultValue() + ")"))
            .collect(Collectors.joining());
  }
}
