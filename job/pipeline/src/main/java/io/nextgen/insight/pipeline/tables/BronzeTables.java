package io.nextgen.insight.pipeline.tables;

import static io.nextgen.insight.pipeline.tables.ColumnTypes.BIGINT;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.DATE;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.STRING;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.TIMESTAMP;
import static io.nextgen.insight.pipeline.tables.ColumnTypes.utcDate;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.DriftReport;
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
              "at which byte of the file's text the record begins, from 0",
              d -> d.origin().position())
          .column(
              "file_modified_at",
              TIMESTAMP,
              "the file's modification time",
              d -> d.origin().fileModifiedAt())
          .column("dead_at", TIMESTAMP, "when it ended here", DeadLetter::deadAt)
          .column("ingest_date", DATE, "UTC day of dead_at", d -> utcDate(d.deadAt()))
          .column(
              "letter_id",
              STRING,
              "stands in the source_file of the record that is replayed in its place",
              DeadLetter::id)
          .partitionedBy("ingest_date");

  public static final LakeTable<DriftReport> SCHEMA_DRIFT =
      LakeTable.<DriftReport>table(
              Layer.BRONZE,
              "schema_drift",
              "Fields that are not as the contract has them; a field's newest row is how it stands")
          .column("kind", STRING, "CHAT or TICKET", r -> r.field().kind())
          .column("drift", STRING, "NEW_FIELD or UNREADABLE_FIELD", r -> r.field().drift())
          .column(
              "field",
              STRING,
              "its path, such as device.model; * for a name that may be data",
              r -> r.field().path())
          .column("json_type", STRING, "the type that it came in", r -> r.field().jsonType())
          .column(
              "example_shape",
              STRING,
              "what its first value looked like, without the value",
              r -> r.field().shape())
          .column("records", BIGINT, "in how many records so far", r -> r.field().records())
          .column("first_seen", TIMESTAMP, "when it was read first", r -> r.field().firstSeen())
          .column("last_seen", TIMESTAMP, "when it was read last", r -> r.field().lastSeen())
          .column("first_file", STRING, "the file it came in first", r -> r.field().firstFile())
          .column("last_file", STRING, "the file it came in last", r -> r.field().lastFile())
          .column("reported_at", TIMESTAMP, "when this row was made", DriftReport::reportedAt)
          .unpartitioned();

  private BronzeTables() {}

  private static LakeTable<LandedRecord> landed(String name, String description) {
    return LakeTable.<LandedRecord>table(Layer.BRONZE, name, description)
        .column("raw_text", STRING, "the record's text, untouched", LandedRecord::text)
        .column("source_file", STRING, "file below the landing root", r -> r.origin().file())
        .column(
            "source_position",
            BIGINT,
            "at which byte of the file's text the record begins, from 0",
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
