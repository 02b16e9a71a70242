package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "'\"2024-09-02T06:01:47Z\"', 2024-09-02T06:01:47Z",
    "'\"2024-09-02t06:01:47z\"', 2024-09-02T06:01:47Z",
    "'\" 2024-09-02T06:01:47.123Z \"', 2024-09-02T06:01:47.123Z",
    "'\"2024-09-02T06:01:47.123456789Z\"', 2024-09-02T06:01:47.123456789Z",
    "'\"2024-09-02T06:01:47-05:00\"', 2024-09-02T11:01:47Z",
    "'\"2024-09-02T06:01:47.5+0530\"', 2024-09-02T00:31:47.500Z",
    "'\"2024-09-02T06:01:47+02\"', 2024-09-02T04:01:47Z",
    "'\"2024-09-02 06:01:47 +02:00\"', 2024-09-02T04:01:47Z",
    "'\"2024-09-02T06:01:47\"', 2024-09-02T06:01:47Z",
    "'\"2024-09-02 06:01:47 UTC\"', 2024-09-02T06:01:47Z",
    "'\"2024-09-02T06:01:47,123Z\"', 2024-09-02T06:01:47.123Z",
    "'\"2024-02-29T24:00:00Z\"', 2024-03-01T00:00:00Z",
    "'\"2024-09-02 06:01\"', 2024-09-02T06:01:00Z",
    "'\"2024-09-02\"', 2024-09-02T00:00:00Z",
    "'\"Mon, 2 Sep 2024 06:01:47 GMT\"', 2024-09-02T06:01:47Z",
    "'\"2999-01-01T00:00:00Z\"', 2999-01-01T00:00:00Z",
    "1725256907, 2024-09-02T06:01:47Z",
    "1725256907.25, 2024-09-02T06:01:47.250Z",
    "1.725256907e9, 2024-09-02T06:01:47Z",
    "1725256907123, 2024-09-02T06:01:47.123Z",
    "1725256907123456, 2024-09-02T06:01:47.123456Z",
    "1725256907123456789, 2024-09-02T06:01:47.123456789Z",
    "'\"1725256907\"', 2024-09-02T06:01:47Z",
    "'\"1725256907123\"', 2024-09-02T06:01:47.123Z",
  })
  void readsEveryCommonSpelling(String json, Instant expected) throws IOException {
    assertThat(read(json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"yesterday\"",
        "\"\"",
        "\"09/02/2024\"",
        "\"2024-13-01T00:00:00Z\"",
        "\"2024-02-30T25:00:00Z\"",
        "\"2024-02-30T10:00:00Z\"",
        "\"2023-02-29\"",
        "\"2024-04-31 10:00\"",
        "\"+12024-01-01T00:00:00Z\"",
        "\"1899-12-31T23:59:59Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "0",
        "20240902",
        "-1725256907",
        "1e30",
        "1e999999999",
        "1e-999999999",
        "999999999999999999999999",
        "true",
        "[1725256907]",
        "{}"
      })
  void whatIsNoPointInTimeIsNone(String json) throws IOException {
    assertThat(read(json)).isNull();
  }

  private static Instant read(String json) throws IOException {
    return Timestamps.read(
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readTree(json));
  }
}
