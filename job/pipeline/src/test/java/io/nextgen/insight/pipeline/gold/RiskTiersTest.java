package io.nextgen.insight.pipeline.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.RiskTier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTiersTest {

  @ParameterizedTest
  @CsvSource({
    "0, LOW,      ELEVATED",
    "1, ELEVATED, HIGH",
    "2, HIGH,     CRITICAL",
    "3, CRITICAL, CRITICAL",
    "9, CRITICAL, CRITICAL"
  })
  void followTheTable(int highRiskChats, RiskTier withoutRepetition, RiskTier withRepetition) {
    RiskTiers tiers = new RiskTiers(1, 2, 3);

    assertThat(tiers.tier(highRiskChats, false)).isEqualTo(withoutRepetition);
    assertThat(tiers.tier(highRiskChats, true)).isEqualTo(withRepetition);
  }

  @ParameterizedTest
  @CsvSource({"1, LOW", "2, ELEVATED", "4, ELEVATED", "5, HIGH", "9, HIGH", "10, CRITICAL"})
  void followTheThresholds(int highRiskChats, RiskTier tier) {
    assertThat(new RiskTiers(2, 5, 10).tier(highRiskChats, false)).isEqualTo(tier);
  }
}
