package io.nextgen.insight.optimizer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * {@code bronze.erasures}: who is to be forgotten, and what was done about it, without personal
 * data. Rows are only ever added, so it is the record for an auditor, too.
 */
final class ErasureList {
  static final String LAYER = "bronze";
  static final String TABLE = "erasures";

  private static final StructType ERASED_ROWS =
      new StructType()
          .add(column("table_name", DataTypes.StringType, "such as silver.chats"))
          .add(column("rows", DataTypes.LongType, "rows that were erased from it"));

  private static final StructType SCHEMA =
      new StructType()
          .add(column("erasure_id", DataTypes.StringType, "one for each time the command ran"))
          .add(
              column(
                  "step",
                  DataTypes.StringType,
                  "REQUESTED, ERASED, PURGED; ERASED_IN_PART where a table was left to the next run;"
                      + " ERASED_AGAIN for what a later run found"))
          .add(column("at", DataTypes.TimestampType, "when the step was done"))
          .add(
              column(
                  "customer_hashes",
                  DataTypes.createArrayType(DataTypes.StringType),
                  "HMAC-SHA-256 of the customers' ids under the key of erasures"))
          .add(column("key_fingerprint", DataTypes.StringType, "tells which key that was"))
          .add(
              column(
                  "erase_until",
                  DataTypes.TimestampType,
                  "until when rows that still arrive are erased"))
          .add(column("reference", DataTypes.StringType, "number of the case"))
          .add(
              column(
                  "tables", DataTypes.createArrayType(ERASED_ROWS), "what was erased from where"));

  private final Lake lake;
  private final DeltaTable table;

  ErasureList(Lake lake) {
    this.lake = lake;
    this.table = DeltaTable.at(lake.spark(), LAYER + "." + TABLE, lake.path(LAYER, TABLE));
  }

  enum Step {
    REQUESTED,
    ERASED,
    ERASED_IN_PART,
    ERASED_AGAIN,
    PURGED
  }

  /** Rows that were erased from a table. */
  record ErasedRows(String tableName, long rows) {}

  /**
   * @param customerHashes by {@link CustomerHash}
   * @param eraseUntil null but for a request
   * @param reference null where none was given
   */
  record Entry(
      String erasureId,
      Step step,
      Set<String> customerHashes,
      String keyFingerprint,
      Instant eraseUntil,
      String reference,
      List<ErasedRows> tables) {}

  /**
   * @param hashes of the customers whose rows are still to be erased
   * @param since the earliest request among theirs
   * @param unfinished requests that no run has brought to its end; their customers' hashes by id
   */
  record Active(Set<String> hashes, Instant since, Map<String, Set<String>> unfinished) {}

  void write(Entry entry) {
    Row row =
        RowFactory.create(
            entry.erasureId(),
            entry.step().name(),
            Timestamp.from(Instant.now()),
            entry.customerHashes().stream().sorted().toArray(String[]::new),
            entry.keyFingerprint(),
            entry.eraseUntil() == null ? null : Timestamp.from(entry.eraseUntil()),
            entry.reference(),
            entry.tables().stream()
                .map(erased -> RowFactory.create(erased.tableName(), erased.rows()))
                .toArray(Row[]::new));
    lake.spark()
        .createDataFrame(List.of(row), SCHEMA)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(table.path());
  }

  /** Empty where nobody is on the list, or no longer. */
  Optional<Active> active() {
    if (!table.exists()) {
      return Optional.empty();
    }
    List<Row> requests =
        table
            .rows()
            .where("step = 'REQUESTED' AND erase_until > current_timestamp()")
            .select("erasure_id", "customer_hashes", "at")
            .collectAsList();
    if (requests.isEmpty()) {
      return Optional.empty();
    }
    Set<String> finished =
        table.rows().where("step = 'ERASED'").select("erasure_id").collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    Set<String> hashes = new HashSet<>();
    Map<String, Set<String>> unfinished = new TreeMap<>();
    for (Row request : requests) {
      List<String> ofOne = request.getList(1);
      hashes.addAll(ofOne);
      if (!finished.contains(request.getString(0))) {
        unfinished.put(request.getString(0), Set.copyOf(ofOne));
      }
    }
    Instant since =
        requests.stream().map(row -> row.getTimestamp(2).toInstant()).min(Instant::compareTo).get();
    return Optional.of(new Active(hashes, since, unfinished));
  }

  /**
   * A list under two keys would no longer find those under the first.
   *
   * @throws JobException where the list was written with another key
   */
  void checkKey(CustomerHash hash) {
    if (!table.exists()) {
      return;
    }
    boolean other =
        !table
            .rows()
            .where("step = 'REQUESTED' AND erase_until > current_timestamp()")
            .where(functions.col("key_fingerprint").notEqual(hash.keyFingerprint()))
            .isEmpty();
    if (other) {
      throw new JobException(
          "%s was written with another key than this one. Customers on it could not be found: use"
                  .formatted(table.name())
              + " the key that it was begun with.");
    }
  }

  private static StructField column(String name, DataType type, String comment) {
    return new StructField(
        name, type, true, new MetadataBuilder().putString("comment", comment).build());
  }
}
