package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaCommittableSerializerTest {

  /** What version 1 writes. Savepoints hold it, so it is read for ever. */
  private static final String GOLDEN_V1 =
      "00000003"
          + "617070" // application id
          + "0000000000000007" // checkpoint id
          + "00000001" // files
          + "00000001"
          + "70" // path
          + "00000002"
          + "00000002"
          + "c3a4"
          + "ffffffff" // partition values
          + "0000000000000003" // rows
          + "000000000000000a" // bytes
          + "000000000000000b" // modification time
          + "00000002"
          + "7b7d"; // statistics

  private static final DeltaCommittable COMMITTABLE =
      new DeltaCommittable(
          "app", 7, List.of(new DataFile("p", Arrays.asList("ä", null), 3, 10, 11, "{}")));

  private final DeltaCommittableSerializer serializer = new DeltaCommittableSerializer();

  @Test
  void writesTheBytesOfVersion1() throws IOException {
    assertThat(serializer.getVersion()).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(serializer.serialize(COMMITTABLE))).isEqualTo(GOLDEN_V1);
  }

  @Test
  void readsTheBytesOfVersion1() throws IOException {
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(GOLDEN_V1)))
        .isEqualTo(COMMITTABLE);
  }

  @Test
  void takesStringsBeyond64Kilobytes() throws IOException {
    DataFile file = new DataFile("p".repeat(70_000), List.of(), 1, 1, 1, "s".repeat(1_000_000));
    DeltaCommittable large = new DeltaCommittable("app", 1, List.of(file, file));

    assertThat(serializer.deserialize(1, serializer.serialize(large))).isEqualTo(large);
  }

  @Test
  void refusesVersionsOfTheFuture() throws IOException {
    byte[] bytes = serializer.serialize(COMMITTABLE);

    assertThatThrownBy(() -> serializer.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void printsNothingOfTheRows() {
    assertThat(COMMITTABLE.toString()).doesNotContain("ä").doesNotContain("{}");
  }
}
