package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommitAggregatorTest {

  @TempDir Path folder;

  private TestingLake lake;

  @BeforeEach
  void defineTable() {
    lake =
        TestingLake.of(
            folder, RowType.of(new LogicalType[] {new BigIntType()}, new String[] {"id"}));
  }

  @Test
  void makesOneCommittableOfTheFilesOfAllWriters() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      send(harness, 1, 0, "a");
      send(harness, 1, 1, "b");
      send(harness, 1, 1, "c");
      snapshot(harness, 1);

      assertThat(committables(harness)).hasSize(1);
      DeltaCommittable committable = committables(harness).get(0);
      assertThat(committable.checkpointId()).isEqualTo(1);
      assertThat(committable.files()).extracting(DataFile::path).containsExactly("a", "b", "c");
    }
  }

  @Test
  void announcesEachCommittable() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      send(harness, 4, 0, "a");
      snapshot(harness, 4);

      CommittableSummary<?> summary = (CommittableSummary<?>) messages(harness).get(0);
      assertThat(summary.getCheckpointId()).isEqualTo(4);
      assertThat(summary.getNumberOfSubtasks()).isEqualTo(1);
      assertThat(summary.getNumberOfCommittables()).isEqualTo(1);
    }
  }

  @Test
  void emitsNothingWhenThereAreNoFiles() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      harness.processElement(new StreamRecord<>(new CommittableSummary<>(0, 1, 1, 0, 0)));
      snapshot(harness, 1);
      harness.endInput();

      assertThat(messages(harness)).isEmpty();
    }
  }

  @Test
  void takesTheFilesOfAnAbortedCheckpointIntoTheNext() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      send(harness, 1, 0, "of the aborted");
      send(harness, 2, 0, "of the next");
      snapshot(harness, 2);

      assertThat(committables(harness)).hasSize(1);
      assertThat(committables(harness).get(0).checkpointId()).isEqualTo(2);
      assertThat(committables(harness).get(0).files()).hasSize(2);
    }
  }

  @Test
  void usesTheIdOfTheCheckpointToComeAtTheEndOfInput() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      send(harness, 1, 0, "a");
      snapshot(harness, 1);
      send(harness, 2, 0, "ended early");
      send(harness, 3, 1, "ended late");
      harness.endInput();

      assertThat(committables(harness))
          .extracting(DeltaCommittable::checkpointId)
          .containsExactly(1L, 3L);
    }
  }

  @Test
  void keepsItsApplicationIdInState() throws Exception {
    OperatorSubtaskState state;
    String applicationId;
    try (var harness = harness(false)) {
      harness.open();
      send(harness, 1, 0, "a");
      state = snapshot(harness, 1);
      applicationId = committables(harness).get(0).applicationId();
    }
    try (var restored = harness(false)) {
      restored.setRestoredCheckpointId(1);
      restored.initializeState(state);
      restored.open();
      send(restored, 2, 0, "b");
      snapshot(restored, 2);

      assertThat(committables(restored).get(0).applicationId()).isEqualTo(applicationId);
    }
  }

  @Test
  void drawsANewApplicationIdForEachFreshStart() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int start = 0; start < 2; start++) {
      try (var harness = harness(false)) {
        harness.open();
        send(harness, 1, 0, "a");
        snapshot(harness, 1);
        ids.add(committables(harness).get(0).applicationId());
      }
    }

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void refusesACheckpointOlderThanTheTable() throws Exception {
    OperatorSubtaskState older = stateOfCheckpoint1WithCheckpoint2InTheTable();

    try (var restored = harness(false)) {
      restored.setRestoredCheckpointId(1);

      assertThatThrownBy(() -> restored.initializeState(older))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("restored from checkpoint 1")
          .hasMessageContaining("already has its checkpoint 2")
          .hasMessageContaining(DeltaSinkOptions.ALLOW_OLDER_CHECKPOINT.key());
    }
  }

  @Test
  void goesOnUnderANewApplicationIdWhereTheUserAllowsIt() throws Exception {
    OperatorSubtaskState older = stateOfCheckpoint1WithCheckpoint2InTheTable();

    try (var restored = harness(true)) {
      restored.setRestoredCheckpointId(1);
      restored.initializeState(older);
      restored.open();
      send(restored, 2, 0, "again");
      snapshot(restored, 2);

      String applicationId = committables(restored).get(0).applicationId();
      assertThat(
              new RestoreCheck(lake.definition().path(), new HadoopSettings(Map.of()), false)
                  .mayContinue(applicationId, 0, Optional.empty()))
          .isTrue();
    }
  }

  @Test
  @Timeout(60)
  void afterARestoreRemovesWhatTheFailedAttemptLeft() throws Exception {
    DeltaWriterState writer = DeltaWriterState.fresh();
    OperatorSubtaskState state;
    try (var harness = harness(false)) {
      harness.open();
      send(harness, 1, 0, write(writer, 0));
      state = snapshot(harness, 1);
      commit(committables(harness));
    }
    DataFile orphan = write(writer, 1);

    try (var harness = harness(false)) {
      harness.setRestoredCheckpointId(1);
      harness.initializeState(state);
      harness.open();
      send(harness, 2, 0, write(writer, 1));
      snapshot(harness, 2);
      commit(committables(harness));
      harness.notifyOfCompletedCheckpoint(2);
      while (Files.exists(file(orphan))) {
        Thread.sleep(20);
      }

      assertThat(lake.table().files()).hasSize(2);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("delta-orphans"));
  }

  private OperatorSubtaskState stateOfCheckpoint1WithCheckpoint2InTheTable() throws Exception {
    try (var harness = harness(false)) {
      harness.open();
      OperatorSubtaskState state = snapshot(harness, 1);
      send(harness, 2, 0, "a");
      snapshot(harness, 2);
      lake.append(committables(harness).get(0).applicationId(), 2, GenericRowData.of(1L));
      return state;
    }
  }

  private OneInputStreamOperatorTestHarness<
          CommittableMessage<DataFile>, CommittableMessage<DeltaCommittable>>
      harness(boolean allowOlder) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new CommitAggregator(
            new RestoreCheck(lake.definition().path(), new HadoopSettings(Map.of()), allowOlder),
            true,
            Duration.ZERO));
  }

  private DataFile write(DeltaWriterState state, long lastCheckpoint) throws Exception {
    try (DeltaWriter writer = lake.writer(new Configuration(), state, lastCheckpoint)) {
      writer.write(GenericRowData.of(1L), null);
      return writer.prepareCommit().iterator().next();
    }
  }

  private void commit(List<DeltaCommittable> committables) throws Exception {
    try (DeltaCommitter committer = lake.committer(-1)) {
      committer.open(SchemaEvolution.NONE);
      committer.commit(TestingCommitRequest.of(committables.toArray(DeltaCommittable[]::new)));
    }
  }

  private Path file(DataFile file) {
    return folder.resolve("table").resolve(file.path());
  }

  private static OperatorSubtaskState snapshot(
      OneInputStreamOperatorTestHarness<?, ?> harness, long checkpointId) throws Exception {
    harness.prepareSnapshotPreBarrier(checkpointId);
    return harness.snapshot(checkpointId, 0);
  }

  private static void send(
      OneInputStreamOperatorTestHarness<CommittableMessage<DataFile>, ?> harness,
      long checkpointId,
      int subtask,
      String path)
      throws Exception {
    send(harness, checkpointId, subtask, new DataFile(path, List.of(), 1, 1, 1, "{}"));
  }

  private static void send(
      OneInputStreamOperatorTestHarness<CommittableMessage<DataFile>, ?> harness,
      long checkpointId,
      int subtask,
      DataFile file)
      throws Exception {
    harness.processElement(
        new StreamRecord<>(new CommittableWithLineage<>(file, checkpointId, subtask)));
  }

  private static List<CommittableMessage<DeltaCommittable>> messages(
      OneInputStreamOperatorTestHarness<?, CommittableMessage<DeltaCommittable>> harness) {
    return harness.extractOutputValues();
  }

  private static List<DeltaCommittable> committables(
      OneInputStreamOperatorTestHarness<?, CommittableMessage<DeltaCommittable>> harness) {
    List<DeltaCommittable> committables = new ArrayList<>();
    for (CommittableMessage<DeltaCommittable> message : messages(harness)) {
      if (message instanceof CommittableWithLineage<DeltaCommittable> committable) {
        committables.add(committable.getCommittable());
      }
    }
    return committables;
  }
}
