package io.nextgen.insight.pipeline.bronze;

import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of bronze.schema_drift. */
public final class BronzeOptions {

  public static final ConfigOption<Duration> DRIFT_INTERVAL =
      ConfigOptions.key("bronze.drift-interval")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription(
              "How often bronze.schema_drift tells the new count of a field that it has told of"
                  + " before. A field that is new, or whose count has doubled, is told at once.");

  public static final ConfigOption<Integer> DRIFT_FIELDS =
      ConfigOptions.key("bronze.drift-fields")
          .intType()
          .defaultValue(1_000)
          .withDescription(
              "How many different fields of chats, and of tickets, bronze.schema_drift tells one by"
                  + " one. Those beyond are counted together as (other fields).");

  public static final ConfigOption<Duration> DRIFT_MEMORY =
      ConfigOptions.key("bronze.drift-memory")
          .durationType()
          .defaultValue(Duration.ofDays(90))
          .withDescription(
              "A field that was not seen for so long makes room for others; one that comes again"
                  + " later is new.");

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(DRIFT_INTERVAL, ValueRange.durationAboveZero())
          .with(DRIFT_FIELDS, ValueRange.number(1, 1_000_000))
          .with(DRIFT_MEMORY, ValueRange.durationAboveZero())
          .withOrder(DRIFT_INTERVAL, DRIFT_MEMORY);

  private BronzeOptions() {}
}
