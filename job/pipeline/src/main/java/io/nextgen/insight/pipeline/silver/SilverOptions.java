package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/** Options of duplicate detection and of the ticket join. */
public final class SilverOptions {

  public static final ConfigOption<Duration> TICKET_WAIT =
      ConfigOptions.key("silver.ticket-wait")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription(
              "How long a chat waits for the ticket that it names (processing time, up to a second"
                  + " more). Then it goes on without one. Time in which the job did not run does not"
                  + " count.");

  public static final ConfigOption<Duration> DUPLICATE_MEMORY =
      ConfigOptions.key("silver.duplicate-memory")
          .durationType()
          .defaultValue(Duration.ofDays(90))
          .withDescription(
              "For how long a chat is recognised as a duplicate or a revision, counted from when it"
                  + " last landed. One that lands again later is new.");

  public static final ConfigOption<Duration> TICKET_MEMORY =
      ConfigOptions.key("silver.ticket-memory")
          .durationType()
          .defaultValue(Duration.ofDays(365))
          .withDescription(
              "For how long a ticket is there for chats to come, counted from when it last landed"
                  + " or a chat last took it.");

  public static final ConfigOption<String> PROMOTED_FIELDS =
      ConfigOptions.key("silver.promoted-fields")
          .stringType()
          .defaultValue("")
          .withDescription(
              "Fields that the contract does not know and that get a column of silver.chats instead"
                  + " of a place in _rescued_data, such as"
                  + " plan:string,device.model:string,tenure_months:int. Types are string, int, long,"
                  + " double and boolean; a value of another type stays in _rescued_data. A dot"
                  + " becomes an underscore in the column's name. Columns that the table lacks are"
                  + " added when the job starts. Empty: none.");

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(TICKET_WAIT, ValueRange.duration(Duration.ZERO))
          .with(DUPLICATE_MEMORY, ValueRange.durationAboveZero())
          .with(TICKET_MEMORY, ValueRange.durationAboveZero())
          .with(
              PROMOTED_FIELDS,
              // Read by Promotion, which knows the table's columns.
              ValueRange.<String>where("NAME:TYPE with commas between", text -> true).orEmpty());

  private SilverOptions() {}

  /**
   * State that is forgotten when nothing has read or written it for as long as the option says.
   * Flink cleans up in the background.
   *
   * @throws IllegalConfigurationException when the option is not above zero
   */
  static StateTtlConfig forgottenAfter(ReadableConfig config, ConfigOption<Duration> option) {
    return StateTtlConfig.newBuilder(RULES.get(config, option)).updateTtlOnReadAndWrite().build();
  }
}
