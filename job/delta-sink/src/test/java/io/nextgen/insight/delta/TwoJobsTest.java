package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.delta.TestingJob.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that may start again and find that the table and their state contradict each other. */
class TwoJobsTest {

  private static final long ROWS = 40_000;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(8)
              .build());

  @TempDir Path directory;

  /**
   * Restarts, even from newer checkpoints of its own, must not make it take the other's commits.
   */
  @Test
  void ofTwoJobsFromOneCheckpointOneStopsAndNoRowIsLost() throws Exception {
    String state = new TestingJob(directory).rows(ROWS).run(Ending.CANCELLED);
    List<CompletableFuture<Void>> jobs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      TestingJob job = new TestingJob(directory).rows(ROWS).restoreFrom(state).restarts(20);
      jobs.add(CompletableFuture.runAsync(() -> runToTheEnd(job)));
    }
    List<Throwable> failures = new ArrayList<>();
    for (CompletableFuture<Void> job : jobs) {
      try {
        job.get(120, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        failures.add(e);
      }
    }

    assertThat(failures)
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .rootCause()
                    .isInstanceOf(NonRecoverableSinkException.class)
                    .hasMessageContaining("Two jobs were started from the same state"));
    assertThat(new TestingJob(directory).ids())
        .isEqualTo(LongStream.range(0, ROWS).boxed().toList());
  }

  @Test
  void aBatchJobWhoseCommitterIsLostAfterItsCommitSucceeds() throws Exception {
    TestingJob job =
        new TestingJob(directory)
            .rows(2_000)
            .batch()
            .restarts(3)
            .tablePath(
                directory.resolve("lake/numbers").toUri().toString(),
                TestingLostCommitter.hadoopSettings());

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(LongStream.range(0, 2_000).boxed().toList());
    assertThat(job.table().version()).isEqualTo(1);
  }

  @Test
  void aJobWithoutCheckpointsWhoseCommitterIsLostAfterItsCommitSucceeds() throws Exception {
    TestingJob job =
        new TestingJob(directory)
            .rows(2_000)
            .checkpointInterval(java.time.Duration.ZERO)
            .restarts(3)
            .tablePath(
                directory.resolve("lake/numbers").toUri().toString(),
                TestingLostCommitter.hadoopSettings());

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(LongStream.range(0, 2_000).boxed().toList());
    assertThat(job.table().version()).isEqualTo(1);
  }

  @Test
  void refusesToRunWhereFlinkTakesNoLastCheckpoint() {
    TestingJob job = new TestingJob(directory).rows(1_000).withoutLastCheckpoint().restarts(20);

    assertThatThrownBy(() -> job.run(Ending.END_OF_INPUT))
        .rootCause()
        .isInstanceOf(NonRecoverableSinkException.class)
        .hasMessageContaining("execution.checkpointing.checkpoints-after-tasks-finish");
  }

  private static void runToTheEnd(TestingJob job) {
    try {
      job.run(Ending.END_OF_INPUT);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
