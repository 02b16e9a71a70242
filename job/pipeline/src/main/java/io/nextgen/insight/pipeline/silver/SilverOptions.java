package io.nextgen.insight.pipeline.silver;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of duplicates and of the ticket join. */
public final class SilverOptions {

  public static final ConfigOption<Duration> TICKET_WAIT =
      ConfigOptions.key("silver.ticket-wait")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription(
              "How long a chat waits for its ticket (processing time) before it goes on without one.");

  public static final ConfigOption<Duration> DUPLICATE_MEMORY =
      ConfigOptions.key("silver.duplicate-memory")
          .durationType()
          .defaultValue(Duration.ofDays(90))
          .withDescription(
              "How long a chat is remembered after it last came, to recognise it when it comes"
                  + " again. What comes again later counts as new.");

  private SilverOptions() {}
}
