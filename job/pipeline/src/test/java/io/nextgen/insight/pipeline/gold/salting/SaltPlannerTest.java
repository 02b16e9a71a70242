package io.nextgen.insight.pipeline.gold.salting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaltPlannerTest {

  private static final long MINUTE = 60_000;

  private KeyedOneInputStreamOperatorTestHarness<Integer, RegionTraffic, SaltPlan> planner;

  @BeforeEach
  void open() throws Exception {
    planner = newPlanner();
    planner.open();
    planner.setProcessingTime(1_000_000);
  }

  @AfterEach
  void close() throws Exception {
    planner.close();
  }

  @Test
  void tellsSharesOnceThereIsEnoughToTellThemBy() throws Exception {
    saw(Map.of("EU", 10L));
    assertThat(planner.extractOutputValues()).isEmpty();

    saw(Map.of("NA", 90L));

    assertThat(planner.extractOutputValues())
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.shares().get("EU")).isCloseTo(0.1, within(1e-9));
              assertThat(plan.shares().get("NA")).isCloseTo(0.9, within(1e-9));
            });
  }

  @Test
  void staysSilentWhileSharesHardlyChange() throws Exception {
    saw(Map.of("EU", 100L, "NA", 100L));
    for (int i = 0; i < 30; i++) {
      later(MINUTE);
      saw(Map.of("EU", i % 2 == 0 ? 90L : 110L, "NA", 100L));
    }

    assertThat(planner.extractOutputValues()).hasSize(1);
  }

  @Test
  void aRegionThatTurnsHotGetsANewPlanAndTheOldCountsFade() throws Exception {
    saw(Map.of("EU", 100L, "NA", 100L));
    for (int i = 0; i < 60; i++) {
      later(MINUTE);
      saw(Map.of("EU", 500L, "NA", 100L));
    }

    SaltPlan last = planner.extractOutputValues().get(planner.extractOutputValues().size() - 1);
    assertThat(last.shares().get("EU")).isGreaterThan(0.8 / SaltPlanner.MATERIAL_FACTOR);
    assertThat(planner.extractOutputValues()).hasSizeBetween(2, 4);
  }

  @Test
  void aPlanStandsForAWhileEvenIfTrafficJumps() throws Exception {
    saw(Map.of("EU", 100L, "NA", 100L));
    later(SaltPlanner.MIN_INTERVAL_MS - 1);
    saw(Map.of("EU", 10_000L));
    assertThat(planner.extractOutputValues()).hasSize(1);

    later(1);
    saw(Map.of("EU", 1L));
    assertThat(planner.extractOutputValues()).hasSize(2);
  }

  @Test
  void rareRegionsAreNotInThePlan() throws Exception {
    saw(Map.of("EU", 1_000L, "typo", 1L));

    assertThat(planner.extractOutputValues().get(0).shares()).containsOnlyKeys("EU");
  }

  @Test
  void countsAndTheLastPlanSurviveARestart() throws Exception {
    saw(Map.of("EU", 100L, "NA", 100L));
    OperatorSubtaskState state = planner.snapshot(1, 1);
    planner.close();

    planner = newPlanner();
    planner.initializeState(state);
    planner.open();
    planner.setProcessingTime(1_000_000 + MINUTE);
    saw(Map.of("EU", 10L, "NA", 1L));

    assertThat(planner.extractOutputValues()).isEmpty();
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, RegionTraffic, SaltPlan>
      newPlanner() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new SaltPlanner()), traffic -> 0, Types.INT);
  }

  private void saw(Map<String, Long> chats) throws Exception {
    planner.processElement(new RegionTraffic(chats), 0);
  }

  private void later(long millis) throws Exception {
    planner.setProcessingTime(planner.getProcessingTime() + millis);
  }
}
