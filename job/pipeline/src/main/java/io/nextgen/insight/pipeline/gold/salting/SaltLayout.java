package io.nextgen.insight.pipeline.gold.salting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.MathUtils;

/**
 * The salts of every region for one parallelism, chosen so that the subtasks behind the {@code
 * keyBy} carry the same load.
 *
 * <p>A region gets as many salts as it takes for each to carry no more than a quarter of a
 * subtask's fair share, but never two on the same subtask, which would only make its batches fill
 * more slowly. Largest region first, each salt goes to the subtask with the least load so far. A
 * key's subtask follows from its key group, so a salt is the smallest number that makes {@code
 * Region#salt} land where it should.
 *
 * <p>Deterministic: all subtasks make the same layout of the same plan.
 */
final class SaltLayout {

  private static final int SALTS_PER_FAIR_SHARE = 4;
  private static final int[] ONE_SALT = {0};

  private final Map<String, int[]> saltsByRegion;

  private SaltLayout(Map<String, int[]> saltsByRegion) {
    this.saltsByRegion = saltsByRegion;
  }

  /**
   * @param parallelism of the operator behind the {@code keyBy}
   * @param maxParallelism of that operator: its number of key groups
   */
  static SaltLayout of(SaltPlan plan, int parallelism, int maxParallelism) {
    double[] load = new double[parallelism];
    Map<String, int[]> salts = new HashMap<>();
    List<Map.Entry<String, Double>> largestFirst =
        plan.shares().entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    for (Map.Entry<String, Double> region : largestFirst) {
      int count = saltCount(region.getValue(), parallelism);
      boolean[] chosen = leastLoaded(load, count);
      for (int subtask = 0; subtask < parallelism; subtask++) {
        load[subtask] += chosen[subtask] ? region.getValue() / count : 0;
      }
      salts.put(region.getKey(), saltsOn(chosen, count, region.getKey(), maxParallelism));
    }
    return new SaltLayout(salts);
  }

  private static int saltCount(double share, int parallelism) {
    int wanted = (int) Math.ceil(share * parallelism * SALTS_PER_FAIR_SHARE);
    return Math.max(1, Math.min(parallelism, wanted));
  }

  private static boolean[] leastLoaded(double[] load, int count) {
    boolean[] chosen = new boolean[load.length];
    for (int i = 0; i < count; i++) {
      int least = -1;
      for (int subtask = 0; subtask < load.length; subtask++) {
        if (!chosen[subtask] && (least < 0 || load[subtask] < load[least])) {
          least = subtask;
        }
      }
      chosen[least] = true;
    }
    return chosen;
  }

  private static int[] saltsOn(boolean[] subtasks, int count, String region, int maxParallelism) {
    boolean[] wanted = subtasks.clone();
    int[] salts = new int[count];
    for (int salt = 0, found = 0; found < count; salt++) {
      int subtask =
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              SaltedChat.regionKey(region, salt), maxParallelism, wanted.length);
      if (wanted[subtask]) {
        wanted[subtask] = false;
        salts[found++] = salt;
      }
    }
    return salts;
  }

  /**
   * The customer's salt: always the same for the same salts of the region. The salt that weighs
   * most for the customer wins (rendezvous hashing), so that a region which gains or loses a salt
   * moves only the customers of that salt.
   */
  int saltOf(String region, String custId) {
    int[] salts = saltsByRegion.getOrDefault(region, ONE_SALT);
    int best = salts[0];
    int bestWeight = weight(custId, best);
    for (int salt : salts) {
      int weight = weight(custId, salt);
      if (weight > bestWeight) {
        best = salt;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static int weight(String custId, int salt) {
    return MathUtils.murmurHash(31 * custId.hashCode() + MathUtils.murmurHash(salt));
  }

  /** The region's salts, in ascending order. */
  int[] saltsOf(String region) {
    int[] salts = saltsByRegion.getOrDefault(region, ONE_SALT);
    return Arrays.copyOf(salts, salts.length);
  }
}
