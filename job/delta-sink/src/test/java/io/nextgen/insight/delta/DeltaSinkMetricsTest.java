package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.delta.TestingJob.Ending;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a reporter, or the web UI, gets from a job. */
class DeltaSinkMetricsTest {

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(REPORTER.addToConfiguration(new Configuration()))
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path directory;

  @AfterAll
  static void closeReporter() {
    REPORTER.close();
  }

  @Test
  void theOperatorsTellWhatTheyDid() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000);

    job.run(Ending.END_OF_INPUT);

    long version = job.table().version();
    assertThat(sum("Writer", "numRecordsSend")).isEqualTo(2_000);
    assertThat(sum("Writer", "numBytesSend")).isEqualTo(sum("Committer", "bytesCommitted"));
    assertThat(sum("Writer", "filesWritten")).isEqualTo(job.table().files().size());
    assertThat(metrics("Writer", "openFiles")).hasSize(2);
    assertThat(sum("Committer", "rowsCommitted")).isEqualTo(2_000);
    assertThat(sum("Committer", "filesCommitted")).isEqualTo(job.table().files().size());
    assertThat(sum("Committer", "commits")).isEqualTo(version);
    assertThat(sum("Committer", "commitConflicts")).isZero();
    assertThat(sum("Committer", "commitRetries")).isZero();
    assertThat(sum("Committer", "commitsAlreadyInTable")).isZero();
    assertThat(gauge("lastTableVersion")).isEqualTo(version);
    assertThat(gauge("lastCommitDurationMs")).isNotNegative();
    assertThat(gauge("lastCommitLagMs")).isNotNegative();
  }

  private static long sum(String operator, String name) {
    return metrics(operator, name).mapToLong(metric -> ((Counter) metric).getCount()).sum();
  }

  /** Of the subtask that commits; the others say -1. */
  private static long gauge(String name) {
    return metrics("Committer", name)
        .mapToLong(metric -> (Long) ((Gauge<?>) metric).getValue())
        .max()
        .orElseThrow();
  }

  private static Stream<Metric> metrics(String operator, String name) {
    return REPORTER.getMetricsByGroup().entrySet().stream()
        .filter(group -> isOf(operator, group.getKey()))
        .map(Map.Entry::getValue)
        .filter(metrics -> metrics.containsKey(name))
        .map(metrics -> metrics.get(name));
  }

  private static boolean isOf(String operator, MetricGroup group) {
    String name = group.getAllVariables().get("<operator_name>");
    return name != null && name.endsWith(": " + operator);
  }
}
