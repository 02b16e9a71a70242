package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.CUSTOMER;
import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.INGESTED_AT;
import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.CustomerRisk;
import io.nextgen.insight.pipeline.model.NextAction;
import io.nextgen.insight.pipeline.model.RiskTier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskGateTest {
  private static final Instant DAY_0 = Instant.parse("2026-03-01T12:00:00Z");
  private static final String OUTAGE = "No internet since yesterday, terrible.";
  private static final String SLOW = "My wifi is so slow, I hate it.";
  private static final String BILLING = "My bill is wrong again, I hate it.";
  private static final double NEGATIVE = 0.95;
  private static final double POSITIVE = 0.02;

  private KeyedOneInputStreamOperatorTestHarness<String, EnrichedChat, CustomerInsight> gate;

  @BeforeEach
  void open() throws Exception {
    gate = harness(new Configuration());
    gate.open();
  }

  @AfterEach
  void close() throws Exception {
    gate.close();
  }

  @Test
  void givesEachChatItsRowAndTheCustomerOneForTheChange() throws Exception {
    gate.setProcessingTime(INGESTED_AT.toEpochMilli());
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));

    CustomerInsight insight = gate.extractOutputValues().get(0);
    assertThat(insight.highRisk()).isTrue();
    assertThat(insight.needsReview()).isFalse();
    assertThat(insight.nextAction()).isEqualTo(NextAction.RETENTION_OUTREACH);
    assertThat(insight.technicalIssues()).containsExactly("NO_CONNECTION");
    assertThat(insight.confidence()).isEqualTo(NEGATIVE);
    assertThat(risks())
        .containsExactly(
            new CustomerRisk(
                CUSTOMER,
                "Berlin",
                RiskTier.ELEVATED,
                RiskTier.LOW,
                1,
                List.of(),
                30,
                day(0),
                "A",
                INGESTED_AT));
  }

  @Test
  void saysNothingOfCustomersWhoseStandingStays() throws Exception {
    process(chat("A", 1, day(0), "Berlin", "Thank you, all is great.", POSITIVE));
    process(chat("B", 1, day(1), "Berlin", BILLING, NEGATIVE));
    process(chat("C", 1, day(2), "Berlin", SLOW, POSITIVE));

    assertThat(gate.extractOutputValues()).hasSize(3);
    assertThat(risks()).isEmpty();
  }

  @Test
  void risesWithHighRiskChatsAndRepeatedIssues() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    process(chat("B", 1, day(1), "Berlin", SLOW, NEGATIVE));
    process(chat("C", 1, day(2), "Berlin", "The wifi is slow today.", POSITIVE));

    assertThat(risks())
        .extracting(CustomerRisk::tier, CustomerRisk::highRiskChats, CustomerRisk::repeatedIssues)
        .containsExactly(
            row(RiskTier.ELEVATED, 1, List.of()),
            row(RiskTier.HIGH, 2, List.of()),
            row(RiskTier.CRITICAL, 2, List.of("SLOW_SPEED")));
    assertThat(risks()).extracting(CustomerRisk::changedAt).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aRevisionTakesThePlaceOfTheOneBefore() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    process(chat("A", 2, day(0), "Berlin", OUTAGE + " Still.", NEGATIVE));
    process(chat("A", 3, day(0), "Berlin", "All is well, thank you.", POSITIVE));

    assertThat(gate.extractOutputValues()).hasSize(3);
    assertThat(risks())
        .extracting(CustomerRisk::tier)
        .containsExactly(RiskTier.ELEVATED, RiskTier.LOW);
  }

  @Test
  void fallsWhenTheWatermarkPassesTheEndOfTheWindow() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    process(chat("B", 1, day(10), "Berlin", SLOW, NEGATIVE));
    watermark(day(30).minusMillis(1));
    assertThat(risks()).hasSize(2);

    watermark(day(30));
    assertThat(last(risks()).tier()).isEqualTo(RiskTier.ELEVATED);
    assertThat(last(risks()).triggerChatId()).isNull();
    assertThat(last(risks()).asOf()).isEqualTo(day(30));

    watermark(day(40));
    assertThat(risks()).hasSize(4);
    assertThat(last(risks()).tier()).isEqualTo(RiskTier.LOW);
    assertThat(last(risks()).previousTier()).isEqualTo(RiskTier.ELEVATED);
  }

  @Test
  void aNewerChatPushesOldOnesOut() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    process(chat("B", 1, day(31), "Bonn", "Thank you, all is great.", POSITIVE));

    assertThat(last(risks()).tier()).isEqualTo(RiskTier.LOW);
    assertThat(last(risks()).region()).isEqualTo("Bonn");
    assertThat(last(risks()).triggerChatId()).isEqualTo("B");
  }

  @Test
  void countsALateChatOfTheWindowAndDecidesAnOlderOneToo() throws Exception {
    watermark(day(40));
    process(chat("OLD", 1, day(5), "Berlin", OUTAGE, NEGATIVE));
    assertThat(gate.extractOutputValues()).hasSize(1);
    assertThat(risks()).isEmpty();

    process(chat("LATE", 1, day(20), "Berlin", OUTAGE, NEGATIVE));
    assertThat(last(risks()).highRiskChats()).isEqualTo(1);
  }

  @Test
  void aTimestampOfTheFarFutureCountsAsTheMomentOfReading() throws Exception {
    process(chat("A", 1, INGESTED_AT.minus(Duration.ofDays(3)), "Berlin", OUTAGE, NEGATIVE));
    process(chat("B", 1, Instant.parse("2199-01-01T00:00:00Z"), "Berlin", SLOW, NEGATIVE));

    assertThat(last(risks()).tier()).isEqualTo(RiskTier.HIGH);
    assertThat(last(risks()).asOf()).isEqualTo(INGESTED_AT);
    assertThat(gate.extractOutputValues().get(1).eventTime())
        .isEqualTo(Instant.parse("2199-01-01T00:00:00Z"));
  }

  @Test
  void theEndOfABoundedInputIsNoPassageOfTime() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    gate.processWatermark(Long.MAX_VALUE);

    assertThat(risks()).hasSize(1);
  }

  @Test
  void goesOnFromASnapshot() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    OperatorSubtaskState snapshot = gate.snapshot(1, 1);
    gate.close();
    gate = harness(new Configuration());
    gate.initializeState(snapshot);
    gate.open();

    process(chat("B", 1, day(1), "Berlin", OUTAGE, NEGATIVE));
    assertThat(risks())
        .extracting(CustomerRisk::tier, CustomerRisk::highRiskChats, CustomerRisk::repeatedIssues)
        .containsExactly(row(RiskTier.CRITICAL, 2, List.of("NO_CONNECTION")));

    watermark(day(30));
    assertThat(last(risks()).tier()).isEqualTo(RiskTier.ELEVATED);
  }

  @Test
  void forgetsACustomerWhoHasGoneQuiet() throws Exception {
    process(chat("A", 1, day(0), "Berlin", OUTAGE, NEGATIVE));
    watermark(day(30));
    assertThat(gate.numKeyedStateEntries()).isPositive();

    watermark(day(60));
    assertThat(gate.numKeyedStateEntries()).isZero();
    assertThat(gate.numEventTimeTimers()).isZero();
  }

  @Test
  void remembersOnlyTheNewestOfTooManyChats() throws Exception {
    gate.close();
    gate =
        harness(
            new Configuration()
                .set(RiskOptions.MAX_CHATS, 5)
                .set(RiskOptions.CRITICAL_FROM, 5)
                .set(RiskOptions.HIGH_FROM, 4));
    gate.open();
    for (int i = 0; i < 20; i++) {
      process(chat("A" + i, 1, day(0).plusSeconds(i), "Berlin", OUTAGE, NEGATIVE));
    }

    assertThat(last(risks()).highRiskChats()).isEqualTo(5);
    assertThat(gate.numEventTimeTimers()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theLastStandingDoesNotDependOnTheOrderOfArrival(long seed) throws Exception {
    Random random = new Random(seed);
    List<List<EnrichedChat>> revisionsOfChats = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<EnrichedChat> revisions = new ArrayList<>();
      for (int revision = 1; revision <= 1 + random.nextInt(3); revision++) {
        revisions.add(randomChat("chat-" + i, revision, random));
      }
      revisionsOfChats.add(revisions);
    }
    Instant lastWatermark = day(random.nextInt(60));

    CustomerStanding expected = standingAfter(interleaved(revisionsOfChats, random), lastWatermark);
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(standingAfter(interleaved(revisionsOfChats, random), lastWatermark))
          .isEqualTo(expected);
    }
  }

  /** Revisions of one chat keep their order, as the job's keyed streams make sure. */
  private static List<EnrichedChat> interleaved(
      List<List<EnrichedChat>> revisionsOfChats, Random random) {
    List<Deque<EnrichedChat>> queues = new ArrayList<>();
    revisionsOfChats.forEach(revisions -> queues.add(new ArrayDeque<>(revisions)));
    List<EnrichedChat> arrivals = new ArrayList<>();
    while (!queues.isEmpty()) {
      Deque<EnrichedChat> queue = queues.get(random.nextInt(queues.size()));
      arrivals.add(queue.poll());
      queues.removeIf(Deque::isEmpty);
    }
    return arrivals;
  }

  private static EnrichedChat randomChat(String chatId, int revision, Random random) {
    String[] texts = {OUTAGE, SLOW, BILLING, "The screen of my phone is black, no signal either."};
    return chat(
        chatId,
        revision,
        day(0).plus(Duration.ofHours(random.nextInt(60 * 24))),
        random.nextBoolean() ? "Berlin" : "Bonn",
        texts[random.nextInt(texts.length)],
        random.nextBoolean() ? NEGATIVE : POSITIVE);
  }

  private static CustomerStanding standingAfter(List<EnrichedChat> arrivals, Instant watermark)
      throws Exception {
    var gate = harness(new Configuration());
    gate.open();
    for (EnrichedChat chat : arrivals) {
      gate.processElement(new StreamRecord<>(chat));
    }
    gate.processWatermark(watermark.toEpochMilli());
    List<CustomerRisk> risks = risks(gate);
    gate.close();
    if (risks.isEmpty()) {
      return CustomerStanding.UNKNOWN_CUSTOMER;
    }
    CustomerRisk risk = last(risks);
    return new CustomerStanding(risk.tier(), risk.highRiskChats(), risk.repeatedIssues());
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, EnrichedChat, CustomerInsight>
      harness(Configuration config) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new RiskGate(config)),
        enriched -> enriched.chat().custId(),
        Types.STRING);
  }

  private void process(EnrichedChat chat) throws Exception {
    gate.processElement(new StreamRecord<>(chat));
  }

  private void watermark(Instant time) throws Exception {
    gate.processWatermark(time.toEpochMilli());
  }

  private List<CustomerRisk> risks() {
    return risks(gate);
  }

  private static List<CustomerRisk> risks(
      KeyedOneInputStreamOperatorTestHarness<String, EnrichedChat, CustomerInsight> gate) {
    var output = gate.getSideOutput(RiskGate.CUSTOMER_RISK);
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static Tuple row(RiskTier tier, int highRiskChats, List<String> repeatedIssues) {
    return tuple(tier, highRiskChats, repeatedIssues);
  }

  private static Instant day(int day) {
    return DAY_0.plus(Duration.ofDays(day));
  }
}
