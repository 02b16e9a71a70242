package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;

/** A record that cannot become what it should be. Thrown often, so it carries no stack trace. */
final class RejectedRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Defect defect;

  /**
   * @param reason as in {@link Defect}: no values
   */
  RejectedRecordException(ErrorClass errorClass, String reason) {
    super(reason, null, false, false);
    this.defect = new Defect(errorClass, reason);
  }

  Defect defect() {
    return defect;
  }
}
