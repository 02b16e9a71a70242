package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionDistributionTest {

  private static final int WRITERS = 8;

  @Test
  void sendsAPartitionToOneWriter() {
    PartitionDistribution distribution = new PartitionDistribution(false);

    for (int partition = -50; partition < 50; partition++) {
      int first = distribution.partition(partition, WRITERS);
      assertThat(first).isBetween(0, WRITERS - 1);
      assertThat(distribution.partition(partition, WRITERS)).isEqualTo(first);
    }
  }

  @Test
  void spreadsAHotPartitionByItsShare() {
    Map<Integer, Set<Integer>> writers = writersAfter(0.5, 40_000);

    assertThat(writers.get(0)).hasSizeBetween(3, 5);
    for (int partition = 1; partition <= 20; partition++) {
      assertThat(writers.get(partition)).hasSize(1);
    }
  }

  @Test
  void givesEveryWriterSomethingOfAnOnlyPartition() {
    assertThat(writersAfter(1.0, 10_000).get(0)).hasSize(WRITERS);
  }

  @Test
  void forgetsTrafficThatHasCooledDown() {
    PartitionDistribution distribution = new PartitionDistribution(true);
    for (int i = 0; i < 100_000; i++) {
      distribution.partition(0, WRITERS);
    }
    for (int i = 0; i < 200_000; i++) {
      distribution.partition(1 + i % 16, WRITERS);
    }

    assertThat(distribution.partition(0, WRITERS)).isEqualTo(distribution.partition(0, WRITERS));
  }

  /** Which writers each partition goes to, once so many rows have gone by; partition 0 is hot. */
  private static Map<Integer, Set<Integer>> writersAfter(double share, int rows) {
    Random random = new Random(5);
    PartitionDistribution distribution = new PartitionDistribution(true);
    Map<Integer, Set<Integer>> writers = new HashMap<>();
    for (int i = 0; i < rows * 2; i++) {
      int partition = random.nextDouble() < share ? 0 : 1 + random.nextInt(20);
      int writer = distribution.partition(partition, WRITERS);
      if (i >= rows) {
        writers.computeIfAbsent(partition, p -> new HashSet<>()).add(writer);
      }
    }
    return writers;
  }
}
