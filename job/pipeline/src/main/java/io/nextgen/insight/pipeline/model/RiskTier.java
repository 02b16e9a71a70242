package io.nextgen.insight.pipeline.model;

/** A customer's standing, from calm to urgent. */
public enum RiskTier {
  LOW,
  ELEVATED,
  HIGH,
  CRITICAL
}
