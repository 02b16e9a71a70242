package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.azurite.TestingAzurite;
import io.nextgen.insight.delta.TestingJob.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
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

  @Test
  void removesOrphansAndNothingElse() throws Exception {
    TableDefinition definition =
        new TableDefinition(
            azurite.path("orphans"),
            RowType.of(new LogicalType[] {new BigIntType()}, new String[] {"id"}),
            List.of(),
            null,
            Map.of());
    TestingLake lake = new TestingLake(definition, azurite.hadoopSettings());
    DeltaWriterState ours = new DeltaWriterState("00000000000000aa");
    DataFile committed = write(lake, ours, 2);
    DataFile orphan = write(lake, ours, 2);
    DataFile running = write(lake, ours, 3);
    DataFile theirs = write(lake, new DeltaWriterState("00000000000000bb"), 2);
    try (DeltaCommitter committer = lake.committer(-1)) {
      committer.open(SchemaEvolution.NONE);
      committer.commit(
          TestingCommitRequest.of(new DeltaCommittable("application", 3, List.of(committed))));
    }

    OrphanRemoval.Result result =
        new OrphanRemoval(
                definition.path(), lake.hadoopConfiguration(), "application", Duration.ZERO)
            .run(new OrphanSearch(Set.of(ours.owner()), 2));

    assertThat(result).isEqualTo(new OrphanRemoval.Result(1, false));
    assertThat(exists(lake, orphan)).isFalse();
    for (DataFile kept : List.of(committed, running, theirs)) {
      assertThat(exists(lake, kept)).isTrue();
    }
    assertThat(lake.table().rows(row -> row.getLong(0))).containsExactly(1L);
  }

  /** ABFS refuses files below folders whose names end so. */
  @Test
  void writesPartitionsWhoseValuesEndWithADot() throws Exception {
    TableDefinition definition =
        new TableDefinition(
            azurite.path("companies"),
            RowType.of(
                new LogicalType[] {new BigIntType(), VarCharType.STRING_TYPE},
                new String[] {"id", "company"}),
            List.of("company"),
            null,
            Map.of());
    TestingLake lake = new TestingLake(definition, azurite.hadoopSettings());

    lake.append("application", 1, GenericRowData.of(1L, StringData.fromString("Acme Inc.")));

    assertThat(lake.table().rows(row -> row.getString(1))).containsExactly("Acme Inc.");
  }

  private static DataFile write(TestingLake lake, DeltaWriterState state, long lastCheckpoint)
      throws Exception {
    try (DeltaWriter writer = lake.writer(new Configuration(), state, lastCheckpoint)) {
      writer.write(GenericRowData.of(1L), null);
      return writer.prepareCommit().iterator().next();
    }
  }

  private static boolean exists(TestingLake lake, DataFile file) throws Exception {
    org.apache.hadoop.fs.Path path =
        new org.apache.hadoop.fs.Path(lake.definition().path(), file.path());
    return path.getFileSystem(lake.hadoopConfiguration()).exists(path);
  }

  private TestingJob job(String table) {
    return new TestingJob(directory).tablePath(azurite.path(table), azurite.hadoopSettings());
  }

  private static List<Long> upTo(long rows) {
    return LongStream.range(0, rows).boxed().toList();
  }
}
