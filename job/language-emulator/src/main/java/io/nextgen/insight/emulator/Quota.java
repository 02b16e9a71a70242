package io.nextgen.insight.emulator;

/**
 * Requests that the service takes, for each feature apart.
 *
 * @param perSecond requests in any second
 * @param perMinute requests in any minute
 */
public record Quota(int perSecond, int perMinute) {

  /** The standard tier S: 1,000 a second and 1,000 a minute. */
  public static final Quota STANDARD = new Quota(1_000, 1_000);

  /** The free tier F0: 100 a second and 300 a minute. */
  public static final Quota FREE = new Quota(100, 300);

  /** No limit at all. */
  public static final Quota UNLIMITED = new Quota(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * @throws IllegalArgumentException for less than one request
   */
  public Quota {
    if (perSecond < 1 || perMinute < 1) {
      throw new IllegalArgumentException(
          "a quota must allow at least one request, not "
              + perSecond
              + " a second and "
              + perMinute
              + " a minute");
    }
  }
}
