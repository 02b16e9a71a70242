package io.nextgen.insight.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** One of the things that are compared. */
@FunctionalInterface
public interface Side {

  /**
   * Does the work once.
   *
   * @return figures by their names with units, such as {@code CPU s per million rows}; all sides
   *     have the same ones
   */
  Map<String, Double> run() throws Exception;

  /** Work whose cost is measured. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /**
   * A side whose figures are the CPU time of this process, all its threads included, and the
   * elapsed time.
   *
   * @param amount how much work it is, in the unit
   * @param unit such as {@code million rows}
   */
  static Side timed(double amount, String unit, Work work) {
    return () -> {
      Cost cost = Cost.of(work);
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("CPU s per " + unit, cost.cpuSeconds() / amount);
      figures.put("s per " + unit, cost.seconds() / amount);
      return figures;
    };
  }
}
