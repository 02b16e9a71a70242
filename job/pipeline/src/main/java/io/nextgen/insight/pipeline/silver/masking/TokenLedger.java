package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;

/** Which token stands for which of a customer's values. */
public interface TokenLedger {

  /**
   * The number in the value's token: the same for the same value for ever, counted from 1 within a
   * kind.
   *
   * @param hash of the value, keyed
   */
  int numberFor(PiiKind kind, String hash);
}
