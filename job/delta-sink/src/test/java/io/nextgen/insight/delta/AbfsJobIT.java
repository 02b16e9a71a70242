package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.azurite.TestingAzurite;
import io.nextgen.insight.delta.TestingJob.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The core cases of {@link DeltaSinkJobTest} with the table on Azure storage. */
class AbfsJobIT {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  private static TestingAzurite azurite;

  @TempDir Path directory;

  @BeforeAll
  static void startAzurite() throws Exception {
    azurite = TestingAzurite.start();
  }

  @AfterAll
  static void stopAzurite() throws Exception {
    if (azurite != null) {
      azurite.close();
    }
  }

  @Test
  void tasksThatFailLoseAndRepeatNothing() throws Exception {
    TestingJob job = job("failing").rows(3_000).failures(2);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(3_000));
  }

  @Test
  void aNewJobGoesOnFromTheStateOfTheOld() throws Exception {
    String state = job("restarted").rows(40_000).run(Ending.CANCELLED);
    TestingJob successor = job("restarted").rows(40_000).restoreFrom(state);

    successor.run(Ending.END_OF_INPUT);

    assertThat(successor.ids()).isEqualTo(upTo(40_000));
  }

  private TestingJob job(String table) {
    return new TestingJob(directory).tablePath(azurite.path(table), azurite.hadoopSettings());
  }

  private static List<Long> upTo(long rows) {
    return LongStream.range(0, rows).boxed().toList();
  }
}
