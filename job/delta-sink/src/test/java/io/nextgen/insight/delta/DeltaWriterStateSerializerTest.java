package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DeltaWriterStateSerializerTest {

  /** What version 1 writes. Savepoints hold it, so it is read for ever. */
  private static final String GOLDEN_V1 = "00000010" + "39316234633064323765663061353138"; // owner

  private static final DeltaWriterState STATE = new DeltaWriterState("91b4c0d27ef0a518");

  private final DeltaWriterStateSerializer serializer = new DeltaWriterStateSerializer();

  @Test
  void writesAndReadsTheBytesOfVersion1() throws IOException {
    assertThat(serializer.getVersion()).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(serializer.serialize(STATE))).isEqualTo(GOLDEN_V1);
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(GOLDEN_V1))).isEqualTo(STATE);
  }

  @Test
  void refusesVersionsOfTheFuture() throws IOException {
    byte[] bytes = serializer.serialize(STATE);

    assertThatThrownBy(() -> serializer.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2");
  }
}
