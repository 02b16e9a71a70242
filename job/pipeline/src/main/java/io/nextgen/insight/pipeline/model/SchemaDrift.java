package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * A field that is not as the contract has it, and how often it was seen so far. Without personal
 * data: no value, and of a name only what looks like one that a programmer chose.
 *
 * @param kind of the records that it is in
 * @param path where it is, such as {@code device.model} or {@code messages[].mood}; {@code *} for a
 *     name that may be data itself
 * @param jsonType {@code string}, {@code integer}, {@code decimal}, {@code boolean}, {@code
 *     object}, {@code array} or {@code null}
 * @param shape of the value that was seen first, such as {@code 12 letters}
 * @param records in how many records it was
 * @param firstSeen when the job read the first of them
 * @param lastSeen when it read the last of them
 * @param firstFile the landed file of the first
 * @param lastFile the landed file of the last
 */
public record SchemaDrift(
    RecordKind kind,
    DriftKind drift,
    String path,
    String jsonType,
    String shape,
    long records,
    Instant firstSeen,
    Instant lastSeen,
    String firstFile,
    String lastFile) {

  /** The path of all fields beyond those that are told one by one. */
  public static final String OTHER_FIELDS = "(other fields)";

  /** What makes two of them the same field. */
  public String identity() {
    return "%s %s %s %s".formatted(kind, drift, path, jsonType);
  }

  /** Both taken together; {@code later} was read after this. */
  public SchemaDrift plus(SchemaDrift later) {
    return new SchemaDrift(
        kind,
        drift,
        path,
        jsonType,
        shape,
        records + later.records,
        firstSeen,
        later.lastSeen.isBefore(lastSeen) ? lastSeen : later.lastSeen,
        firstFile,
        later.lastFile);
  }

  /** What remains to be told of it where there is no room for one more field. */
  public SchemaDrift asOneOfMany() {
    return new SchemaDrift(
        kind, drift, OTHER_FIELDS, null, null, records, firstSeen, lastSeen, firstFile, lastFile);
  }
}
