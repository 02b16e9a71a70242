package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.RiskTier;
import java.io.Serializable;

/**
 * Where a customer stands, by the high-risk chats in the window. A technical issue that two or more
 * chats speak of raises the standing by one tier: what comes back was never solved.
 *
 * <table>
 *   <caption>With the default thresholds</caption>
 *   <tr><th>high-risk chats</th><th>no issue twice</th><th>an issue twice or more</th></tr>
 *   <tr><td>0</td><td>LOW</td><td>ELEVATED</td></tr>
 *   <tr><td>1</td><td>ELEVATED</td><td>HIGH</td></tr>
 *   <tr><td>2</td><td>HIGH</td><td>CRITICAL</td></tr>
 *   <tr><td>3 or more</td><td>CRITICAL</td><td>CRITICAL</td></tr>
 * </table>
 *
 * @param elevatedFrom high-risk chats from which a customer is ELEVATED
 * @param highFrom likewise
 * @param criticalFrom likewise
 */
record RiskTiers(int elevatedFrom, int highFrom, int criticalFrom) implements Serializable {

  RiskTier tier(int highRiskChats, boolean repeatedIssue) {
    RiskTier byCount = byCount(highRiskChats);
    return repeatedIssue ? raised(byCount) : byCount;
  }

  private RiskTier byCount(int highRiskChats) {
    if (highRiskChats >= criticalFrom) {
      return RiskTier.CRITICAL;
    }
    if (highRiskChats >= highFrom) {
      return RiskTier.HIGH;
    }
    return highRiskChats >= elevatedFrom ? RiskTier.ELEVATED : RiskTier.LOW;
  }

  private static RiskTier raised(RiskTier tier) {
    return switch (tier) {
      case LOW -> RiskTier.ELEVATED;
      case ELEVATED -> RiskTier.HIGH;
      case HIGH, CRITICAL -> RiskTier.CRITICAL;
    };
  }
}
