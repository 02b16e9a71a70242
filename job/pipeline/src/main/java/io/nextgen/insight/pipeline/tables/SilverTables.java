package io.nextgen.insight.pipeline.tables;

import static io.nextgen.insight.pipeline.tables.ColumnTypes.BIGINT;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.BOOLEAN;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.DATE;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.INT;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.MESSAGES;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.STRING;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.TIMESTAMP;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.utcDate;

import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.model.SilverTicket;
import io.nextgen.insight.pipeline.speaker.CustomerTurns;
import java.util.List;

/** Joined, deduplicated and free of personal data. */
public final class SilverTables {

  public static final LakeTable<SilverChat> CHATS = chats(Promotion.NONE);

  public static final LakeTable<SilverTicket> TICKETS =
      LakeTable.<SilverTicket>table(
              Layer.SILVER, "tickets", "One row per version of a ticket, without personal data")
          .column("ticket_id", STRING, "the ticket's id", SilverTicket::ticketId)
          .column("cust_id", STRING, "the customer's id", SilverTicket::custId)
          .column("Region", STRING, "the customer's region", SilverTicket::region)
          .column("Priority", STRING, "Low, Medium, High, ...", SilverTicket::priority)
          .column("product", STRING, "what the ticket is about", SilverTicket::product)
          .column("created_at", TIMESTAMP, "when it was opened", SilverTicket::createdAt)
          .column(
              "_rescued_data",
              STRING,
              "JSON of fields that the contract does not know, masked",
              SilverTicket::rescuedData)
          .column("source_file", STRING, "file below the landing root", t -> t.origin().file())
          .column(
              "source_position",
              BIGINT,
              "at which byte of the file's text the record begins, from 0",
              t -> t.origin().position())
          .column(
              "file_modified_at",
              TIMESTAMP,
              "when the version's file was modified; the newest version is the one that counts",
              t -> t.origin().fileModifiedAt())
          .column("ingested_at", TIMESTAMP, "when the job read it", SilverTicket::ingestedAt)
          .column("ingest_date", DATE, "UTC day of ingested_at", t -> utcDate(t.ingestedAt()))
          .partitionedBy("ingest_date");

  private SilverTables() {}

  /** With a column more, at the end, for each promoted field. */
  public static LakeTable<SilverChat> chats(Promotion promotion) {
    LakeTable.Builder<SilverChat> table =
        LakeTable.<SilverChat>table(
                Layer.SILVER,
                "chats",
                "One row per chat revision, joined with its ticket, personal data masked")
            .column("chat_id", STRING, "the chat's id", SilverChat::chatId)
            .column(
                "revision",
                INT,
                "1 for the first content under this id; a re-export with other content counts up",
                SilverChat::revision)
            .column("cust_id", STRING, "the customer's id", SilverChat::custId)
            .column("ticket_id", STRING, "the ticket that the chat names", SilverChat::ticketId)
            .column(
                "ticket_matched",
                BOOLEAN,
                "whether that ticket was there before the wait for it ended",
                SilverChat::ticketMatched)
            .column("Region", STRING, "the ticket's region", SilverChat::region)
            .column("Priority", STRING, "the ticket's priority", SilverChat::priority)
            .column("product", STRING, "the ticket's product", SilverChat::product)
            .column(
                "channel", STRING, "how the customer came: chat, phone, ...", SilverChat::channel)
            .column("language", STRING, "as the source says it", SilverChat::language)
            .column("event_time", TIMESTAMP, "when the chat took place", SilverChat::eventTime)
            .column(
                "messages",
                MESSAGES,
                "the chat, masked; the same value of a customer has the same token",
                chat -> messages(chat.messages()))
            .column(
                "_rescued_data",
                STRING,
                "JSON of fields that the contract does not know, masked",
                chat -> promotion.remaining(chat.rescuedData()))
            .column("source_file", STRING, "file below the landing root", c -> c.origin().file())
            .column(
                "source_position",
                BIGINT,
                "at which byte of the file's text the record begins, from 0",
                c -> c.origin().position())
            .column("ingested_at", TIMESTAMP, "when the job read it", SilverChat::ingestedAt)
            .column("ingest_date", DATE, "UTC day of ingested_at", c -> utcDate(c.ingestedAt()))
            .column(
                "speakers_unknown",
                BOOLEAN,
                "whether the customer's turns cannot be told from the company's",
                chat -> CustomerTurns.areUnknown(chat.messages()))
            .column(
                "event_time_in_future",
                BOOLEAN,
                "event_time is more than a day after ingested_at: the source's date is wrong",
                c -> FutureEventTime.isFuture(c.eventTime(), c.ingestedAt()));
    for (PromotedField field : promotion.fields()) {
      table.column(
          field.column(),
          field.type().columnType(),
          "the source's field %s, masked".formatted(String.join(".", field.path())),
          chat -> promotion.value(field, chat.rescuedData()));
    }
    return table.partitionedBy("ingest_date");
  }

  private static List<Object[]> messages(List<Message> messages) {
    return messages.stream()
        .map(message -> new Object[] {message.speaker(), message.text(), message.sentAt()})
        .toList();
  }
}
