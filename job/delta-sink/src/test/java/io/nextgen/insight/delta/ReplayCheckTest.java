package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.delta.TestingEngine.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interleavings of commits, failures, other jobs and other writers. Checkpoint 4 is in the table,
 * and what comes after it is made by this job or by another one with the same state.
 */
class ReplayCheckTest {

  private static final String APPLICATION = "0b0e9a58-6d7d-4f4f-8f2e-6c8f0c7a3a11";
  private static final long NO_CHECKPOINT = -1;

  @TempDir Path folder;

  private TestingLake lake;
  private String tableId;
  private DeltaCommittable fourth;

  @BeforeEach
  void commitCheckpoint4() throws Exception {
    lake =
        TestingLake.of(
            folder, RowType.of(new LogicalType[] {new BigIntType()}, new String[] {"id"}));
    createTable();
    tableId = lake.table().snapshot().getMetadata().getId();
    fourth = committable(4, DeltaCommittable.NONE, 4);
    assertThat(commit(NO_CHECKPOINT, fourth)).isFalse();
  }

  @Test
  void stopsAJobForGoodWhoseCheckpointAnotherJobHasCommitted() throws Exception {
    DeltaCommittable ours = after(fourth, 5, 50);
    commit(4, after(fourth, 5, 51));

    assertTwoJobs(4, ours);
    assertTwoJobs(5, ours);
    assertThat(ids()).containsExactlyInAnyOrder(4L, 51L);
  }

