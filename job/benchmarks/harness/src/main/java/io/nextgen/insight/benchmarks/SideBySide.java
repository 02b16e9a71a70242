package io.nextgen.insight.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs sides in turn: A B C, A B C, … so that what else goes on in the machine meets all of them
 * alike. The first side is the one that the others are compared with.
 */
public final class SideBySide {

  private final int warmups;
  private final int rounds;
  private final Map<String, Side> sides = new LinkedHashMap<>();

  SideBySide(int warmups, int rounds) {
    this.warmups = warmups;
    this.rounds = rounds;
  }

  /** Adds a side. */
  public SideBySide side(String name, Side side) {
    if (sides.putIfAbsent(name, side) != null) {
      throw new IllegalArgumentException("Two sides are called '" + name + "'");
    }
    return this;
  }

  /** Runs all of it. The garbage of a side is collected before the next one begins. */
  public Comparison run() throws Exception {
    for (int i = 0; i < warmups; i++) {
      for (Side side : sides.values()) {
        side.run();
      }
    }
    Map<String, Map<String, List<Double>>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (var side : sides.entrySet()) {
        System.gc();
        for (var figure : side.getValue().run().entrySet()) {
          measured
              .computeIfAbsent(figure.getKey(), name -> new LinkedHashMap<>())
              .computeIfAbsent(side.getKey(), name -> new ArrayList<>())
              .add(figure.getValue());
        }
      }
    }
    return new Comparison(measured);
  }
}
