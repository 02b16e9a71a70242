package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileNameTest {

  private static final DataFileName NAME =
      new DataFileName(
          3,
          "91b4c0d27ef0a518",
          42,
          UUID.fromString("0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a"),
          ".snappy.parquet");

  @Test
  void isReadFromAPath() {
    assertThat(NAME)
        .hasToString(
            "part-00003-91b4c0d27ef0a518-42-0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a.snappy.parquet");
    assertThat(DataFileName.of(NAME.toString())).contains(NAME);
    assertThat(DataFileName.of("region=a%2520b/" + NAME)).contains(NAME);
    assertThat(DataFileName.of("abfss://lake@account/t/" + NAME)).contains(NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "part-00000-0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a-c000.snappy.parquet",
        "part-00000-0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a.snappy.parquet",
        "0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a.parquet",
        "part-00003-91b4c0d27ef0a518-42-0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a.snappy.parquet.crc",
        ".part-00003-91b4c0d27ef0a518-42-0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a.snappy.parquet",
        "deletion_vector_0e1d3c5a-7b9f-4e2d-8c6a-5f4e3d2c1b0a.bin"
      })
  void ofOtherFilesIsNone(String path) {
    assertThat(DataFileName.of(path)).isEmpty();
  }

  @Test
  void marksOfWritersHaveTheirFormAndDiffer() {
    DeltaWriterState one = DeltaWriterState.fresh();

    assertThat(one.owner()).matches("[0-9a-f]{16}");
    assertThat(one).isNotEqualTo(DeltaWriterState.fresh());
  }
}