  @Test
  void stopsAJobForGoodWhoseNextCheckpointComesLaterThanThatOfAnotherJob() throws Exception {
    try (DeltaCommitter undisturbed = lake.committer(4)) {
      DeltaCommittable fifth = after(fourth, 5, 5);
      undisturbed.commit(TestingCommitRequest.of(fifth));
      commit(5, after(fifth, 6, 61));
      DeltaCommittable ours = after(fifth, 7, 70);

      assertThatThrownBy(() -> undisturbed.commit(TestingCommitRequest.of(ours)))
          .isInstanceOf(NonRecoverableSinkException.class)
          .hasMessageContaining("Two jobs were started from the same state");
    }
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L, 61L);
  }

  @Test
  void recognisesItsCommitWhereTheStorageRepeatsTheWrite() throws Exception {
    TestingEngine engine = new TestingEngine(Fault.REPEATED);
    DeltaCommittable fifth = after(fourth, 5, 5);
    try (DeltaCommitter committer = lake.committer(4, engine)) {
      List<TestingCommitRequest> requests = TestingCommitRequest.commit(committer, fifth);
      TestingCommitRequest.commit(committer, after(fifth, 6, 6));

      assertThat(requests.get(0).isAlreadyCommitted()).isTrue();
    }
    assertThat(engine.faults()).isEqualTo(1);
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L, 6L);
  }

  @Test
  void recognisesTheCommitOfAnAttemptThatWasLostWithoutACheckpoint() throws Exception {
    assertThat(commit(NO_CHECKPOINT, fourth)).isTrue();

    assertThat(ids()).containsExactly(4L);
  }

  /** A job without checkpoints writes all files again, to other names. */
  @Test
  void recognisesTheCommitOfAnAttemptThatIsRepeatedFromTheStart() throws Exception {
    DeltaCommittable repeated =
        new DeltaCommittable(
            APPLICATION,
            4,
            fourth.fingerprint(),
            DeltaCommittable.NONE,
            Optional.of(tableId),
            lake.write(GenericRowData.of(4L)));

    assertThat(commit(NO_CHECKPOINT, repeated)).isTrue();
    assertThat(ids()).containsExactly(4L);
  }

  @Test
  void recognisesSeveralRestoredCheckpointsOneByOne() throws Exception {
    DeltaCommittable fifth = after(fourth, 5, 5);
    DeltaCommittable sixth = after(fifth, 6, 6);
    commit(4, fifth);
    commit(4, sixth);
    TestingOptimize.rewriteFiles(lake.definition().path());

    assertThat(commit(6, fifth)).isTrue();
    assertThat(commit(6, sixth)).isTrue();
    assertThat(commit(6, after(sixth, 7, 7))).isFalse();
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L, 6L, 7L);
  }

  @Test
  void addsSeveralRestoredCheckpointsOfWhichNoneIsInTheTable() throws Exception {
    DeltaCommittable fifth = after(fourth, 5, 5);
    DeltaCommittable sixth = after(fifth, 6, 6);
    try (DeltaCommitter restored = lake.committer(6)) {
      restored.commit(TestingCommitRequest.of(sixth, fifth));
    }

    assertThat(commit(6, sixth)).isTrue();
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L, 6L);
  }

  @Test
  void continuesFromStateThatHasNoFingerprints() throws Exception {
    DeltaCommittable old = new DeltaCommittable("older release", 5, files(5));
    commit(NO_CHECKPOINT, old);
    DeltaCommittable next =
        new DeltaCommittable(
            "older release", 6, 6, DeltaCommittable.UNKNOWN, Optional.empty(), files(6));

    assertThat(commit(5, old)).isTrue();
    assertThat(commit(5, next)).isFalse();
    assertThat(commit(6, next)).isTrue();
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L, 6L);
    assertTwoJobs(5, new DeltaCommittable("older release", 5, files(51)));
  }

  @Test
  void findsItsFilesWhereTheTableHasForgottenTheIdentifier() throws Exception {
    DeltaCommittable fifth = after(fourth, 5, 5);
    commit(4, fifth);
    TestingOptimize.rewriteFiles(lake.definition().path());
    TestingForgetfulCheckpoint.write(lake.definition().path());
    assertThat(lake.table().snapshot().getLatestTransactionVersion(engine(), APPLICATION))
        .isEmpty();

    assertThat(commit(5, fifth)).isTrue();
    assertThat(commit(5, after(fifth, 6, 6))).isFalse();
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L, 6L);
  }

  @Test
  void findsItsFilesWhereTheCommitIsGoneFromTheLogToo() throws Exception {
    DeltaCommittable fifth = after(fourth, 5, 5);
    commit(4, fifth);
    TestingOptimize.rewriteFiles(lake.definition().path());
    TestingForgetfulCheckpoint.write(lake.definition().path());
    TestingForgetfulCheckpoint.cleanUpLog(lake.definition().path());

    assertThat(commit(5, fifth)).isTrue();
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L);
  }

  @Test
  void addsWhatWasNeverCommittedWhereTheTableHasForgottenTheIdentifier() throws Exception {
    TestingForgetfulCheckpoint.write(lake.definition().path());

    assertThat(commit(5, after(fourth, 5, 5))).isFalse();
    assertThat(ids()).containsExactlyInAnyOrder(4L, 5L);
  }

  @Test
  void saysThatTheTableWasRecreatedWhileTheJobRuns() throws Exception {
    try (DeltaCommitter committer = lake.committer(4)) {
      DeltaCommittable fifth = after(fourth, 5, 5);
      committer.commit(TestingCommitRequest.of(fifth));
      drop();
      createTable();
      DeltaCommittable sixth = after(fifth, 6, 6);

      assertThatThrownBy(() -> TestingCommitRequest.commit(committer, sixth))
          .isInstanceOf(NonRecoverableSinkException.class)
          .hasMessageContaining("was dropped and created again")
          .hasMessageContaining(tableId);
    }
    assertThat(ids()).isEmpty();
  }

  /** By chance the new table has the version on which the commit would build. */
  @Test
  void saysThatTheTableWasRecreatedWithAsManyVersions() throws Exception {
    try (DeltaCommitter committer = lake.committer(4)) {
      DeltaCommittable fifth = after(fourth, 5, 5);
      committer.commit(TestingCommitRequest.of(fifth));
      drop();
      createTable();
      lake.append("another", 1, GenericRowData.of(100L));
      lake.append("another", 2, GenericRowData.of(101L));
      DeltaCommittable sixth = after(fifth, 6, 6);

      assertThatThrownBy(() -> TestingCommitRequest.commit(committer, sixth))
          .isInstanceOf(NonRecoverableSinkException.class)
          .hasMessageContaining("was dropped and created again");
    }
    assertThat(ids()).containsExactlyInAnyOrder(100L, 101L);
  }

  @Test
  void saysThatTheTableWasRecreatedBeforeTheRestore() throws Exception {
    DeltaCommittable fifth = after(fourth, 5, 5);
    drop();
    createTable();

    assertThatThrownBy(() -> commit(5, fifth))
        .isInstanceOf(NonRecoverableSinkException.class)
        .hasMessageContaining("was dropped and created again")
        .hasMessageContaining(tableId);
  }

  @Test
  void saysThatTheTableWasDropped() throws Exception {
    try (DeltaCommitter committer = lake.committer(4)) {
      DeltaCommittable fifth = after(fourth, 5, 5);
      committer.commit(TestingCommitRequest.of(fifth));
      drop();
      DeltaCommittable sixth = after(fifth, 6, 6);

      assertThatThrownBy(() -> TestingCommitRequest.commit(committer, sixth))
          .isInstanceOf(NonRecoverableSinkException.class)
          .hasMessageContaining("was dropped");
    }
    assertThat(folder.resolve("table/_delta_log")).doesNotExist();
  }

  private void assertTwoJobs(long restoredCheckpoint, DeltaCommittable committable) {
    assertThatThrownBy(() -> commit(restoredCheckpoint, committable))
        .isInstanceOf(NonRecoverableSinkException.class)
        .hasMessageContaining("Two jobs were started from the same state")
        .hasMessageContaining(committable.applicationId());
  }

  /** Commits by a committer of its own; whether that found the files in the table. */
  private boolean commit(long restoredCheckpoint, DeltaCommittable committable) throws Exception {
    try (DeltaCommitter committer = lake.committer(restoredCheckpoint)) {
      return TestingCommitRequest.commit(committer, committable).get(0).isAlreadyCommitted();
    }
  }

  private DeltaCommittable after(DeltaCommittable before, long checkpointId, long id)
      throws Exception {
    return committable(checkpointId, before.fingerprint(), id);
  }

  private DeltaCommittable committable(long checkpointId, long previous, long id) throws Exception {
    return new DeltaCommittable(
        APPLICATION,
        checkpointId,
        DeltaCommittable.newFingerprint(),
        previous,
        Optional.of(tableId),
        files(id));
  }

  private List<DataFile> files(long id) throws Exception {
    return lake.write(GenericRowData.of(id));
  }

  private List<Long> ids() throws Exception {
    return lake.table().rows(row -> row.getLong(0));
  }

  private void createTable() {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.open(SchemaEvolution.NONE);
    }
  }

  private void drop() throws IOException {
    try (var files = Files.walk(folder.resolve("table"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static io.delta.kernel.engine.Engine engine() {
    return io.delta.kernel.defaults.engine.DefaultEngine.create(
        new org.apache.hadoop.conf.Configuration());
  }
}
