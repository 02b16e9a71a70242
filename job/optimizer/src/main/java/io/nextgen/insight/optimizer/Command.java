package io.nextgen.insight.optimizer;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the job can be asked to do: its first parameter. */
enum Command {
  MAINTAIN(
      "the scheduled run: customers on the list of erasures again, late tickets, compaction and"
          + " Z-order, statistics, the logs' properties, VACUUM"),
  ERASE("forgets customers in every table, and keeps a record of it without personal data"),
  PUBLISH("registers the tables in a catalog and creates the analysts' views");

  private final String description;

  Command(String description) {
    this.description = description;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  /**
   * @throws JobException for a word that is no command
   */
  static Command of(String word) {
    return Stream.of(values())
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new JobException(
                    "%s is no command. There are: %s"
                        .formatted(
                            word,
                            Stream.of(values())
                                .map(Command::word)
                                .collect(Collectors.joining(", ")))));
  }
}
