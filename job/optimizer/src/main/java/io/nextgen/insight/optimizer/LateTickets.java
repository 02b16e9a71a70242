package io.nextgen.insight.optimizer;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Corrects chats that went on before their ticket came. The newest version of the ticket counts, as
 * in the Flink job: that of the file modified last. Rows that have what their ticket says are not
 * touched, so a second run changes nothing.
 *
 * <p>Rows without a Region are found by the null counts in the log: files that have none are not
 * read.
 */
final class LateTickets {
  private static final String OWN_TICKETS = "insight_own_tickets";
  private static final String ALL_TICKETS = "insight_all_tickets";
  private static final String CORRECTIONS = "insight_corrections";
  private static final List<String> FACTS = List.of("Region", "Priority", "product");
  private static final String NEWEST =
      "max_by(struct(Region, Priority, product), struct(file_modified_at, source_file, source_position)) AS newest";

  private final Lake lake;
  private final ConflictRetry retry;
  private final int days;

  /**
   * @param days how many days after a chat its ticket may still come
   */
  LateTickets(Lake lake, ConflictRetry retry, int days) {
    this.lake = lake;
    this.retry = retry;
    this.days = days;
  }

  /** Rows that were corrected. */
  record Corrected(long chats, long insights, long standings) {}

  Corrected correct() {
    Dataset<Row> tickets = lake.open(LakeTable.SILVER_TICKETS).rows();
    tickets
        .groupBy("cust_id", "ticket_id")
        .agg(functions.expr(NEWEST))
        .createOrReplaceTempView(OWN_TICKETS);
    tickets.groupBy("ticket_id").agg(functions.expr(NEWEST)).createOrReplaceTempView(ALL_TICKETS);
    return new Corrected(chats(), insights(), standings());
  }

  private long chats() {
    DeltaTable chats = lake.open(LakeTable.SILVER_CHATS);
    Dataset<Row> corrections =
        lake.spark()
            .sql(
                """
                SELECT chat.chat_id, chat.revision, chat.cust_id, chat.ingest_date, ticket.*
                FROM (%s) WHERE NOT chat.ticket_matched OR ticket.Region IS NOT NULL"""
                    .formatted(withTickets(chats)))
            .cache();
    try {
      corrections.createOrReplaceTempView(CORRECTIONS);
      long corrected = 0;
      // Day by day: the Flink job appends to today's partition, and is in the way of no other.
      for (Row day : corrections.selectExpr("string(ingest_date)").distinct().collectAsList()) {
        String literal = "DATE '%s'".formatted(day.getString(0));
        corrected +=
            merge(
                chats,
                """
                USING (SELECT * FROM %s WHERE ingest_date = %s) ticket
                ON target.ingest_date = %s AND target.chat_id = ticket.chat_id AND target.revision = ticket.revision
                  AND target.cust_id = ticket.cust_id AND target.Region IS NULL
                WHEN MATCHED THEN UPDATE SET ticket_matched = true, %s"""
                    .formatted(CORRECTIONS, literal, literal, facts()));
      }
      return corrected;
    } finally {
      corrections.unpersist();
    }
  }

  private long insights() {
    DeltaTable insights = lake.open(LakeTable.CUSTOMER_INSIGHTS);
    return mergeIfAny(
        insights,
        """
        SELECT chat.chat_id, chat.revision, chat.cust_id, ticket.*
        FROM (%s) WHERE ticket.Region IS NOT NULL
          OR (chat.Priority IS NULL AND ticket.Priority IS NOT NULL)
          OR (chat.product IS NULL AND ticket.product IS NOT NULL)"""
            .formatted(withTickets(insights)),
        """
        USING %s ticket
        ON target.chat_id = ticket.chat_id AND target.revision = ticket.revision AND target.cust_id = ticket.cust_id
          AND target.Region IS NULL
        WHEN MATCHED THEN UPDATE SET %s"""
            .formatted(CORRECTIONS, facts()));
  }

  /**
   * Chats without a region whose ticket is there: the customer's own one, otherwise the one of that
   * id, as in the Flink job.
   */
  private String withTickets(DeltaTable chats) {
    return """
        SELECT struct(chat.*) AS chat, coalesce(own.newest, of_any.newest) AS ticket
        FROM %s chat
        LEFT JOIN %s own ON chat.cust_id = own.cust_id AND chat.ticket_id = own.ticket_id
        LEFT JOIN %s of_any ON chat.ticket_id = of_any.ticket_id
        WHERE chat.Region IS NULL AND %s AND of_any.ticket_id IS NOT NULL"""
        .formatted(chats.sql(), OWN_TICKETS, ALL_TICKETS, recent("chat.ingested_at"));
  }

  /** A customer's standing has the region of the chat that changed it. */
  private long standings() {
    DeltaTable standings = lake.open(LakeTable.CUSTOMER_RISK);
    return mergeIfAny(
        standings,
        """
        SELECT chat.cust_id, chat.chat_id, max_by(chat.Region, chat.revision) AS Region
        FROM %s standing JOIN %s chat ON standing.cust_id = chat.cust_id AND standing.trigger_chat_id = chat.chat_id
        WHERE standing.Region IS NULL AND %s AND chat.Region IS NOT NULL
        GROUP BY chat.cust_id, chat.chat_id"""
            .formatted(
                standings.sql(),
                lake.open(LakeTable.CUSTOMER_INSIGHTS).sql(),
                recent("standing.changed_at")),
        """
        USING %s chat
        ON target.cust_id = chat.cust_id AND target.trigger_chat_id = chat.chat_id AND target.Region IS NULL
        WHEN MATCHED THEN UPDATE SET Region = chat.Region"""
            .formatted(CORRECTIONS));
  }

  /** A MERGE without matches would still be in the Flink job's way, and commit. */
  private long mergeIfAny(DeltaTable table, String corrections, String merge) {
    Dataset<Row> found = lake.spark().sql(corrections).cache();
    try {
      found.createOrReplaceTempView(CORRECTIONS);
      return found.isEmpty() ? 0 : merge(table, merge);
    } finally {
      found.unpersist();
    }
  }

  private long merge(DeltaTable table, String merge) {
    return retry
        .call(
            "correcting late tickets in " + table.name(),
            () ->
                lake.spark()
                    .sql("MERGE INTO %s target %s".formatted(table.sql(), merge))
                    .head()
                    .<Long>getAs("num_updated_rows"))
        .orElse(0L);
  }

  private String recent(String column) {
    return "%s >= current_timestamp() - INTERVAL %d DAYS".formatted(column, days);
  }

  private static String facts() {
    return FACTS.stream()
        .map(fact -> "%s = ticket.%s".formatted(fact, fact))
        .collect(Collectors.joining(", "));
  }
}
