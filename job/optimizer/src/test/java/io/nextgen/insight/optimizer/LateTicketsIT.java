package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that come after the chats of a real run went on without them. */
class LateTicketsIT {
  @TempDir Path folder;
  private Path lake;

  @BeforeEach
  void copyTheLake() throws Exception {
    lake = RealRun.copyTo(folder.resolve("lake"));
  }

  @Test
  void theNewestVersionOfTheTicketFillsInWhatWasMissingOnce() {
    // The only chat of the sample data whose ticket never lands, and the customer's standing.
    ticket("2026-11-20 10:00:00", "a.json", "Lyon", "Low");
    ticket("2026-11-20 12:00:00", "b.json", "Dublin", "High");
    ticket("2026-11-20 11:00:00", "c.json", "Paris", "Low");

    LateTickets.Corrected first = correct();

    assertThat(first.chats()).isEqualTo(1);
    assertThat(first.insights()).isEqualTo(1);
    assertThat(
            TestingSpark.rows(
                    lake,
                    "SELECT Region, Priority, product, ticket_matched FROM {silver.chats} WHERE chat_id ="
                        + " 'CH-10065'")
                .toString())
        .isEqualTo("[[Dublin,High,TV,true]]");
    assertThat(
            TestingSpark.rows(
                    lake,
                    "SELECT Region, Priority, product FROM {gold.customer_insights} WHERE chat_id ="
                        + " 'CH-10065'")
                .toString())
        .isEqualTo("[[Dublin,High,TV]]");
    assertThat(correct()).as("a second time").isEqualTo(new LateTickets.Corrected(0, 0, 0));
    assertThat(TestingSpark.count(lake, "silver.chats")).isEqualTo(82);
    assertThat(TestingSpark.count(lake, "gold.customer_insights")).isEqualTo(82);
  }

  private LateTickets.Corrected correct() {
    return new LateTickets(
            new Lake(TestingSpark.session(), lake.toString()), new ConflictRetry(1), 90)
        .correct();
  }

  private void ticket(String fileModifiedAt, String file, String region, String priority) {
    TestingSpark.session()
        .sql(
            """
            INSERT INTO delta.`%1$s/silver/tickets`
              (ticket_id, cust_id, Region, Priority, product, source_file, source_position, file_modified_at,
                ingested_at, ingest_date)
            SELECT ticket_id, cust_id, '%2$s', '%3$s', 'TV', '%4$s', 1, TIMESTAMP '%5$s', now(), current_date()
            FROM delta.`%1$s/silver/chats` WHERE chat_id = 'CH-10065'"""
                .formatted(lake, region, priority, file, fileModifiedAt));
  }
}
