package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskManagerWatchTest {
  private final RunMetrics metrics = new RunMetrics();
  private final AtomicInteger taskManagers = new AtomicInteger();
  private final TaskManagerWatch watch = new TaskManagerWatch();

  @AfterEach
  void forget() {
    metrics.close();
  }

  @Test
  void reportsTheEndOfATaskManagerThatWasThere() {
    assertThat(watch.ended()).isFalse();
    metrics.notifyOfAddedMetric(
        (Gauge<Integer>) taskManagers::get,
        "numRegisteredTaskManagers",
        new UnregisteredMetricsGroup());
    assertThat(watch.ended()).isFalse();

    taskManagers.set(1);
    assertThat(watch.ended()).isFalse();

    taskManagers.set(0);
    assertThat(watch.ended()).isTrue();
  }
}
