package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrphanSearchSerializerTest {

  /** What version 1 writes. Savepoints hold it, so it is read for ever. */
  private static final String GOLDEN_V1 =
      "00000002"
          + "00000001"
          + "61"
          + "00000001"
          + "62" // owners
          + "0000000000000007"; // since checkpoint

  private static final OrphanSearch SEARCH = new OrphanSearch(Set.of("b", "a"), 7);

  private final OrphanSearchSerializer serializer = new OrphanSearchSerializer();

  @Test
  void writesAndReadsTheBytesOfVersion1() throws IOException {
    assertThat(serializer.getVersion()).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(serializer.serialize(SEARCH))).isEqualTo(GOLDEN_V1);
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(GOLDEN_V1))).isEqualTo(SEARCH);
  }

  @Test
  void takesTheMarksOfManyWriters() throws IOException {
    Set<String> owners =
        IntStream.range(0, 10_000).mapToObj("%016x"::formatted).collect(Collectors.toSet());
    OrphanSearch search = new OrphanSearch(owners, OrphanSearch.NOTHING);

    assertThat(serializer.deserialize(1, serializer.serialize(search))).isEqualTo(search);
  }

  @Test
  void refusesVersionsOfTheFuture() throws IOException {
    byte[] bytes = serializer.serialize(SEARCH);

    assertThatThrownBy(() -> serializer.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2");
  }
}
