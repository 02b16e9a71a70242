package io.nextgen.insight.pipeline.gold.salting;

import java.util.Map;

/**
 * What the salts are laid out by. It holds shares and not salts, so that it stays true when the job
 * is rescaled; {@link SaltLayout} makes the salts of it.
 *
 * @param shares each region's share of all chats, 0 to 1; regions with next to no traffic are left
 *     out
 */
public record SaltPlan(Map<String, Double> shares) {

  /** Below it a region cannot make a straggler, and one salt serves. */
  static final double NEGLIGIBLE_SHARE = 0.005;

  /**
   * Whether a region's share differs by more than a factor between the plans. Relative, because a
   * region's load on a subtask grows with it whatever the parallelism; shares that are negligible
   * count as {@link #NEGLIGIBLE_SHARE}.
   *
   * @param factor above 1
   */
  boolean differsFrom(SaltPlan other, double factor) {
    return anyGrew(other, this, factor) || anyGrew(this, other, factor);
  }

  private static boolean anyGrew(SaltPlan from, SaltPlan to, double factor) {
    return to.shares.entrySet().stream()
        .anyMatch(share -> share.getValue() > factor * from.atLeastNegligible(share.getKey()));
  }

  private double atLeastNegligible(String region) {
    return Math.max(NEGLIGIBLE_SHARE, shares.getOrDefault(region, 0.0));
  }
}
