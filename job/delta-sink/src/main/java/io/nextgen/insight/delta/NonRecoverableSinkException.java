package io.nextgen.insight.delta;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * The table and the state of the job contradict each other, and a restart from that state would
 * only find the same. Flink fails the job for good, whatever its restart strategy.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class NonRecoverableSinkException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NonRecoverableSinkException(String message) {
    super(message);
  }
}
