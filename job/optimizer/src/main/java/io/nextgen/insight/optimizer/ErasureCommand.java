package io.nextgen.insight.optimizer;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code erase}: forgets customers, and tells what is left to happen. */
final class ErasureCommand {
  private final Lake lake;
  private final Arguments arguments;
  private final Map<String, String> environment;
  private final PrintStream out;

  ErasureCommand(Lake lake, Arguments arguments, Map<String, String> environment, PrintStream out) {
    this.lake = lake;
    this.arguments = arguments;
    this.environment = environment;
    this.out = out;
  }

  void run() {
    Set<String> custIds = custIds();
    Purge.Mode mode = Purge.Mode.of(arguments.text(Option.PURGE));
    Duration eraseAgain = arguments.duration(Option.ERASE_AGAIN);
    String reference = arguments.find(Option.REFERENCE).orElse(null);
    ConflictRetry retry = new ConflictRetry(arguments.number(Option.ATTEMPTS, 1));
    CustomerHash hash = CustomerHash.of(arguments, environment);
    Erasure erasure = new Erasure(lake, new ErasureList(lake), hash, retry);

    Erasure.Outcome outcome = erasure.erase(custIds, eraseAgain, reference);
    out.printf("Erasure %s: %d customers%n", outcome.erasureId(), custIds.size());
    outcome.tables().forEach(each -> out.printf("%-24s %,d rows%n", each.tableName(), each.rows()));
    retry.failIfAnyGivenUp(
        "The customers are on the list: the next maintain or erase takes it up. Nothing was purged.");
    if (mode == Purge.Mode.RETENTION) {
      out.println(
          "The rows are gone from every query. Their files go when maintain runs after its"
              + " --vacuum-retention, the log's statistics after its --log-retention.");
      return;
    }
    Purge purge = new Purge(lake, retry);
    long young =
        Stream.of(LakeTable.values()).map(lake::open).mapToLong(t -> purge.purge(t, mode)).sum();
    retry.failIfAnyGivenUp("The rows are erased, the old data files gone.");
    if (young > 0) {
      out.printf(
          "The old data files are gone. %,d files of the logs are younger than %d min and stay: run"
              + " this again after %s.%n",
          young, Purge.LOG_GRACE.toMinutes(), Instant.now().plus(Purge.LOG_GRACE));
      return;
    }
    erasure.purged(outcome, reference);
    out.println("The old files and what the logs said of them are gone.");
  }

  private Set<String> custIds() {
    Set<String> ids = new LinkedHashSet<>(arguments.list(Option.CUST_ID));
    arguments
        .find(Option.CUST_ID_FILE)
        .ifPresent(
            file ->
                GivenFile.read(file, "The file " + file + " of --cust-id-file")
                    .lines()
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .forEach(ids::add));
    if (ids.isEmpty()) {
      throw new JobException("No customer is named: --cust-id or --cust-id-file");
    }
    return ids;
  }
}
