package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.CUSTOMER;
import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static io.nextgen.insight.pipeline.silver.TestingRecords.NOON;
import static io.nextgen.insight.pipeline.silver.TestingRecords.chat;
import static io.nextgen.insight.pipeline.silver.TestingRecords.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import io.nextgen.insight.pipeline.silver.masking.IdentityFingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketJoinTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  @TempDir Path folder;
  private Configuration config;
  private TestingTicketJoin join;

  @BeforeEach
  void open() throws Exception {
    config = TestingRecords.options(folder, KEY);
    join = TestingTicketJoin.fresh(config);
  }

  @AfterEach
  void close() throws Exception {
    join.close();
  }

  @Test
  void aChatAfterItsTicketGoesOnAtOnce() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(chat("A", "T-1"));

    assertThat(join.joined())
        .singleElement()
        .isEqualTo(
            new JoinedChat(
                chat("A", "T-1"),
                new TicketFacts("T-1", "EU", "High", "Fiber 500", NOON),
                knownOf(ticket("T-1", "EU", 0))));
    assertThat(join.counter(TicketJoin.TICKETS_MATCHED)).isEqualTo(1);
    assertThat(join.harness().numProcessingTimeTimers()).isZero();
  }

  @Test
  void aChatBeforeItsTicketGoesOnWhenThatComes() throws Exception {
    join.accept(chat("A", "T-1"));
    assertThat(join.joined()).isEmpty();
    assertThat(join.chatsWaiting()).isEqualTo(1);

    join.accept(ticket("T-1", "EU", 0));

    assertThat(join.joined())
        .singleElement()
        .isEqualTo(
            new JoinedChat(
                chat("A", "T-1"),
                new TicketFacts("T-1", "EU", "High", "Fiber 500", NOON),
                knownOf(ticket("T-1", "EU", 0))));
    assertThat(join.chatsWaiting()).isZero();
    assertThat(join.counter(TicketJoin.TICKETS_MATCHED)).isEqualTo(1);
    assertThat(join.harness().numProcessingTimeTimers()).isZero();
    assertThat(join.harness().numEventTimeTimers()).isZero();
  }

  @Test
  void aChatWithoutATicketDoesNotWait() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(chat("A", null));

    JoinedChat joined = join.joined().get(0);
    assertThat(joined.ticket()).isNull();
    assertThat(joined.known()).isEqualTo(knownOf(ticket("T-1", "EU", 0)));
    assertThat(join.counter(TicketJoin.TICKETS_MATCHED)).isZero();
    assertThat(join.counter(TicketJoin.TICKETS_MISSED)).isZero();
  }

  @Test
  void aCustomerIsKnownByTheNewestValuesAlone() throws Exception {
    Ticket first = ticket(CUSTOMER, "T-0", "EU", new Origin("t.json", 0, NOON), "Ida Holm");
    join.accept(first);
    Ticket newest = first;
    for (int i = 1; i <= TicketJoin.MAX_KNOWN_VALUES; i++) {
      newest =
          ticket(CUSTOMER, "T-" + i, "EU", new Origin("t.json", i, NOON), "Ada" + i + " Berg" + i);
      join.accept(newest);
    }
    join.accept(chat("A", null));

    List<KnownValue> known = join.joined().get(0).known();
    assertThat(known).hasSize(TicketJoin.MAX_KNOWN_VALUES).doesNotHaveDuplicates();
    assertThat(known).containsAll(knownOf(newest)).isNotEqualTo(knownOf(first));
    assertThat(known).doesNotContain(knownOf(first).get(0));
    assertThat(join.counter(TicketJoin.KNOWN_VALUES_DROPPED)).isPositive();
  }

  @Test
  void goesOnWithoutATicketThatComesTooLate() throws Exception {
    join.setTime(0);
    join.accept(chat("A", "T-1"));
    join.setTime(10 * MINUTE - 1);
    assertThat(join.joined()).isEmpty();

    join.setTime(10 * MINUTE);
    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", null));
    assertThat(join.counter(TicketJoin.TICKETS_MISSED)).isEqualTo(1);
    assertThat(join.chatsWaiting()).isZero();

    join.accept(ticket("T-1", "EU", 0));
    assertThat(join.joined()).hasSize(1);
    assertThat(join.tickets()).hasSize(1);

    join.accept(chat("B", "T-1"));
    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", null), tuple("B", "EU"));
  }

  @Test
  void theTicketTakesAllOfItsChatsAlongInTheirOrder() throws Exception {
    join.accept(chat("B", "T-1"));
    join.accept(chat("X", "T-2"));
    join.accept(chat("A", "T-1"));
    join.accept(chat("B", "T-1").withRevision(2));
    join.accept(ticket("T-1", "EU", 0));

    assertThat(join.joined())
        .extracting(joined -> joined.chat().chatId(), joined -> joined.chat().revision())
        .containsExactly(tuple("B", 1), tuple("A", 1), tuple("B", 2));
    assertThat(join.chatsWaiting()).isEqualTo(1);
    assertThat(join.harness().numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void waitsForSeveralTicketsOfACustomer() throws Exception {
    join.setTime(0);
    join.accept(chat("A", "T-1"));
    join.setTime(MINUTE);
    join.accept(chat("B", "T-2"));
    join.setTime(2 * MINUTE);
    join.accept(chat("C", "T-3"));

    join.accept(ticket("T-2", "US", 0));
    join.setTime(10 * MINUTE);
    assertThat(join.chatsAndRegions()).containsExactly(tuple("B", "US"), tuple("A", null));

    join.setTime(12 * MINUTE);
    assertThat(join.chatsAndRegions()).hasSize(3);
    assertThat(join.chatsWaiting()).isZero();
    assertThat(join.harness().numProcessingTimeTimers()).isZero();
  }

  @Test
  void takesNoTicketOfAnotherCustomer() throws Exception {
    join.accept(ticket("C-2", "T-1", "EU", new Origin("tickets.json", 1, NOON), "Someone Else"));
    join.accept(chat("A", "T-1"));
    join.accept(chat("B", null));

    assertThat(join.chatsWaiting()).isEqualTo(1);
    assertThat(join.joined()).singleElement().satisfies(b -> assertThat(b.known()).isEmpty());
  }

  @Test
  void takesTheTicketOfAnotherCustomerThatWasBroughtForItsChat() throws Exception {
    Ticket others = ticket("C-2", "T-1", "EU", new Origin("tickets.json", 1, NOON), "Someone Else");
    join.accept(chat("A", "T-1"));
    join.deliver(CUSTOMER, others);
    join.deliver(CUSTOMER, others);
    join.accept(chat("B", "T-1"));

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "EU"), tuple("B", "EU"));
    assertThat(join.joined()).allSatisfy(a -> assertThat(a.known()).isEqualTo(knownOf(others)));
    assertThat(join.tickets()).isEmpty();
  }

  @Test
  void theCustomersOwnTicketComesBeforeThatOfAnother() throws Exception {
    join.deliver(
        CUSTOMER, ticket("C-2", "T-1", "US", new Origin("z.json", 1, NOON), "Someone Else"));
    join.accept(ticket("T-1", "EU", -60));
    join.accept(chat("A", "T-1"));

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "EU"));
    assertThat(join.tickets()).hasSize(1);
  }

  @Test
  void theNewestVersionOfATicketWins() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(ticket("T-1", "US", 60));
    join.accept(chat("A", "T-1"));
    join.accept(ticket("T-1", "APAC", 30));
    join.accept(chat("B", "T-1"));

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "US"), tuple("B", "US"));
    assertThat(join.tickets())
        .extracting(joined -> joined.ticket().region())
        .containsExactly("EU", "US", "APAC");
  }

  @Test
  void positionDecidesWithinAFileAndTheNameBetweenFilesOfOneTime() throws Exception {
    join.accept(ticket(CUSTOMER, "T-1", "second", new Origin("b.json", 2, NOON), "Jo Lund"));
    join.accept(ticket(CUSTOMER, "T-1", "first", new Origin("b.json", 1, NOON), "Jo Lund"));
    join.accept(ticket(CUSTOMER, "T-1", "earlier", new Origin("a.json", 9, NOON), "Jo Lund"));
    join.accept(chat("A", "T-1"));

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "second"));
  }

  @Test
  void eachVersionOfATicketIsOneRow() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(ticket("T-1", "EU", 0));
    join.accept(ticket("T-1", "EU", 30));
    join.accept(ticket("T-1", "US", 60));
    join.accept(ticket("T-1", "EU", 10));
    join.accept(ticket("T-1", "APAC", 20));
    join.accept(ticket("T-1", "APAC", 20));

    assertThat(join.tickets())
        .extracting(joined -> joined.ticket().region())
        .containsExactly("EU", "US", "APAC");
  }

  @Test
  void aTicketThatGoesBackToWhatItWasIsANewVersion() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(ticket("T-1", "US", 60));
    join.accept(ticket("T-1", "EU", 120));
    join.accept(chat("A", "T-1"));

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "EU"));
    assertThat(join.tickets()).hasSize(3);
  }

  @Test
  void anOldVersionStaysOldAfterTheNewestCameAgain() throws Exception {
    join.accept(ticket("T-1", "EU", 0));
    join.accept(ticket("T-1", "EU", 60));
    join.accept(ticket("T-1", "US", 30));
    join.accept(chat("A", "T-1"));

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", "EU"));
  }

  @Test
  void whatAllTicketsTellOfTheCustomerGoesWithEachChat() throws Exception {
    Ticket married =
        ticket(CUSTOMER, "T-2", "EU", new Origin("tickets.json", 2, NOON), "Jo Hansen");
    join.accept(chat("A", "T-1"));
    join.accept(married);
    join.accept(chat("B", null));
    join.accept(ticket("T-1", "EU", 0));

    List<KnownValue> both = new ArrayList<>(knownOf(married));
    knownOf(ticket("T-1", "EU", 0)).stream().filter(v -> !both.contains(v)).forEach(both::add);
    assertThat(join.joined()).extracting(JoinedChat::known).containsExactly(knownOf(married), both);
    assertThat(join.tickets())
        .extracting(JoinedTicket::known)
        .containsExactly(knownOf(married), both);
  }

  @Test
  void theEndOfTheInputEndsAllWaiting() throws Exception {
    join.accept(chat("A", "T-1"));
    join.accept(chat("B", "T-2"));
    join.harness().processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(join.chatsAndRegions()).containsExactly(tuple("A", null), tuple("B", null));
    assertThat(join.chatsWaiting()).isZero();
    assertThat(join.harness().numProcessingTimeTimers()).isZero();
  }

  @Test
  void aWaitOfNothingLetsChatsGoWithinASecond() throws Exception {
    join.close();
    join = TestingTicketJoin.fresh(config.set(SilverOptions.TICKET_WAIT, Duration.ZERO));
    join.setTime(1);
    join.accept(chat("A", "T-1"));
    join.setTime(1_000);

    assertThat(join.joined()).hasSize(1);
  }

  @Test
  void forgetsATicketThatNobodyUses() throws Exception {
    long day = Duration.ofDays(1).toMillis();
    join.harness().setStateTtlProcessingTime(0);
    join.accept(ticket("T-1", "EU", 0));
    join.harness().setStateTtlProcessingTime(300 * day);
    join.accept(chat("A", "T-1"));
    join.harness().setStateTtlProcessingTime(600 * day);
    join.accept(chat("B", "T-1"));
    assertThat(join.chatsWaiting()).isZero();

    join.harness().setStateTtlProcessingTime(966 * day);
    join.accept(chat("C", "T-1"));
    assertThat(join.chatsWaiting()).isEqualTo(1);

    join.accept(chat("D", null));
    assertThat(join.joined().get(2).known()).isNotEmpty();
  }

  @Test
  void refusesANegativeWait() {
    config.set(SilverOptions.TICKET_WAIT, Duration.ofSeconds(-1));

    assertThatThrownBy(() -> new TicketJoin(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--silver.ticket-wait is '-1 s'");
  }

  @Test
  void refusesAMemoryOfNothing() {
    config.set(SilverOptions.TICKET_MEMORY, Duration.ZERO);

    assertThatThrownBy(() -> new TicketJoin(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--silver.ticket-memory is '0 ms'");
  }

  private static List<KnownValue> knownOf(Ticket ticket) {
    return IdentityFingerprint.of(ticket, new PiiHasher(KEY));
  }
}
