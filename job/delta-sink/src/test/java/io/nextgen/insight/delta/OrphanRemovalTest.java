package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.delta.OrphanRemoval.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanRemovalTest {

  private static final String APPLICATION = "application";
  private static final DeltaWriterState OURS = new DeltaWriterState("00000000000000aa");
  private static final DeltaWriterState THEIRS = new DeltaWriterState("00000000000000bb");
  private static final OrphanSearch SINCE_2 = new OrphanSearch(Set.of(OURS.owner()), 2);

  @TempDir Path folder;

  private TestingLake lake;

  @BeforeEach
  void defineTable() {
    lake =
        TestingLake.of(
            folder,
            (RowType)
                DataTypes.ROW(
                        DataTypes.FIELD("id", DataTypes.BIGINT()),
                        DataTypes.FIELD("part", DataTypes.STRING()))
                    .getLogicalType(),
            "part");
  }

  @Test
  void removesWhatOnlyAFailedAttemptKnew() throws Exception {
    DataFile orphan = write(OURS, 2);
    commit(APPLICATION, 3, write(OURS, 2));

    Result result = removal(Duration.ZERO).run(SINCE_2);

    assertThat(result).isEqualTo(new Result(1, true));
    assertThat(exists(orphan)).isFalse();
    assertThat(lake.table().rows(row -> row.getLong(0))).hasSize(1);
  }

  @Test
  void keepsWhatTheTableHasOrHad() throws Exception {
    DataFile first = write(OURS, 2);
    DataFile second = write(OURS, 3);
    commit(APPLICATION, 3, first);
    TestingOptimize.rewriteFiles(lake.definition().path());
    commit(APPLICATION, 4, second);

    Result result = removal(Duration.ZERO).run(SINCE_2);

    assertThat(result).isEqualTo(new Result(0, true));
    assertThat(List.of(exists(first), exists(second))).containsOnly(true);
  }

  /** It may be open in a running attempt, or wait in a committable for its checkpoint. */
  @Test
  void keepsWhatCanStillBeCommitted() throws Exception {
    DataFile running = write(OURS, 3);
    commit(APPLICATION, 3, write(OURS, 2));
    OrphanRemoval removal = removal(Duration.ZERO);

    assertThat(removal.run(SINCE_2)).isEqualTo(new Result(0, false));
    assertThat(exists(running)).isTrue();

    commit(APPLICATION, 5, write(OURS, 4));
    assertThat(removal.run(SINCE_2)).isEqualTo(new Result(1, true));
    assertThat(exists(running)).as("checkpoint 5 came without it").isFalse();
  }

  @Test
  void keepsEverythingWhereNothingWasCommittedSince() throws Exception {
    DataFile file = write(OURS, 2);
    commit("another", 9, write(THEIRS, 8));

    assertThat(removal(Duration.ZERO).run(SINCE_2)).isEqualTo(new Result(0, false));
    assertThat(exists(file)).isTrue();
  }

  @Test
  void keepsFilesOfOthers() throws Exception {
    DataFile theirs = write(THEIRS, 2);
    Path foreign =
        folder.resolve("table/part-00000-0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a-c000.parquet");
    commit(APPLICATION, 3, write(OURS, 2));
    Files.writeString(foreign, "another engine's");

    assertThat(removal(Duration.ZERO).run(SINCE_2)).isEqualTo(new Result(0, true));
    assertThat(exists(theirs)).isTrue();
    assertThat(foreign).exists();
  }

  @Test
  void keepsWhatIsYoungAndComesBackForIt() throws Exception {
    DataFile orphan = write(OURS, 2);
    commit(APPLICATION, 3, write(OURS, 2));

    assertThat(removal(Duration.ofMinutes(10)).run(SINCE_2)).isEqualTo(new Result(0, false));
    assertThat(exists(orphan)).isTrue();
  }

  @Test
  void looksAtNothingThatWasBegunBefore() throws Exception {
    DataFile before = write(OURS, 1);
    commit(APPLICATION, 3, write(OURS, 2));

    assertThat(removal(Duration.ZERO).run(SINCE_2)).isEqualTo(new Result(0, true));
    assertThat(exists(before)).isTrue();
  }

  private OrphanRemoval removal(Duration minimumAge) {
    return new OrphanRemoval(
        lake.definition().path(), lake.hadoopConfiguration(), APPLICATION, minimumAge);
  }

  private DataFile write(DeltaWriterState state, long lastCheckpoint) throws Exception {
    try (DeltaWriter writer = lake.writer(new Configuration(), state, lastCheckpoint)) {
      writer.write(GenericRowData.of(1L, StringData.fromString("a b/c%")), null);
      return writer.prepareCommit().iterator().next();
    }
  }

  private void commit(String application, long checkpointId, DataFile... files) throws Exception {
    try (DeltaCommitter committer = lake.committer(-1)) {
      committer.open(SchemaEvolution.NONE);
      committer.commit(
          TestingCommitRequest.of(new DeltaCommittable(application, checkpointId, List.of(files))));
    }
  }

  private boolean exists(DataFile file) {
    return Files.exists(folder.resolve("table").resolve(file.path()));
  }
}
