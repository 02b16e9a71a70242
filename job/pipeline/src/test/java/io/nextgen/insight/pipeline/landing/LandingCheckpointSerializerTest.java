package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;

class LandingCheckpointSerializerTest {

  private final LandingCheckpointSerializer serializer = new LandingCheckpointSerializer();

  @Test
  void comesBackAsItWas() throws IOException {
    LandedFile pending = new LandedFile(new Path("abfs://c@a.dfs.core.windows.net/é.json"), 7, 9);
    LandedFile read = new LandedFile(new Path("/b c.json"), Long.MAX_VALUE, 0);
    FileSourceSplit begun =
        pending
            .asSplit()
            .updateWithCheckpointedPosition(
                new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 42));

    LandingCheckpoint restored =
        serializer.deserialize(
            serializer.getVersion(),
            serializer.serialize(new LandingCheckpoint(List.of(begun), List.of(pending, read))));

    assertThat(restored.taken()).containsExactly(pending, read);
    assertThat(restored.pending())
        .singleElement()
        .satisfies(
            split -> {
              assertThat(split.splitId()).isEqualTo(begun.splitId());
              assertThat(split.path()).isEqualTo(pending.path());
              assertThat(split.fileSize()).isEqualTo(7);
              assertThat(split.fileModificationTime()).isEqualTo(9);
              assertThat(split.getReaderPosition()).isEqualTo(begun.getReaderPosition());
            });
  }

  @Test
  void refusesAVersionThatItDoesNotKnow() {
    assertThatThrownBy(() -> serializer.deserialize(99, new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 99");
  }
}
