package io.nextgen.insight.pipeline.model;

/**
 * What is wrong with a record.
 *
 * @param reason a sentence with field names, positions and JSON types, never a value
 */
public record Defect(ErrorClass errorClass, String reason) {}
