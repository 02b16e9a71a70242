package io.nextgen.insight.optimizer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that the Flink job writes, and what this job has to know of each. */
enum LakeTable {
  BRONZE_CHATS("bronze", "chats", Rows.RAW_RECORDS, "ingested_at", "ingest_date"),
  BRONZE_TICKETS("bronze", "tickets", Rows.RAW_RECORDS, "ingested_at", "ingest_date"),
  DEAD_LETTERS("bronze", "dead_letters", Rows.DEAD_LETTERS, "dead_at", "ingest_date"),
  SCHEMA_DRIFT("bronze", "schema_drift", Rows.OF_NOBODY, "reported_at", null),
  SILVER_CHATS("silver", "chats", Rows.OF_A_CUSTOMER, "ingested_at", "ingest_date"),
  SILVER_TICKETS("silver", "tickets", Rows.OF_A_CUSTOMER, "ingested_at", "ingest_date"),
  CUSTOMER_INSIGHTS("gold", "customer_insights", Rows.OF_A_CUSTOMER, "ingested_at", null),
  CUSTOMER_RISK("gold", "customer_risk", Rows.OF_A_CUSTOMER, "changed_at", null);

  /** How a row tells whose it is. */
  enum Rows {
    /** By {@code cust_id}. */
    OF_A_CUSTOMER,
    /** By {@code cust_id} in the JSON of {@code raw_text}. */
    RAW_RECORDS,
    /** By naming the customer anywhere in {@code raw_text}, which need not be JSON. */
    DEAD_LETTERS,
    /** Not at all: it holds no values of records. */
    OF_NOBODY
  }

  private final String layer;
  private final String table;
  private final Rows rows;
  private final String arrivalColumn;
  private final String partitionColumn;

  LakeTable(String layer, String table, Rows rows, String arrivalColumn, String partitionColumn) {
    this.layer = layer;
    this.table = table;
    this.rows = rows;
    this.arrivalColumn = arrivalColumn;
    this.partitionColumn = partitionColumn;
  }

  /**
   * @throws JobException for a name that no table has
   */
  static LakeTable of(String qualifiedName) {
    return Stream.of(values())
        .filter(table -> table.qualifiedName().equals(qualifiedName))
        .findFirst()
        .orElseThrow(
            () ->
                new JobException(
                    "%s is no table of the lake. There are: %s"
                        .formatted(
                            qualifiedName,
                            Stream.of(values())
                                .map(LakeTable::qualifiedName)
                                .collect(Collectors.joining(", ")))));
  }

  /** Such as {@code gold.customer_insights}. */
  String qualifiedName() {
    return layer + "." + table;
  }

  String layer() {
    return layer;
  }

  String table() {
    return table;
  }

  Rows rows() {
    return rows;
  }

  /** Timestamp column that says when the job met the row. */
  String arrivalColumn() {
    return arrivalColumn;
  }

  /** Null where the table has no partitions: gold, which is Z-ordered instead, and small ones. */
  String partitionColumn() {
    return partitionColumn;
  }
}
