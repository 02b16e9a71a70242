package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  private final RunMetrics metrics = new RunMetrics();

  @AfterEach
  void forget() {
    metrics.close();
  }

  @Test
  void sumsOverSubtasksAndForgetsThoseThatEnd() {
    Counter first = counter("join ticket", "ticketsMatched", 3);
    counter("join ticket", "ticketsMatched", 4);
    assertThat(RunMetrics.sum("ticketsMatched")).isEqualTo(7);

    metrics.notifyOfRemovedMetric(first, "ticketsMatched", of("join ticket"));

    assertThat(RunMetrics.sum("ticketsMatched")).isEqualTo(4);
    assertThat(RunMetrics.sum("no such metric")).isZero();
  }

  @Test
  void readsGaugesOfNumbers() {
    Gauge<Integer> gauge = () -> 12;
    metrics.notifyOfAddedMetric(gauge, "chatsWaiting", of("join ticket"));
    Gauge<String> words = () -> "twelve";
    metrics.notifyOfAddedMetric(words, "chatsWaiting", of("join ticket"));

    assertThat(RunMetrics.sum("chatsWaiting")).isEqualTo(12);
    assertThat(RunMetrics.max("chatsWaiting")).isEqualTo(12);
  }

  @Test
  void whatSinksTellEachOtherAtCheckpointsIsNoRecordMoved() {
    counter("risk gate", "numRecordsIn", 5);
    counter("gold.customer_insights: Writer", "numRecordsIn", 5);
    counter("gold.customer_insights: Aggregator", "numRecordsIn", 100);
    counter("gold.customer_insights: Committer", "numRecordsIn", 100);
    counter("", "numRecordsIn", 210);

    assertThat(RunMetrics.recordsMoved()).isEqualTo(5);
  }

  private Counter counter(String operator, String name, long count) {
    Counter counter = new SimpleCounter();
    counter.inc(count);
    metrics.notifyOfAddedMetric(counter, name, of(operator));
    return counter;
  }

  private static MetricGroup of(String operator) {
    return new UnregisteredMetricsGroup() {
      @Override
      public Map<String, String> getAllVariables() {
        return operator.isEmpty() ? Map.of() : Map.of("<operator_name>", operator);
      }
    };
  }
}
