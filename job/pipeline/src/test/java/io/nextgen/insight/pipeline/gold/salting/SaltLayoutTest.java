package io.nextgen.insight.pipeline.gold.salting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaltLayoutTest {

  private static final int MAX_PARALLELISM = 128;
  private static final int CUSTOMERS_PER_UNIT = 2_000;

  /** One region with five times the traffic of each of the others. */
  private static final Map<String, Integer> HOT_REGION =
      Map.of("NA-East", 5, "NA-West", 1, "EU", 1, "APAC", 1, "LATAM", 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8, 16})
  void aHotRegionMakesNoStraggler(int parallelism) {
    SaltLayout layout = SaltLayout.of(planOf(HOT_REGION), parallelism, MAX_PARALLELISM);

    assertThat(maxToMean(HOT_REGION, layout, parallelism)).isLessThan(1.15);
  }

  @Test
  void withoutAPlanAHotRegionDoesMakeOne() {
    SaltLayout layout = SaltLayout.of(new SaltPlan(Map.of()), 4, MAX_PARALLELISM);

    assertThat(maxToMean(HOT_REGION, layout, 4)).isGreaterThan(2.2);
  }

  @Test
  void manySmallRegionsSpreadEvenly() {
    Map<String, Integer> regions = new LinkedHashMap<>();
    IntStream.range(0, 40).forEach(i -> regions.put("region-" + i, 1 + i % 3));
    SaltLayout layout = SaltLayout.of(planOf(regions), 8, MAX_PARALLELISM);

    assertThat(maxToMean(regions, layout, 8)).isLessThan(1.2);
  }

  @Test
  void theNumberOfSaltsFollowsTheShare() {
    SaltLayout layout = SaltLayout.of(planOf(HOT_REGION), 16, MAX_PARALLELISM);

    assertThat(layout.saltsOf("NA-East")).hasSize(16);
    assertThat(layout.saltsOf("EU")).hasSize(8);
    assertThat(layout.saltsOf("never seen")).containsExactly(0);
  }

  @Test
  void noTwoSaltsOfARegionShareASubtask() {
    SaltLayout layout = SaltLayout.of(planOf(HOT_REGION), 8, MAX_PARALLELISM);

    HOT_REGION
        .keySet()
        .forEach(
            region ->
                assertThat(
                        Arrays.stream(layout.saltsOf(region))
                            .map(salt -> subtask(region, salt, 8))
                            .toArray())
                    .doesNotHaveDuplicates());
  }

  @Test
  void aNewSaltMovesOnlyItsOwnCustomers() {
    SaltLayout before =
        SaltLayout.of(new SaltPlan(Map.of("EU", 0.1, "NA", 0.9)), 8, MAX_PARALLELISM);
    SaltLayout after =
        SaltLayout.of(new SaltPlan(Map.of("EU", 0.15, "NA", 0.85)), 8, MAX_PARALLELISM);
    assertThat(after.saltsOf("EU")).hasSizeGreaterThan(before.saltsOf("EU").length);

    IntStream.range(0, 1_000)
        .mapToObj(i -> "CUST-" + i)
        .forEach(
            customer -> {
              int salt = after.saltOf("EU", customer);
              boolean stayed = salt == before.saltOf("EU", customer);
              boolean saltIsNew = Arrays.stream(before.saltsOf("EU")).noneMatch(old -> old == salt);
              assertThat(stayed || saltIsNew || leftARemovedSalt(before, after, customer)).isTrue();
            });
  }

  private static boolean leftARemovedSalt(SaltLayout before, SaltLayout after, String customer) {
    int old = before.saltOf("EU", customer);
    return Arrays.stream(after.saltsOf("EU")).noneMatch(salt -> salt == old);
  }

  private static SaltPlan planOf(Map<String, Integer> units) {
    double total = units.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    units.forEach((region, count) -> shares.put(region, count / total));
    return new SaltPlan(shares);
  }

  private static double maxToMean(Map<String, Integer> units, SaltLayout layout, int parallelism) {
    int[] load = new int[parallelism];
    units.forEach(
        (region, count) ->
            IntStream.range(0, count * CUSTOMERS_PER_UNIT)
                .mapToObj(i -> region + "-customer-" + i)
                .forEach(
                    customer ->
                        load[subtask(region, layout.saltOf(region, customer), parallelism)]++));
    return Arrays.stream(load).max().orElseThrow() / Arrays.stream(load).average().orElseThrow();
  }

  private static int subtask(String region, int salt, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        SaltedChat.regionKey(region, salt), MAX_PARALLELISM, parallelism);
  }
}
