package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.SchemaDrift;

/**
 * A drifted field in state.
 *
 * @param reportedRecords what its newest report counts; 0 before the first
 */
public record ReportedField(SchemaDrift field, long reportedRecords) {

  ReportedField plus(SchemaDrift later) {
    return new ReportedField(field.plus(later), reportedRecords);
  }

  ReportedField reported() {
    return new ReportedField(field, field.records());
  }

  boolean isDue() {
    return field.records() > reportedRecords;
  }

  /** The first time, and whenever it has become twice as frequent. */
  boolean isDueAtOnce() {
    return field.records() >= 2 * reportedRecords;
  }
}
