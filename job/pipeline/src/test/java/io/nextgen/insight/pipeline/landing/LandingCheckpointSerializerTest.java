package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class LandingCheckpointSerializerTest {

  private final LandingCheckpointSerializer serializer = new LandingCheckpointSerializer();

  private static final LandedFile BEGUN =
      new LandedFile(new Path("abfs://c@a.dfs.core.windows.net/é.json"), 7, 9);

  @Test
  void comesBackAsItWas() throws IOException {
    FileSourceSplit begun =
        FileRanges.of(BEGUN, 4)
            .get(1)
            .updateWithCheckpointedPosition(new CheckpointedPosition(5, 42));
    SortedMap<Long, HourTally> condensed =
        new TreeMap<>(Map.of(-1L, new HourTally(3, -7), 500_000L, new HourTally(1, 1L << 55)));

    LandingCheckpoint restored =
        serializer.deserialize(
            serializer.getVersion(),
            serializer.serialize(
                new LandingCheckpoint(List.of(begun), new long[] {3, 1L << 55}, condensed)));

    assertThat(restored.remembered()).containsExactly(3, 1L << 55);
    assertThat(restored.condensed()).isEqualTo(condensed);
    assertThat(restored.pending())
        .singleElement()
        .satisfies(
            split -> {
              assertThat(split.splitId()).isEqualTo(begun.splitId());
              assertThat(split.path()).isEqualTo(BEGUN.path());
              assertThat(split.offset()).isEqualTo(4);
              assertThat(split.length()).isEqualTo(3);
              assertThat(split.fileSize()).isEqualTo(7);
              assertThat(split.fileModificationTime()).isEqualTo(9);
              assertThat(split.getReaderPosition()).isEqualTo(begun.getReaderPosition());
            });
  }

  /**
   * Written by the first version: a file that was begun, at its record 42, and one that was read.
   */
  @Test
  void readsWhatTheFirstVersionWrote() throws IOException {
    byte[] version1 =
        Base64.getDecoder()
            .decode(
                "AAAAAQAAAAEAAACUACthYmZzOi8vY0BhLmRmcy5jb3JlLndpbmRvd3MubmV0L8OpLmpzb25AOSs3AQEFYWJm"
                    + "cwECYwEXYS5kZnMuY29yZS53aW5kb3dzLm5ldP////8BCC/pAS5qc29uAAAAAAAAAAAAAAAAAAAAAAAH"
                    + "AAAAAAAAAAkAAAAAAAAABwAAAAAB//////////8AAAAAAAAAKgAAAAIAJ2FiZnM6Ly9jQGEuZGZzLmNv"
                    + "cmUud2luZG93cy5uZXQvw6kuanNvbgAAAAAAAAAHAAAAAAAAAAkACS9iIGMuanNvbn//////////AAAA"
                    + "AAAAAAA=");

    LandingCheckpoint restored = serializer.deserialize(1, version1);

    LandedFile read = new LandedFile(new Path("/b c.json"), Long.MAX_VALUE, 0);
    assertThat(restored.remembered())
        .containsExactlyInAnyOrder(BEGUN.fingerprint(), read.fingerprint());
    assertThat(restored.remembered()).isSorted();
    assertThat(restored.condensed()).isEmpty();
    assertThat(restored.pending())
        .singleElement()
        .satisfies(
            split -> {
              assertThat(split.path()).isEqualTo(BEGUN.path());
              assertThat(split.length()).isEqualTo(7);
              assertThat(split.getReaderPosition())
                  .contains(new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 42));
            });
  }

  @Test
  void refusesAVersionThatItDoesNotKnow() {
    assertThatThrownBy(() -> serializer.deserialize(99, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 99");
  }
}
