package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.delta.TestingEngine.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaCommitterTest {

  private static final String APPLICATION = "0b0e9a58-6d7d-4f4f-8f2e-6c8f0c7a3a11";
  private static final long NO_CHECKPOINT = -1;

  @TempDir Path folder;

  private TestingLake lake;

  @BeforeEach
  void createTable() {
    lake =
        TestingLake.of(
            folder, RowType.of(new LogicalType[] {new BigIntType()}, new String[] {"id"}));
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.open(SchemaEvolution.NONE);
    }
  }

  @Test
  void addsAllFilesOfACheckpointInOneCommit() throws Exception {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      List<DataFile> files =
          Stream.concat(lake.write(row(1)).stream(), lake.write(row(2)).stream()).toList();

      committer.commit(TestingCommitRequest.of(new DeltaCommittable(APPLICATION, 1, files)));
    }

    assertThat(lake.table().version()).isEqualTo(1);
    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void addsSeveralCheckpointsInTheirOrderInOneCommit() throws Exception {
    DeltaCommittable first = committable(1, row(1));
    DeltaCommittable second = committable(2, row(2));
    try (DeltaCommitter committer = lake.committer(2)) {
      committer.commit(TestingCommitRequest.of(second, first));
    }
    try (DeltaCommitter restored = lake.committer(2)) {
      restored.commit(TestingCommitRequest.of(first));
      restored.commit(TestingCommitRequest.of(second));
    }

    assertThat(lake.table().version()).isEqualTo(1);
    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void recognisesARestoredCheckpointThatIsInTheTable() throws Exception {
    DeltaCommittable committable = committable(5, row(1));
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committable));
    }

    try (DeltaCommitter restored = lake.committer(5)) {
      restored.commit(TestingCommitRequest.of(committable));
    }

    assertThat(ids()).containsExactly(1L);
  }

  @Test
  void addsOnlyTheRestoredCheckpointsThatAreMissing() throws Exception {
    DeltaCommittable committed = committable(5, row(1));
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committed));
    }

    try (DeltaCommitter restored = lake.committer(6)) {
      restored.commit(TestingCommitRequest.of(committed, committable(6, row(2))));
    }

    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void failsWhenAnotherJobCommitsUnderTheSameIdentifier() throws Exception {
    try (DeltaCommitter one = lake.committer(4);
        DeltaCommitter other = lake.committer(4)) {
      one.commit(TestingCommitRequest.of(committable(5, row(1))));
      DeltaCommittable fork = committable(5, row(2));

      assertThatThrownBy(() -> other.commit(TestingCommitRequest.of(fork)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Two jobs were started from the same state")
          .hasMessageContaining(APPLICATION);
    }
  }

  @Test
  void doesNotCommitTwiceWhenTheAnswerIsLost() throws Exception {
    TestingEngine engine = new TestingEngine(Fault.ANSWER_LOST);
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT, engine)) {
      TestingCommitRequest.commit(committer, committable(1, row(1)));
      TestingCommitRequest.commit(committer, committable(2, row(2)));
    }

    assertThat(engine.faults()).isEqualTo(1);
    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void commitsAgainWhenTheWriteFailed() throws Exception {
    TestingEngine engine = new TestingEngine(Fault.NOT_WRITTEN);
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT, engine)) {
      TestingCommitRequest.commit(committer, committable(1, row(1)));
    }

    assertThat(engine.faults()).isEqualTo(1);
    assertThat(ids()).containsExactly(1L);
  }

  @Test
  void goesOnAfterCommitsOfOthers() throws Exception {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committable(1, row(1))));
      lake.append("another-application", 1, row(100));
      committer.commit(TestingCommitRequest.of(committable(2, row(2))));
      committer.commit(TestingCommitRequest.of(committable(3, row(3))));
    }

    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L, 3L, 100L);
  }

  @Test
  void recognisesARestoredCheckpointWhoseFilesWereOptimizedAway() throws Exception {
    DeltaCommittable committable = committable(5, row(1), row(2));
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committable));
    }
    TestingOptimize.rewriteFiles(lake.definition().path());

    try (DeltaCommitter restored = lake.committer(5)) {
      restored.commit(TestingCommitRequest.of(committable));
      TestingOptimize.rewriteFiles(lake.definition().path());
      restored.commit(TestingCommitRequest.of(committable(6, row(3))));
    }

    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void goesOnAfterAChangeOfTheTablesProperties() throws Exception {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committable(1, row(1))));
      TestingEngine.setTableProperty(lake.definition().path(), "delta.appendOnly", "true");
      committer.commit(TestingCommitRequest.of(committable(2, row(2))));
    }

    assertThat(ids()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(lake.table().snapshot().getTableProperties())
        .containsEntry("delta.appendOnly", "true");
  }

  @Test
  void tellsWhenFilesOfARestoredCheckpointAreGone() throws Exception {
    DeltaCommittable committable = committable(3, row(1));
    Path file = folder.resolve("table").resolve(committable.files().get(0).path());
    Files.delete(file);

    try (DeltaCommitter restored = lake.committer(3)) {
      assertThatThrownBy(() -> restored.commit(TestingCommitRequest.of(committable)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Checkpoint 3")
          .hasMessageContaining("VACUUM");
    }
  }

  @Test
  void writesCheckpointsAndChecksumsOfTheLog() throws Exception {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      for (int i = 1; i <= 12; i++) {
        committer.commit(TestingCommitRequest.of(committable(i, row(i))));
      }
    }

    Path log = folder.resolve("table/_delta_log");
    assertThat(log.resolve("00000000000000000010.checkpoint.parquet")).exists();
    assertThat(log.resolve("00000000000000000012.crc")).exists();
    assertThat(ids()).hasSize(12);
  }

  @Test
  void touchesNoMetadataWhenItAppends() throws Exception {
    lake.append(APPLICATION, 1, row(1));
    lake.append(APPLICATION, 2, row(2));

    assertThat(lake.table().actions().stream().filter(a -> a.startsWith("{\"metaData\"")))
        .hasSize(1);
    assertThat(lake.table().actions().stream().filter(a -> a.startsWith("{\"protocol\"")))
        .hasSize(1);
  }

  @Test
  void saysThatItsCommitsAreBlindAppends() throws Exception {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committable(1, row(1))));
      committer.commit(TestingCommitRequest.of(committable(2, row(2))));
    }

    assertThat(lake.table().actions().stream().filter(a -> a.startsWith("{\"commitInfo\"")))
        .hasSize(3)
        .last()
        .asString()
        .contains("\"isBlindAppend\":true", "\"operation\":\"STREAMING UPDATE\"")
        .contains("\"outputMode\":\"Append\"", "\"epochId\":\"2\"")
        .contains("\"queryId\":\"" + APPLICATION + "\"")
        .contains("\"numAddedFiles\":\"1\"", "\"numRemovedFiles\":\"0\"")
        .contains("\"numOutputRows\":\"1\"")
        .containsPattern("\"numOutputBytes\":\"[1-9][0-9]*\"")
        .containsPattern("\"engineInfo\":\"[^\"]*Flink/2[^\"]* insight-delta-sink/[0-9]");
    assertThat(lake.table().actions().stream().filter(a -> a.contains("\"isBlindAppend\":true")))
        .hasSize(2);
    assertThat(lake.table().actions().stream().filter(a -> a.startsWith("{\"metaData\"")))
        .as("the level at which others let them pass")
        .singleElement()
        .asString()
        .contains("\"delta.isolationLevel\":\"WriteSerializable\"");
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    try (DeltaCommitter committer = lake.committer(NO_CHECKPOINT)) {
      committer.commit(TestingCommitRequest.of(committable(1, row(1))));
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("delta-hooks") && thread.isAlive());
  }

  private List<Long> ids() throws Exception {
    return lake.table().rows(row -> row.getLong(0));
  }

  private DeltaCommittable committable(long checkpointId, RowData... rows) throws Exception {
    return new DeltaCommittable(APPLICATION, checkpointId, lake.write(rows));
  }

  private static RowData row(long id) {
    return GenericRowData.of(id);
  }
}
