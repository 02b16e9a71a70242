package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.delta.TestingJob.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    TestingJob job = new TestingJob(directory).rows(1_000).parallelism(2);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(1_000));
  }

  @Test
  void tasksThatFailLoseAndRepeatNothing() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).parallelism(2).failures(3);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("delta-"));
  }

  /** An exception out of a writer's clean-up would end the TaskManager, and the job would hang. */
  @Test
  void aFullDiskLosesAndRepeatsNothingAndLeavesTheTaskManagerAlone() throws Exception {
    TestingFullDisk.fillUp(12);
    TestingJob job =
        new TestingJob(directory)
            .rows(2_000)
            .parallelism(2)
            .restarts(20)
            .tablePath(
                directory.resolve("lake/numbers").toUri().toString(),
                TestingFullDisk.hadoopSettings());

    job.run(Ending.END_OF_INPUT);

    assertThat(TestingFullDisk.failedCloses()).isEqualTo(12);
    assertThat(job.ids()).isEqualTo(upTo(2_000));
  }

  @ParameterizedTest
  @EnumSource(names = {"SAVEPOINT", "CANCELLED"})
  void aNewJobGoesOnFromTheStateOfTheOld(Ending ending) throws Exception {
    String state = new TestingJob(directory).rows(40_000).run(ending);
    TestingJob successor = new TestingJob(directory).rows(40_000).restoreFrom(state);

    successor.run(Ending.END_OF_INPUT);

    assertThat(successor.ids()).isEqualTo(upTo(40_000));
    assertThat(applicationIds(successor)).hasSize(1);
  }

  @Test
  void goesOnWithMoreAndWithFewerSubtasks() throws Exception {
    String two = new TestingJob(directory).rows(40_000).parallelism(2).run(Ending.CANCELLED);
    String four =
        new TestingJob(directory)
            .rows(40_000)
            .parallelism(4)
            .restoreFrom(two)
            .run(Ending.SAVEPOINT);
    TestingJob one = new TestingJob(directory).rows(40_000).parallelism(1).restoreFrom(four);

    one.run(Ending.END_OF_INPUT);

    assertThat(one.ids()).isEqualTo(upTo(40_000));
    assertThat(applicationIds(one)).hasSize(1);
  }

  @Test
  void checkpointsThatExpireLoseAndRepeatNothing(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    TestingJob job =
        new TestingJob(directory)
            .rows(1_500)
            .checkpointTimeout(Duration.ofMillis(700))
            .snapshotDelay(Duration.ofMillis(875));

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(1_500));
    assertThat(abortedCheckpoints(cluster, job)).isPositive();
  }

  @Test
  void commitsThatOutlastTheCheckpointTimeoutLoseAndRepeatNothing(
      @InjectMiniCluster MiniCluster cluster) throws Exception {
    TestingJob job =
        new TestingJob(directory)
            .rows(5_000)
            .tablePath(
                directory.resolve("lake/numbers").toUri().toString(),
                TestingSlowCommits.hadoopSettings())
            .checkpointTimeout(Duration.ofMillis(800));

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(5_000));
    assertThat(abortedCheckpoints(cluster, job)).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void distributesRowsOverTheWriters(Distribution distribution) throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).distribution(distribution);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000));
  }

  @Test
  void worksWithoutAUid() throws Exception {
    String state = new TestingJob(directory).rows(40_000).withoutUid().run(Ending.CANCELLED);
    TestingJob successor =
        new TestingJob(directory).rows(40_000).withoutUid().restoreFrom(state).failures(1);

    successor.run(Ending.END_OF_INPUT);

    assertThat(successor.ids()).isEqualTo(upTo(40_000));
    assertThat(applicationIds(successor)).hasSize(1);
  }

  @Test
  void worksBehindUnalignedCheckpoints() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).unaligned().failures(2);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000));
  }

  /** Rows that a checkpoint found on their way go to any writer. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void distributesRowsBehindUnalignedCheckpoints(Distribution distribution) throws Exception {
    String state =
        new TestingJob(directory)
            .rows(40_000)
            .unaligned()
            .distribution(distribution)
            .run(Ending.CANCELLED);
    TestingJob successor =
        new TestingJob(directory)
            .rows(40_000)
            .unaligned()
            .distribution(distribution)
            .parallelism(3)
            .restoreFrom(state);

    successor.run(Ending.END_OF_INPUT);

    assertThat(successor.ids()).isEqualTo(upTo(40_000));
  }

  @Test
  void commitsAtTheEndWhereThereAreNoCheckpoints() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).checkpointInterval(Duration.ZERO);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000));
    assertThat(job.table().version()).isEqualTo(1);
  }

  @Test
  void severalSinksOfAJobWriteToOneTable() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).sinks(2).failures(2);

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000).stream().flatMap(id -> Stream.of(id, id)).toList());
    assertThat(applicationIds(job)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s/lake/t/", "file:%s/lake/t", "file://%s/lake/t/", "%s/a lake/100%%25 of t"})
  void takesATablePathAsItIsWritten(String pattern) throws Exception {
    String path = String.format(pattern, directory);
    TestingJob job = new TestingJob(directory).rows(2_000).failures(1).tablePath(path, Map.of());

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000));
  }

  @Test
  void commitsABatchJobOnce() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).batch();

    job.run(Ending.END_OF_INPUT);

    assertThat(job.ids()).isEqualTo(upTo(2_000));
    assertThat(job.table().version()).isEqualTo(1);
  }

  @Test
  void twoJobsAppendToOneTable() throws Exception {
    TestingJob one = new TestingJob(directory).rows(2_000);
    TestingJob other = new TestingJob(directory).rows(2_000);
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () -> {
              try {
                other.run(Ending.END_OF_INPUT);
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            });

    one.run(Ending.END_OF_INPUT);
    running.get(120, TimeUnit.SECONDS);

    List<Long> twice = Stream.concat(upTo(2_000).stream(), upTo(2_000).stream()).sorted().toList();
    assertThat(one.ids()).isEqualTo(twice);
    assertThat(applicationIds(one)).hasSize(2);
  }

  @Test
  void refusesToRestoreFromACheckpointOlderThanTheTable() throws Exception {
    String older = new TestingJob(directory).rows(40_000).run(Ending.SAVEPOINT);
    new TestingJob(directory).rows(40_000).restoreFrom(older).run(Ending.SAVEPOINT);

    TestingJob again = new TestingJob(directory).rows(40_000).restoreFrom(older);

    assertThatThrownBy(() -> again.run(Ending.END_OF_INPUT))
        .rootCause()
        .hasMessageContaining("restored from checkpoint")
        .hasMessageContaining("already has its checkpoint");
  }

  @Test
  void makesTheTableWhenTheJobStartsAndCommitsNothingWhileItIsIdle() throws Exception {
    TestingJob job = new TestingJob(directory).rows(2_000).idle();

    job.run(Ending.END_OF_INPUT);

    assertThat(job.table().version()).isZero();
    assertThat(job.ids()).isEmpty();
  }

  private static long abortedCheckpoints(MiniCluster cluster, TestingJob job) throws Exception {
    return cluster
        .getArchivedExecutionGraph(job.lastJobId())
        .get()
        .getCheckpointStatsSnapshot()
        .getCounts()
        .getNumberOfFailedCheckpoints();
  }

  /** The application ids of all transaction identifiers in the log, but those of fingerprints. */
  private static Set<String> applicationIds(TestingJob job) throws IOException {
    Pattern applicationId = Pattern.compile("\"txn\":\\{\"appId\":\"([^\"/]+)\"");
    return job.table().actions().stream()
        .map(applicationId::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toSet());
  }

  private static List<Long> upTo(long rows) {
    return LongStream.range(0, rows).boxed().toList();
  }
}
