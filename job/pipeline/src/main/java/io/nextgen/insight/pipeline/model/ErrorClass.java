package io.nextgen.insight.pipeline.model;

/**
 * Why records end in {@code bronze.dead_letters}: the names in its {@code error_class} column,
 * which stay as they are, since operators filter and alert by them.
 */
public enum ErrorClass {
  /** The file vanished, or its file system refuses to hand it out while others can be read. */
  UNREADABLE_FILE("Check the file and its permissions, then land it again."),
  /** A gzip file that is cut off or corrupt; what came out before that went on as usual. */
  BROKEN_COMPRESSION("Upload the whole file again; what was read already is recognised."),
  /** The file ends inside a record or an array. */
  CUT_FILE("Upload the whole file again; what was read already is recognised."),
  /** Bytes that are no text in any encoding that is understood. */
  BINARY_DATA("Land JSON as UTF-8 or UTF-16, plain or gzip."),
  /** Text in an encoding that cannot be determined with confidence. */
  ENCODING(
      "Set landing.charset to the file's encoding and land the file again, or correct the record."),
  /** Text that is no JSON: a log line, a page of HTML, a table. */
  NOT_JSON("Land JSON objects: one a line, one after another, or in an array."),
  /** JSON, but a string, a number or the like where an object should be. */
  NOT_AN_OBJECT("Land JSON objects: one a line, one after another, or in an array."),
  /** An object with a syntax error. */
  MALFORMED_JSON("Correct the JSON and land the record again."),
  /** A record beyond {@code landing.max-record-size}. */
  RECORD_TOO_LARGE("Split the record, or raise landing.max-record-size."),
  /** The path says neither chat nor ticket. */
  UNKNOWN_KIND("Rename the file, or widen landing.chat-pattern or landing.ticket-pattern."),
  /** A required field is missing, null or blank. */
  MISSING_FIELD("Add the field and land the record again."),
  /** A required field holds a JSON type that cannot be read as what it should be. */
  WRONG_TYPE("Correct the field's type and land the record again."),
  /** No message has a text, and there are fields that nobody reads. */
  NO_MESSAGE_TEXT("Name the field text, content, message, body or msg, and land the record again."),
  /** A timestamp in none of the accepted formats. */
  UNREADABLE_TIMESTAMP(
      "Write it as ISO 8601, such as 2026-11-29T14:05:00Z, or as an epoch, between the years 1900 and"
          + " 9999, and land the record again."),
  /** The parser failed at the record, which is a defect of the job; the log says where. */
  PARSER_FAILURE("Report it with the log line; land the record again once it is corrected."),
  /** Azure AI Language refused the document for good. */
  ENRICHMENT_REFUSED("See the reason; the gold row carries it as enrichment_error.");

  private final String cure;

  ErrorClass(String cure) {
    this.cure = cure;
  }

  /** What an operator can do about it, a sentence. */
  public String cure() {
    return cure;
  }
}
