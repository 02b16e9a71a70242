package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.RiskTier;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a customer stands, by the chats of the window.
 *
 * @param repeatedIssues technical issues that two or more chats speak of, in alphabetical order
 */
public record CustomerStanding(RiskTier tier, int highRiskChats, List<String> repeatedIssues) {

  /** Of a customer without a history. */
  static final CustomerStanding UNKNOWN_CUSTOMER = new CustomerStanding(RiskTier.LOW, 0, List.of());

  static CustomerStanding of(Collection<RememberedChat> chatsOfWindow, RiskTiers tiers) {
    int highRiskChats = (int) chatsOfWindow.stream().filter(RememberedChat::highRisk).count();
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new TreeSet<>();
    for (RememberedChat chat : chatsOfWindow) {
      for (String issue : Set.copyOf(chat.technicalIssues())) {
        if (!seen.add(issue)) {
          repeated.add(issue);
        }
      }
    }
    return new CustomerStanding(
        tiers.tier(highRiskChats, !repeated.isEmpty()), highRiskChats, List.copyOf(repeated));
  }
}
