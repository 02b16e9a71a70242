package io.nextgen.insight.pipeline.tables;

import static io.nextgen.insight.pipeline.tables.ColumnTypes.BIGINT;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.DATE;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.STRING;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.TIMESTAMP;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.utcDate;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.LandedRecord;

/** What came, as it came. The only layer that may hold personal data. */
public final class BronzeTables {

  public static final LakeTable<LandedRecord> CHATS =
      landed("chats", "Chat records exactly as they landed; may hold personal data");

  public static final LakeTable<LandedRecord> TICKETS =
      landed("tickets", "Ticket records exactly as they landed; may hold personal data");

  public static final LakeTable<DeadLetter> DEAD_LETTERS =
      LakeTable.<DeadLetter>table(
              Layer.BRONZE,
              "dead_letters",
              "Records that could not go on, with the reason; may hold personal data in raw_text")
          .column("stage", STRING, "where it ended: LANDING, PARSE or ENRICH", DeadLetter::stage)
          .column("kind", STRING, "CHAT, TICKET or UNKNOWN", DeadLetter::kind)
          .column("error_class", STRING, "kind of error, a stable name", DeadLetter::errorClass)
          .column("reason", STRING, "what is wrong, without personal data", DeadLetter::reason)
          .column("raw_text", STRING, "the record as it came", DeadLetter::rawText)
          .column("chat_id", STRING, "the chat's id, where it is known", DeadLetter::chatId)
          .column("source_file", STRING, "file below the landing root", d -> d.origin().file())
          .column(
              "source_position",
              BIGINT,
              "which record of the file, from 1",
              d -> d.origin().position())
          .column(
              "file_modified_at",
              TIMESTAMP,
              "the file's modification time",
              d -> d.origin().fileModifiedAt())
          .column("dead_at", TIMESTAMP, "when it ended here", DeadLetter::deadAt)
          .column("ingest_date", DATE, "UTC day of dead_at", d -> utcDate(d.deadAt()))
          .partitionedBy("ingest_date");

  private BronzeTables() {}

  private static LakeTable<LandedRecord> landed(String name, String description) {
    return LakeTable.<LandedRecord>table(Layer.BRONZE, name, description)
        .column("raw_text", STRING, "the record's text, untouched", LandedRecord::text)
        .column("source_file", STRING, "file below the landing root", r -> r.origin().file())
        .column(
            "source_position",
            BIGINT,
            "which record of the file, from 1",
            r -> r.origin().position())
        .column(
            "file_modified_at",
            TIMESTAMP,
            "the file's modification time",
            r -> r.origin().fileModifiedAt())
        .column("ingested_at", TIMESTAMP, "when the job read it", LandedRecord::ingestedAt)
        .column("ingest_date", DATE, "UTC day of ingested_at", r -> utcDate(r.ingestedAt()))
        .partitionedBy("ingest_date");
  }
}
