package io.nextgen.insight.optimizer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Erases customers' rows from every table. A request is on the list before the first row goes, so
 * that a run that breaks off is taken up by the next scheduled one, as are rows that the Flink job
 * still had on the way.
 */
final class Erasure {
  /** How long rows may have been on the way: the Flink job's longest downtime. */
  private static final Duration ON_THE_WAY = Duration.ofDays(7);

  /** Shorter ones are in too many texts that are of others. */
  private static final int LEAST_PERSONAL_DATA = 6;

  private static final List<String> PERSONAL_FIELDS = List.of("customer_name", "email", "phone");

  /** What is erased is not to stay beside a mark that says it is gone. */
  private static final Map<String, String> REWRITE_FILES =
      Map.of("spark.databricks.delta.delete.deletionVectors.persistent", "false");

  private final Lake lake;
  private final ErasureList list;
  private final CustomerHash hash;
  private final ConflictRetry retry;

  Erasure(Lake lake, ErasureList list, CustomerHash hash, ConflictRetry retry) {
    this.lake = lake;
    this.list = list;
    this.hash = hash;
    this.retry = retry;
  }

  /** What was erased, and under which id it is on the list. */
  record Outcome(String erasureId, Set<String> hashes, List<ErasureList.ErasedRows> tables) {}

  /**
   * @param reference null where there is none
   */
  Outcome erase(Collection<String> custIds, Duration eraseAgain, String reference) {
    list.checkKey(hash);
    Map<LakeTable, DeltaTable> tables = tables();
    Set<String> hashes = custIds.stream().map(hash::of).collect(Collectors.toSet());
    String id = UUID.randomUUID().toString();
    list.write(
        new ErasureList.Entry(
            id,
            ErasureList.Step.REQUESTED,
            hashes,
            hash.keyFingerprint(),
            Instant.now().plus(eraseAgain),
            reference,
            List.of()));
    new ErasedCustomers(hash, hashes, Set.of()).register(lake.spark());
    new ErasedCustomers(hash, hashes, personalData()).register(lake.spark());
    List<ErasureList.ErasedRows> erased = eraseFrom(tables, Optional.empty());
    ErasureList.Step step =
        retry.hasGivenUp() ? ErasureList.Step.ERASED_IN_PART : ErasureList.Step.ERASED;
    list.write(entry(id, step, hashes, reference, erased));
    return new Outcome(id, hashes, erased);
  }

  /**
   * Erases what has arrived of the customers on the list; and everything of theirs while a request
   * among them is not finished, because its run broke off or had to give a table up.
   */
  List<ErasureList.ErasedRows> eraseAgain(ErasureList.Active active) {
    list.checkKey(hash);
    Map<LakeTable, DeltaTable> tables = tables();
    new ErasedCustomers(hash, active.hashes(), Set.of()).register(lake.spark());
    Optional<Instant> arrivedSince = Optional.of(active.since().minus(ON_THE_WAY));
    if (!active.unfinished().isEmpty()) {
      new ErasedCustomers(hash, active.hashes(), personalData()).register(lake.spark());
      arrivedSince = Optional.empty();
    }
    List<ErasureList.ErasedRows> erased = eraseFrom(tables, arrivedSince);
    if (erased.stream().anyMatch(each -> each.rows() > 0)) {
      list.write(
          entry(
              UUID.randomUUID().toString(),
              ErasureList.Step.ERASED_AGAIN,
              active.hashes(),
              null,
              erased));
    }
    if (!retry.hasGivenUp()) {
      active
          .unfinished()
          .forEach(
              (id, hashes) ->
                  list.write(entry(id, ErasureList.Step.ERASED, hashes, null, List.of())));
    }
    return erased;
  }

  void purged(Outcome outcome, String reference) {
    list.write(
        entry(
            outcome.erasureId(), ErasureList.Step.PURGED, outcome.hashes(), reference, List.of()));
  }

  private ErasureList.Entry entry(
      String id,
      ErasureList.Step step,
      Set<String> hashes,
      String reference,
      List<ErasureList.ErasedRows> erased) {
    return new ErasureList.Entry(id, step, hashes, hash.keyFingerprint(), null, reference, erased);
  }

  /** What the customers' own tickets say of them, to find dead letters that lost their id. */
  private Set<String> personalData() {
    Set<String> values = new HashSet<>();
    lake.open(LakeTable.BRONZE_TICKETS)
        .rows()
        .where(ErasedCustomers.condition(LakeTable.BRONZE_TICKETS))
        .select("raw_text")
        .toLocalIterator()
        .forEachRemaining(
            row ->
                PERSONAL_FIELDS.forEach(
                    field -> values.addAll(RawRecord.values(row.getString(0), field))));
    values.removeIf(value -> value.strip().length() < LEAST_PERSONAL_DATA);
    return values;
  }

  /**
   * Those that hold rows of customers. That all are there is checked before a row goes. The tickets
   * come last: what they say of the customers finds rows in other tables.
   */
  private Map<LakeTable, DeltaTable> tables() {
    Map<LakeTable, DeltaTable> tables = new LinkedHashMap<>();
    for (LakeTable table : LakeTable.values()) {
      if (table.rows() != LakeTable.Rows.OF_NOBODY && table != LakeTable.BRONZE_TICKETS) {
        tables.put(table, lake.open(table));
      }
    }
    tables.put(LakeTable.BRONZE_TICKETS, lake.open(LakeTable.BRONZE_TICKETS));
    return tables;
  }

  private List<ErasureList.ErasedRows> eraseFrom(
      Map<LakeTable, DeltaTable> tables, Optional<Instant> arrivedSince) {
    List<ErasureList.ErasedRows> erased = new ArrayList<>();
    try (SessionSettings settings = new SessionSettings(lake.spark(), REWRITE_FILES)) {
      for (var each : tables.entrySet()) {
        LakeTable kind = each.getKey();
        DeltaTable table = each.getValue();
        if (kind == LakeTable.BRONZE_TICKETS && retry.hasGivenUp()) {
          retry.giveUp("erasing from %s, which waits for the others".formatted(table.name()));
          continue;
        }
        String condition =
            ErasedCustomers.condition(kind)
                + arrivedSince
                    .map(
                        since -> " AND %s >= TIMESTAMP '%s'".formatted(kind.arrivalColumn(), since))
                    .orElse("");
        erased.add(new ErasureList.ErasedRows(table.name(), eraseFrom(kind, table, condition)));
      }
    }
    return erased;
  }

  private long eraseFrom(LakeTable kind, DeltaTable table, String condition) {
    if (kind.partitionColumn() == null) {
      return table.rows().where(condition).isEmpty() ? 0 : delete(table, condition);
    }
    long rows = 0;
    // Day by day: the Flink job appends to today's partition, and is in the way of no other.
    for (Row day :
        table
            .rows()
            .where(condition)
            .select(functions.col(kind.partitionColumn()).cast("string"))
            .distinct()
            .collectAsList()) {
      String partition =
          day.isNullAt(0)
              ? kind.partitionColumn() + " IS NULL"
              : "%s = DATE '%s'".formatted(kind.partitionColumn(), day.getString(0));
      rows += delete(table, partition + " AND " + condition);
    }
    return rows;
  }

  /** None where it was given up: that the customers are on the list brings them up again. */
  private long delete(DeltaTable table, String condition) {
    return retry
        .call(
            "erasing from " + table.name(),
            () ->
                lake.spark()
                    .sql("DELETE FROM %s WHERE %s".formatted(table.sql(), condition))
                    .head()
                    .getLong(0))
        .orElse(0L);
  }
}
