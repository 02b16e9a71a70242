package io.nextgen.insight.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * The running job's metrics, inside the same process: the same numbers that the web UI shows. Flink
 * makes the reporter itself, so what it reports is kept for the whole JVM.
 */
public final class RunMetrics implements MetricReporter {
  private static final Map<Metric, Key> METRICS = new ConcurrentHashMap<>();
  private static final List<String> SINK_PARTS = List.of("Writer", "Aggregator", "Committer");
  private static final String OPERATOR = "<operator_name>";

  private record Key(String operator, String name) {

    /** A sink's operators tell each other of every checkpoint, also of those without a row. */
    boolean isOfTheFlow() {
      return !operator.isEmpty()
          && SINK_PARTS.stream().noneMatch(part -> operator.endsWith(": " + part));
    }
  }

  /** How Flink finds the reporter, through the service loader. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(java.util.Properties properties) {
      return new RunMetrics();
    }
  }

  /** The sum of a metric over all operators and subtasks; 0 where there is none. */
  static long sum(String name) {
    return sum(key -> key.name().equals(name));
  }

  /** The sum of a metric over an operator's subtasks; 0 where there is none. */
  static long sum(String operator, String name) {
    return sum(key -> key.name().equals(name) && key.operator().equals(operator));
  }

  /**
   * Records that the operators of the flow have taken in; those that sinks pass on are not counted.
   */
  static long recordsMoved() {
    return sum(key -> key.name().equals("numRecordsIn") && key.isOfTheFlow());
  }

  /** The largest value of a metric; 0 where there is none. */
  static long max(String name) {
    return METRICS.entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(name))
        .mapToLong(entry -> value(entry.getKey()))
        .max()
        .orElse(0);
  }

  private static long sum(Predicate<Key> filter) {
    return METRICS.entrySet().stream()
        .filter(entry -> filter.test(entry.getValue()))
        .mapToLong(entry -> value(entry.getKey()))
        .sum();
  }

  private static long value(Metric metric) {
    if (metric instanceof Counter counter) {
      return counter.getCount();
    }
    return metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number
        ? number.longValue()
        : 0;
  }

  @Override
  public void open(MetricConfig config) {
    METRICS.clear();
  }

  @Override
  public void close() {
    METRICS.clear();
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    METRICS.put(metric, new Key(group.getAllVariables().getOrDefault(OPERATOR, ""), name));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    METRICS.remove(metric);
  }
}
