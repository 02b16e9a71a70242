package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.RiskOptions.CRITICAL_FROM;
import static io.nextgen.insight.pipeline.gold.RiskOptions.ELEVATED_FROM;
import static io.nextgen.insight.pipeline.gold.RiskOptions.HIGH_FROM;
import static io.nextgen.insight.pipeline.gold.RiskOptions.MAX_CHATS;
import static io.nextgen.insight.pipeline.gold.RiskOptions.REVIEW_CONFIDENCE;
import static io.nextgen.insight.pipeline.gold.RiskOptions.WINDOW;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
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
    double reviewConfidence = config.get(REVIEW_CONFIDENCE);
    check(
        reviewConfidence >= 0 && reviewConfidence <= 1,
        REVIEW_CONFIDENCE,
        reviewConfidence,
        "a number from 0 to 1");
    Duration window = config.get(WINDOW);
    check(
        window.toDays() >= 1 && window.equals(Duration.ofDays(window.toDays())),
        WINDOW,
        window,
        "a whole number of days, such as 30 d");
    RiskTiers tiers =
        new RiskTiers(config.get(ELEVATED_FROM), config.get(HIGH_FROM), config.get(CRITICAL_FROM));
    check(tiers.elevatedFrom() >= 1, ELEVATED_FROM, tiers.elevatedFrom(), "1 or more");
    check(
        tiers.highFrom() >= tiers.elevatedFrom(),
        HIGH_FROM,
        tiers.highFrom(),
        "no less than " + ELEVATED_FROM.key());
    check(
        tiers.criticalFrom() >= tiers.highFrom(),
        CRITICAL_FROM,
        tiers.criticalFrom(),
        "no less than " + HIGH_FROM.key());
    int maxChats = config.get(MAX_CHATS);
    check(
        maxChats >= tiers.criticalFrom(),
        MAX_CHATS,
        maxChats,
        "no less than " + CRITICAL_FROM.key());
    return new RiskRules(reviewConfidence, window, tiers, maxChats);
  }

  private static void check(boolean right, ConfigOption<?> option, Object value, String wanted) {
    if (!right) {
      throw new IllegalConfigurationException(
          "--%s is %s; it must be %s".formatted(option.key(), value, wanted));
    }
  }
}
