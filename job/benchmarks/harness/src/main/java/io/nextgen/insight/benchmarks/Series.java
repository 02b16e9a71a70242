package io.nextgen.insight.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * One figure of one side, a value for each round.
 *
 * <p>Arithmetic is by round, since what was measured next to each other had the same weather.
 *
 * @param values in the order of the rounds, at least one
 */
public record Series(double... values) {

  public Series {
    if (values.length == 0) {
      throw new IllegalArgumentException("A series of no values");
    }
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The middle value, or the mean of the two in the middle. */
  public double median() {
    return percentile(50);
  }

  /** The value below which so many percent of the values lie, between neighbours interpolated. */
  public double percentile(double percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double rank = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  public double min() {
    return Arrays.stream(values).min().orElseThrow();
  }

  public double max() {
    return Arrays.stream(values).max().orElseThrow();
  }

  /** This less the other, round by round. */
  public Series minus(Series other) {
    return combine(other, (a, b) -> a - b);
  }

  /** This by the other, round by round. */
  public Series dividedBy(Series other) {
    return combine(other, (a, b) -> a / b);
  }

  /** Median and range, such as {@code 1.31 (1.28 .. 1.40)}. */
  @Override
  public String toString() {
    return format(median()) + " (" + format(min()) + " .. " + format(max()) + ")";
  }

  /** Three digits or so. */
  static String format(double value) {
    double size = Math.abs(value);
    String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3g";
    return value == 0 ? "0" : String.format(Locale.ROOT, pattern, value);
  }

  private Series combine(Series other, DoubleBinaryOperator operator) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          values.length + " values and " + other.values.length + ": not of the same rounds");
    }
    double[] combined = new double[values.length];
    Arrays.setAll(combined, i -> operator.applyAsDouble(values[i], other.values[i]));
    return new Series(combined);
  }
}
