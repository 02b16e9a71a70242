package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.delta.TestingJob.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole jobs with real checkpoints; what counts is what a reader of the table counts. */
class DeltaSinkJobTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path directory;

  @RepeatedTest(20)
  void boundedInputIsInTheTableWhenTheJobEnds() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).parallelism(2);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).containsExactlyInAnyOrderElementsOf(upTo(2_000));
  }

  @Test
  void tasksThatFailLoseAndRepeatNothing() throws Exception {
    TestingJob job = new TestingJob(directory).rows(3_000).parallelism(2).failures(3);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).containsExactlyInAnyOrderElementsOf(upTo(3_000));
  }

  private static List<Long> upTo(long rows) {
    return LongStream.range(0, rows).boxed().toList();
  }
}
