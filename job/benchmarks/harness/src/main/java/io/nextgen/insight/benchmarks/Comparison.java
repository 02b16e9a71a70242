package io.nextgen.insight.benchmarks;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came out of {@link SideBySide}: for each figure the series of each side. */
public final class Comparison {

  private final Map<String, Map<String, Series>> figures = new LinkedHashMap<>();

  Comparison(Map<String, Map<String, List<Double>>> measured) {
    measured.forEach(
        (figure, sides) -> {
          Map<String, Series> series = new LinkedHashMap<>();
          sides.forEach((side, values) -> series.put(side, series(values)));
          figures.put(figure, series);
        });
  }

  /**
   * A figure of a side.
   *
   * @throws IllegalArgumentException if there is none of these names
   */
  public Series series(String figure, String side) {
    Series series = figures.getOrDefault(figure, Map.of()).get(side);
    if (series == null) {
      throw new IllegalArgumentException("No '" + figure + "' of '" + side + "': " + figures);
    }
    return series;
  }

  /**
   * Prints a table for each figure, with how each side compares with the first one; of a side that
   * is alone, one table of all figures.
   */
  public void print(PrintStream out) {
    if (figures.values().stream().allMatch(sides -> sides.size() == 1)) {
      printAlone(out);
    } else {
      figures.forEach((figure, sides) -> print(figure, sides, out));
    }
  }

  private void printAlone(PrintStream out) {
    Table table = new Table("", "median", "min .. max");
    figures.forEach(
        (figure, sides) -> {
          Series series = sides.values().iterator().next();
          table.row(figure, Series.format(series.median()), range(series));
        });
    table.print(out);
  }

  private static void print(String figure, Map<String, Series> sides, PrintStream out) {
    String first = sides.keySet().iterator().next();
    Table table = new Table(figure, "median", "min .. max", "to " + first, "min .. max");
    sides.forEach(
        (side, series) -> {
          Series ratio = series.dividedBy(sides.get(first));
          table.row(
              side,
              Series.format(series.median()),
              range(series),
              side.equals(first) ? "" : Series.format(ratio.median()),
              side.equals(first) ? "" : range(ratio));
        });
    table.print(out);
  }

  private static String range(Series series) {
    return Series.format(series.min()) + " .. " + Series.format(series.max());
  }

  private static Series series(List<Double> values) {
    return new Series(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
