package io.nextgen.insight.optimizer;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scheduled run. Everything is checked before anything is written. */
final class Maintenance {
  private final Lake lake;
  private final Arguments arguments;
  private final Map<String, String> environment;
  private final PrintStream out;

  Maintenance(Lake lake, Arguments arguments, Map<String, String> environment, PrintStream out) {
    this.lake = lake;
    this.arguments = arguments;
    this.environment = environment;
    this.out = out;
  }

  void run() {
    Instant start = Instant.now();
    Duration vacuumRetention = Vacuum.checked(arguments.duration(Option.VACUUM_RETENTION));
    Duration logRetention = arguments.duration(Option.LOG_RETENTION);
    if (logRetention.compareTo(vacuumRetention) < 0) {
      throw new JobException(
          "--log-retention is less than --vacuum-retention: files would stay that no log tells of");
    }
    ConflictRetry retry = new ConflictRetry(arguments.number(Option.ATTEMPTS, 1));
    int lateTicketDays = arguments.number(Option.LATE_TICKET_DAYS, 1);
    RunLog runLog = new RunLog(lake);
    FileLayout layout = new FileLayout(lake, runLog, arguments);
    List<LakeTable> kinds = kinds();
    List<DeltaTable> tables = kinds.stream().map(lake::open).toList();
    layout.check(lake.open(LakeTable.CUSTOMER_INSIGHTS));

    Optional<TableStatistics> statistics =
        arguments
            .find(Option.CATALOG)
            .map(catalog -> new TableStatistics(lake.spark(), out, catalog, kinds));

    eraseAgain(retry);
    LateTickets.Corrected corrected = new LateTickets(lake, retry, lateTicketDays).correct();
    out.printf(
        "Late tickets: corrected %,d rows of silver.chats, %,d of gold.customer_insights, %,d of"
            + " gold.customer_risk%n",
        corrected.chats(), corrected.insights(), corrected.standings());

    TableProperties properties = new TableProperties(lake, retry, logRetention, vacuumRetention);
    Vacuum vacuum = new Vacuum(lake.spark());
    List<RunLog.Entry> entries = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      DeltaTable table = tables.get(i);
      if (properties.apply(table)) {
        out.printf("%-24s the log now goes back %d h%n", table.name(), logRetention.toHours());
      }
      LakeTable kind = kinds.get(i);
      retry
          .call("putting files of " + table.name() + " together", () -> layout.improve(kind, table))
          .ifPresent(
              entry -> {
                entries.add(entry);
                out.println(line(entry));
              });
      vacuum.afterRetention(table, vacuumRetention);
    }
    statistics.ifPresent(TableStatistics::compute);
    runLog.write(start, entries);
    if (kinds.contains(LakeTable.CUSTOMER_INSIGHTS)) {
      new SampleQueries(lake.spark(), out).show(lake.open(LakeTable.CUSTOMER_INSIGHTS));
    }
    retry.failIfAnyGivenUp("Everything else is done.");
    out.printf("Done in %,d s%n", Duration.between(start, Instant.now()).toSeconds());
  }

  private List<LakeTable> kinds() {
    List<String> names = arguments.list(Option.TABLES);
    return names.equals(List.of("all"))
        ? Stream.of(LakeTable.values()).toList()
        : names.stream().map(LakeTable::of).distinct().toList();
  }

  private void eraseAgain(ConflictRetry retry) {
    ErasureList list = new ErasureList(lake);
    Optional<ErasureList.Active> active = list.active();
    if (active.isEmpty()) {
      return;
    }
    CustomerHash hash = CustomerHash.of(arguments, environment);
    long rows =
        new Erasure(lake, list, hash, retry)
            .eraseAgain(active.get()).stream().mapToLong(ErasureList.ErasedRows::rows).sum();
    out.printf(
        "Erasures: %,d customers on the list, %,d rows of theirs had arrived and are erased%n",
        active.get().hashes().size(), rows);
  }

  private static String line(RunLog.Entry entry) {
    return switch (entry.action()) {
      case LEFT ->
          String.format(
              "%-24s nothing to put together: %,d files, %s",
              entry.tableName(), entry.after().files(), Sizes.format(entry.after().bytes()));
      case COMPACTED, Z_ORDERED ->
          String.format(
              "%-24s %s: %,d files -> %,d, %s -> %s",
              entry.tableName(),
              entry.action() == RunLog.Action.COMPACTED
                  ? "compacted"
                  : "Z-ordered by " + entry.zOrder(),
              entry.before().files(),
              entry.after().files(),
              Sizes.format(entry.before().bytes()),
              Sizes.format(entry.after().bytes()));
    };
  }
}
