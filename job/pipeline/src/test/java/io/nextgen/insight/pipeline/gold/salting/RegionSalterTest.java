package io.nextgen.insight.pipeline.gold.salting;

import static io.nextgen.insight.pipeline.gold.TestingChats.chat;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.SilverChat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RegionSalterTest {

  private static final int PARALLELISM = 4;
  private static final SaltPlan PLAN = new SaltPlan(Map.of("EU", 0.5, "NA", 0.5));

  @Test
  void oneSaltARegionUntilThereIsAPlan() throws Exception {
    try (var salter = newSalter()) {
      salter.open();
      saltCustomers(salter, "EU");

      assertThat(keys(salter)).containsExactly("EU#0");
    }
  }

  @Test
  void aPlanSpreadsARegionAndACustomerStaysWithOneKey() throws Exception {
    try (var salter = newSalter()) {
      salter.open();
      salter.processElement2(PLAN, 0);
      saltCustomers(salter, "EU");
      saltCustomers(salter, "EU");

      assertThat(keys(salter)).hasSize(PARALLELISM).allMatch(key -> key.startsWith("EU#"));
      assertThat(
              salter.extractOutputValues().stream()
                  .collect(
                      Collectors.groupingBy(
                          salted -> salted.chat().custId(),
                          Collectors.mapping(SaltedChat::salt, Collectors.toSet())))
                  .values())
          .allMatch(salts -> salts.size() == 1);
    }
  }

  @Test
  void chatsWithoutARegionHaveAKeyOfTheirOwn() throws Exception {
    try (var salter = newSalter()) {
      salter.open();
      salter.processElement1(chat("1", "A", null), 0);
      salter.processElement1(chat("2", "A", " "), 0);

      assertThat(keys(salter)).containsExactly("unknown#0");
    }
  }

  @Test
  void thePlanSurvivesARestartWithAnotherParallelism() throws Exception {
    OperatorSubtaskState state;
    try (var salter = newSalter()) {
      salter.open();
      salter.processElement2(PLAN, 0);
      state = salter.snapshot(1, 1);
    }
    try (var salter = newSalter()) {
      salter.initializeState(state);
      salter.open();
      saltCustomers(salter, "EU");

      assertThat(keys(salter)).hasSize(PARALLELISM);
    }
  }

  private static TwoInputStreamOperatorTestHarness<SilverChat, SaltPlan, SaltedChat> newSalter()
      throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithNonKeyedOperator<>(new RegionSalter(), List.of(RegionSalter.PLAN)),
        128,
        PARALLELISM,
        1);
  }

  private static void saltCustomers(
      TwoInputStreamOperatorTestHarness<SilverChat, SaltPlan, SaltedChat> salter, String region)
      throws Exception {
    for (int i = 0; i < 100; i++) {
      salter.processElement1(chat("chat-" + i, "customer-" + i, region), 0);
    }
  }

  private static Set<String> keys(
      TwoInputStreamOperatorTestHarness<SilverChat, SaltPlan, SaltedChat> salter) {
    return salter.extractOutputValues().stream()
        .map(SaltedChat::regionKey)
        .collect(Collectors.toSet());
  }
}
