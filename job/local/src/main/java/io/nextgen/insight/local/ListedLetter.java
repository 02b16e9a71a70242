package io.nextgen.insight.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Stage;
import java.time.Instant;

/**
 * A row of {@code bronze.dead_letters}.
 *
 * @param row its columns, {@code letter_id} first; may hold personal data
 */
record ListedLetter(String id, ObjectNode row) {

  /** A row as it is in the table. One of an older version of the job has no id of its own yet. */
  static ListedLetter of(ObjectNode columns) {
    Origin origin =
        new Origin(
            columns.path("source_file").asText(),
            columns.path("source_position").asLong(),
            Instant.parse(columns.path("file_modified_at").asText()));
    String id = DeadLetter.id(Stage.valueOf(columns.path("stage").asText()), origin);
    ObjectNode row = columns.objectNode().put("letter_id", id);
    columns.remove("letter_id");
    row.setAll(columns);
    return new ListedLetter(id, row);
  }

  String errorClass() {
    return row.path("error_class").asText();
  }

  String sourceFile() {
    return row.path("source_file").asText();
  }

  /** Why landing the record again makes no sense, a sentence; null where it does. */
  String refusal() {
    if (errorClass().equals(ErrorClass.ENRICHMENT_REFUSED.name())) {
      return "Its chat is in gold already; only the AI's part is missing.";
    }
    if (errorClass().equals(ErrorClass.UNKNOWN_KIND.name())) {
      return "Its file's name is at fault: land the file again under another.";
    }
    return null;
  }

  /** Without the row, which may hold personal data. */
  @Override
  public String toString() {
    return "ListedLetter[%s, %s]".formatted(id, errorClass());
  }
}
