package io.nextgen.insight.optimizer;

import static io.nextgen.insight.optimizer.Command.ERASE;
import static io.nextgen.insight.optimizer.Command.MAINTAIN;
import static io.nextgen.insight.optimizer.Command.PUBLISH;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options, in the order of the docs, whose table is made from here. */
enum Option {
  LAKE(
      null,
      "Root of the lake, as the Flink job has it in --lake.path: a folder, or"
          + " abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH. Where it holds {layer}, bronze,"
          + " silver or gold is put there instead.",
      MAINTAIN,
      ERASE,
      PUBLISH),
  TABLES(
      "all",
      "Which tables are compacted and vacuumed, such as gold.customer_insights,silver.chats.",
      MAINTAIN),
  CATALOG(
      null,
      "Catalog for the tables and views, such as main. Without it publish uses the session's, and"
          + " maintain computes no table statistics.",
      MAINTAIN,
      PUBLISH),
  Z_ORDER(
      "cust_id,Region,Priority",
      "Columns that gold.customer_insights is Z-ordered by. Other gold tables take those of them"
          + " that they have.",
      MAINTAIN),
  Z_ORDER_FILES(
      "2000",
      "How many files a Z-ordered table has at most, within 64 kb and 128 mb a file. More files,"
          + " less to read for a question about one customer, or one region and priority.",
      MAINTAIN),
  Z_ORDER_MIN_NEW(
      "5",
      "Z-order when files that came since the last time hold so many percent of a table's bytes."
          + " Z-ordering writes the whole table anew; below that, only the new files are put"
          + " together.",
      MAINTAIN),
  Z_ORDER_WHOLE_BELOW(
      "1gb",
      "A table smaller than this is Z-ordered whenever something is new: it takes a minute or two.",
      MAINTAIN),
  FILE_SIZE("128mb", "What compaction of bronze and silver aims at.", MAINTAIN),
  VACUUM_RETENTION(
      "7d",
      "How long files stay that no version of a table needs any more: 7 d at the least.",
      MAINTAIN),
  LOG_RETENTION(
      "7d",
      "How long the tables' logs, whose statistics hold values of the rows, go back:"
          + " --vacuum-retention at the least. Time travel reaches no further.",
      MAINTAIN),
  LATE_TICKET_DAYS(
      "90",
      "How many days after a chat its ticket may still come, counted from when the chat was read.",
      MAINTAIN),
  CUST_ID(null, "The customer to forget; several with commas between.", ERASE),
  CUST_ID_FILE(null, "File with a customer's id on each line. Empty lines do not count.", ERASE),
  PURGE(
      "retention",
      "When the erased rows' old files go. retention: when VACUUM finds them old enough, as with"
          + " any change. now: at once, with all of the log that is older than an hour; queries that"
          + " began before may fail. all: at once, with the whole log and files that no version ever"
          + " named; only while no other writer runs, the Flink job above all.",
      ERASE),
  ERASE_AGAIN(
      "90d",
      "For how long maintain erases what still arrives of the customer. After it the customer is"
          + " treated as a new one.",
      ERASE),
  REFERENCE(
      null, "Number of the case, for the record of the erasure. No personal data, please.", ERASE),
  KEY_FILE(
      null,
      "File with the secret key of the hashes in the list of erasures: at least 32 random bytes in"
          + " Base64. Without it the environment variable INSIGHT_ERASURE_KEY counts. Needed by"
          + " erase, and by maintain as soon as the list has a customer.",
      MAINTAIN,
      ERASE),
  ATTEMPTS(
      "40",
      "Attempts at a change that meets a concurrent commit. The second one starts at once, the later"
          + " ones after up to 1 s, 2 s, 4 s, ... 30 s. What is given up is named at the end, after"
          + " the rest of the work is done.",
      MAINTAIN,
      ERASE);

  private final String defaultValue;
  private final String description;
  private final Set<Command> commands;

  Option(String defaultValue, String description, Command... commands) {
    this.defaultValue = defaultValue;
    this.description = description;
    this.commands = EnumSet.of(commands[0], commands);
  }

  /** As it is written, such as {@code --z-order-files}. */
  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Null where there is none. */
  String defaultValue() {
    return defaultValue;
  }

  String description() {
    return description;
  }

  boolean isOf(Command command) {
    return commands.contains(command);
  }

  /** The page of the docs, in Markdown. */
  static String markdownTable() {
    return Stream.of(values())
        .map(
            option ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        option.flag(),
                        option.commands.stream()
                            .map(Command::word)
                            .collect(Collectors.joining(", ")),
                        option.defaultValue == null ? "none" : "`" + option.defaultValue + "`",
                        option.description))
        .collect(
            Collectors.joining(
                "", "| option | of | default | what it does |\n|---|---|---|---|\n", ""));
  }
}
