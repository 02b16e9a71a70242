package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.RiskOptions.CRITICAL_FROM;
import static io.nextgen.insight.pipeline.gold.RiskOptions.ELEVATED_FROM;
import static io.nextgen.insight.pipeline.gold.RiskOptions.HIGH_FROM;
import static io.nextgen.insight.pipeline.gold.RiskOptions.MAX_CHATS;
import static io.nextgen.insight.pipeline.gold.RiskOptions.REVIEW_CONFIDENCE;
import static io.nextgen.insight.pipeline.gold.RiskOptions.WINDOW;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/** The checked values of {@link RiskOptions}. */
record RiskRules(double reviewConfidence, Duration window, RiskTiers tiers, int maxChats)
    implements Serializable {

  /**
   * @throws IllegalConfigurationException for a value that makes no sense; the message names the
   *     option
   */
  static RiskRules from(ReadableConfig config) {
    RiskOptions.RULES.check(config);
    return new RiskRules(
        config.get(REVIEW_CONFIDENCE),
        config.get(WINDOW),
        new RiskTiers(config.get(ELEVATED_FROM), config.get(HIGH_FROM), config.get(CRITICAL_FROM)),
        config.get(MAX_CHATS));
  }
}
