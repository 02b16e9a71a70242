package io.nextgen.insight.delta;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the writer of a row by its partition. Balanced, it gives a partition as many writers as
 * its share of the rows comes to; the share is what this sender has seen of late, which is what its
 * neighbours see too, so they need not talk to each other.
 */
final class PartitionDistribution implements Serializable {

  private static final long serialVersionUID = 1L;

  /** After so many rows the counts are halved: old traffic counts less than new. */
  private static final int WINDOW = 16_384;

  private final boolean balanced;
  private final Map<Integer, Load> loads = new HashMap<>();
  private long total;

  PartitionDistribution(boolean balanced) {
    this.balanced = balanced;
  }

  /**
   * @param partition hash of the row's partition values
   * @param writers number of writers
   */
  int partition(int partition, int writers) {
    int first = Math.floorMod(partition * 0x9E3779B9, writers);
    return balanced ? (first + turn(partition, writers)) % writers : first;
  }

  private int turn(int partition, int writers) {
    if (++total >= WINDOW) {
      forgetHalf();
    }
    Load load = loads.computeIfAbsent(partition, p -> new Load());
    load.rows++;
    int share = (int) Math.max(1, Math.round((double) load.rows * writers / total));
    load.next = (load.next + 1) % Math.min(share, writers);
    return load.next;
  }

  private void forgetHalf() {
    total = 1;
    loads.values().removeIf(load -> (load.rows /= 2) == 0);
    for (Load load : loads.values()) {
      total += load.rows;
    }
  }

  private static final class Load implements Serializable {
    private static final long serialVersionUID = 1L;
    private long rows;
    private int next;
  }
}
