package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of the risk gate. */
public final class RiskOptions {

  public static final ConfigOption<Double> REVIEW_CONFIDENCE =
      ConfigOptions.key("risk.review-confidence")
          .doubleType()
          .defaultValue(0.8)
          .withDescription(
              "A chat needs a person's review where the service is less sure of the sentiment than"
                  + " this (0 to 1).");

  public static final ConfigOption<Duration> WINDOW =
      ConfigOptions.key("risk.window")
          .durationType()
          .defaultValue(Duration.ofDays(30))
          .withDescription(
              "Length of the sliding window (event time) in which a customer's high-risk chats and"
                  + " repeated technical issues count; whole days.");

  public static final ConfigOption<Integer> ELEVATED_FROM =
      ConfigOptions.key("risk.tier.elevated-from")
          .intType()
          .defaultValue(1)
          .withDescription("High-risk chats in the window that make a customer ELEVATED.");

  public static final ConfigOption<Integer> HIGH_FROM =
      ConfigOptions.key("risk.tier.high-from")
          .intType()
          .defaultValue(2)
          .withDescription("High-risk chats in the window that make a customer HIGH.");

  public static final ConfigOption<Integer> CRITICAL_FROM =
      ConfigOptions.key("risk.tier.critical-from")
          .intType()
          .defaultValue(3)
          .withDescription("High-risk chats in the window that make a customer CRITICAL.");

  public static final ConfigOption<Integer> MAX_CHATS =
      ConfigOptions.key("risk.max-chats")
          .intType()
          .defaultValue(500)
          .withDescription(
              "At most so many chats with technical issues are remembered for a customer, the"
                  + " newest ones; a limit for state, far above what people write.");

  private static final int MOST_CHATS = 1_000_000;

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(REVIEW_CONFIDENCE, ValueRange.fraction())
          .with(
              WINDOW,
              ValueRange.where(
                  "a whole number of days from 1 d to %d d".formatted(ValueRange.LONGEST.toDays()),
                  window ->
                      window.toDays() >= 1
                          && window.equals(Duration.ofDays(window.toDays()))
                          && window.compareTo(ValueRange.LONGEST) <= 0))
          .with(ELEVATED_FROM, ValueRange.number(1, MOST_CHATS))
          .with(HIGH_FROM, ValueRange.number(1, MOST_CHATS))
          .with(CRITICAL_FROM, ValueRange.number(1, MOST_CHATS))
          .with(MAX_CHATS, ValueRange.number(1, MOST_CHATS))
          .withOrder(ELEVATED_FROM, HIGH_FROM)
          .withOrder(HIGH_FROM, CRITICAL_FROM)
          .withOrder(CRITICAL_FROM, MAX_CHATS);

  private RiskOptions() {}
}
