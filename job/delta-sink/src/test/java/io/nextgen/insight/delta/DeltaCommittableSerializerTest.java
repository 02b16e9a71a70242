package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  /** What version 2 writes. */
  private static final String GOLDEN_V2 =
      GOLDEN_V1.substring(0, 30)
          + "0000000000000009" // fingerprint
          + "0000000000000008" // previous
          + "00000002"
          + "6964" // table id
          + GOLDEN_V1.substring(30);

  private static final List<DataFile> FILES =
      List.of(new DataFile("p", Arrays.asList("ä", null), 3, 10, 11, "{}"));

  private static final DeltaCommittable COMMITTABLE =
      new DeltaCommittable("app", 7, 9, 8, Optional.of("id"), FILES);

  private final DeltaCommittableSerializer serializer = new DeltaCommittableSerializer();

  @Test
  void writesAndReadsTheBytesOfVersion2() throws IOException {
    assertThat(serializer.getVersion()).isEqualTo(2);
    assertThat(HexFormat.of().formatHex(serializer.serialize(COMMITTABLE))).isEqualTo(GOLDEN_V2);
    assertThat(serializer.deserialize(2, HexFormat.of().parseHex(GOLDEN_V2)))
        .isEqualTo(COMMITTABLE);
  }

  @Test
  void readsTheBytesOfVersion1WhichHasNoFingerprints() throws IOException {
    DeltaCommittable old = serializer.deserialize(1, HexFormat.of().parseHex(GOLDEN_V1));

    assertThat(old).isEqualTo(new DeltaCommittable("app", 7, FILES));
    assertThat(old.hasFingerprint()).isFalse();
    assertThat(serializer.deserialize(2, serializer.serialize(old))).isEqualTo(old);
  }

  @Test
  void takesStringsBeyond64Kilobytes() throws IOException {
    DataFile file = new DataFile("p".repeat(70_000), List.of(), 1, 1, 1, "s".repeat(1_000_000));
    DeltaCommittable large = new DeltaCommittable("app", 1, List.of(file, file));

    assertThat(serializer.deserialize(2, serializer.serialize(large))).isEqualTo(large);
  }

  @Test
  void refusesVersionsOfTheFuture() throws IOException {
    byte[] bytes = serializer.serialize(COMMITTABLE);

    assertThatThrownBy(() -> serializer.deserialize(3, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 3");
  }

  @Test
  void printsNothingOfTheRows() {
    assertThat(COMMITTABLE.toString()).doesNotContain("ä").doesNotContain("{}");
  }
}
