package io.nextgen.insight.pipeline.model;

import java.time.Instant;

/**
 * How a drifted field stands at a time: a row of {@code bronze.schema_drift}.
 *
 * @param reportedAt processing time
 */
public record DriftReport(SchemaDrift field, Instant reportedAt) {}
