package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataFileSerializerTest {

  /** What version 1 writes. Savepoints hold it, so it is read for ever. */
  private static final String GOLDEN_V1 =
      "00000001"
          + "70" // path
          + "00000002"
          + "00000001"
          + "61"
          + "ffffffff" // partition values
          + "0000000000000003" // rows
          + "000000000000000a" // bytes
          + "000000000000000b" // modification time
          + "00000002"
          + "7b7d"; // statistics

  private static final DataFile FILE = new DataFile("p", Arrays.asList("a", null), 3, 10, 11, "{}");

  private final DataFileSerializer serializer = new DataFileSerializer();

  @Test
  void writesAndReadsTheBytesOfVersion1() throws IOException {
    assertThat(HexFormat.of().formatHex(serializer.serialize(FILE))).isEqualTo(GOLDEN_V1);
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(GOLDEN_V1))).isEqualTo(FILE);
  }

  @Test
  void failsOnBytesThatEndTooEarly() throws IOException {
    byte[] bytes = serializer.serialize(new DataFile("path", List.of(), 1, 1, 1, "{}"));

    assertThatThrownBy(() -> serializer.deserialize(1, Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IOException.class);
  }
}
