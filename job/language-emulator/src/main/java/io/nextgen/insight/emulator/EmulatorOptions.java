package io.nextgen.insight.emulator;

import java.util.Objects;

/**
 * How an emulator is set up.
 *
 * @param host the address that it listens on; only this machine can reach the default
 * @param port 1 to 65535, or 0 for any that is free
 * @param key the subscription key that it accepts
 * @param quota what it takes of each feature before it answers 429
 * @param faults the faults that it starts with
 */
public record EmulatorOptions(String host, int port, String key, Quota quota, FaultPlan faults) {

  /** Not a secret: it opens nothing but an emulator. */
  public static final String DEFAULT_KEY = "emulator-key";

  /**
   * @throws IllegalArgumentException for a port that cannot be or an empty key
   */
  public EmulatorOptions {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(faults, "faults");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port must be from 0 to 65535, not " + port);
    }
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException("the key must not be empty");
    }
  }

  /** On 127.0.0.1, any free port, key {@value #DEFAULT_KEY}, no quota, no faults. */
  public static EmulatorOptions defaults() {
    return new EmulatorOptions("127.0.0.1", 0, DEFAULT_KEY, Quota.UNLIMITED, FaultPlan.none());
  }

  /** The same on another address. */
  public EmulatorOptions withHost(String newHost) {
    return new EmulatorOptions(newHost, port, key, quota, faults);
  }

  /** The same on another port; 0 for any that is free. */
  public EmulatorOptions withPort(int newPort) {
    return new EmulatorOptions(host, newPort, key, quota, faults);
  }

  /** The same with another key. */
  public EmulatorOptions withKey(String newKey) {
    return new EmulatorOptions(host, port, newKey, quota, faults);
  }

  /** The same with another quota. */
  public EmulatorOptions withQuota(Quota newQuota) {
    return new EmulatorOptions(host, port, key, newQuota, faults);
  }

  /** The same with other faults to start with. */
  public EmulatorOptions withFaults(FaultPlan newFaults) {
    return new EmulatorOptions(host, port, key, quota, newFaults);
  }

  @Override
  public String toString() {
    return "EmulatorOptions[" + host + ":" + port + ", " + quota + ", " + faults + "]";
  }
}
