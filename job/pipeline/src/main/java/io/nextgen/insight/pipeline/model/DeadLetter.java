package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * A record that could not go on, and why.
 *
 * @param errorClass a short stable name of the kind of error, such as {@code MISSING_FIELD}
 * @param reason what is wrong and what would cure it, without personal data
 * @param rawText the record as it came (or, after silver, as masked)
 * @param chatId null where it is not known
 * @param deadAt when it ended here (processing time)
 */
public record DeadLetter(
    Stage stage,
    RecordKind kind,
    String errorClass,
    String reason,
    String rawText,
    String chatId,
    Origin origin,
    Instant deadAt) {

  /** Without the raw text, which may hold personal data. */
  @Override
  public String toString() {
    return "DeadLetter[%s, %s, %s, %s]".formatted(stage, errorClass, reason, origin);
  }
}
