package io.nextgen.insight.pipeline.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRulesTest {

  @Test
  void haveDefaults() {
    assertThat(RiskRules.from(new Configuration()))
        .isEqualTo(new RiskRules(0.8, Duration.ofDays(30), new RiskTiers(1, 2, 3), 500));
  }

  @Test
  void readTheOptions() {
    Configuration config = new Configuration();
    config.setString("risk.review-confidence", "0.5");
    config.setString("risk.window", "7 d");
    config.setString("risk.tier.elevated-from", "2");
    config.setString("risk.tier.high-from", "4");
    config.setString("risk.tier.critical-from", "6");
    config.setString("risk.max-chats", "50");

    assertThat(RiskRules.from(config))
        .isEqualTo(new RiskRules(0.5, Duration.ofDays(7), new RiskTiers(2, 4, 6), 50));
  }

  @ParameterizedTest
  @CsvSource({
    "risk.review-confidence, 1.2",
    "risk.review-confidence, -0.1",
    "risk.review-confidence, NaN",
    "risk.window, 36 h",
    "risk.window, 0 s",
    "risk.tier.elevated-from, 0",
    "risk.tier.high-from, 0",
    "risk.tier.critical-from, 1",
    "risk.max-chats, 2"
  })
  void nameTheOptionThatMakesNoSense(String key, String value) {
    Configuration config = new Configuration();
    config.setString(key, value);

    assertThatThrownBy(() -> RiskRules.from(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageStartingWith("--" + key + " is ");
  }
}
