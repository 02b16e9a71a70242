package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
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
    "'\"2024-09-02T06:01:47Z[UTC]\"', 2024-09-02T06:01:47Z",
    "'\"2024-09-02T06:01:47+02:00[Europe/Paris]\"', 2024-09-02T04:01:47Z",
    "'\"2024-09-02T06:01:47[Europe/Paris]\"', 2024-09-02T04:01:47Z",
    "'\"/Date(1725256907123)/\"', 2024-09-02T06:01:47.123Z",
    "'\"/Date(1725256907123+0200)/\"', 2024-09-02T06:01:47.123Z",
    "'\"9/25/2024 2:01:47 PM\"', 2024-09-25T14:01:47Z",
    "'\"9/2/2024 12:01:47 am\"', 2024-09-02T00:01:47Z",
    "'\"25/9/2024 14:01\"', 2024-09-25T14:01:00Z",
    "'\"09/09/2024\"', 2024-09-09T00:00:00Z",
    "'\"02.09.2024 06:01:47\"', 2024-09-02T06:01:47Z",
    "'\"2024/09/02 06:01:47\"', 2024-09-02T06:01:47Z",
    "'\"2024-09-02 2:01 p.m.\"', 2024-09-02T14:01:00Z",
    "'\"20240902T060147Z\"', 2024-09-02T06:01:47Z",
    "'\"20240902T060147.5+0200\"', 2024-09-02T04:01:47.500Z",
    "'\"20240902060147\"', 2024-09-02T06:01:47Z",
    "20240902060147, 2024-09-02T06:01:47Z",
    "20240902060147.0, 2024-09-02T06:01:47Z",
    "20240902060147123, 2024-09-02T06:01:47.123Z",
    "202409020601, 2024-09-02T06:01:00Z",
    "20240902, 2024-09-02T00:00:00Z",
    "'\"2024-09-02T06:01:47.123456789987Z\"', 2024-09-02T06:01:47.123456789Z",
    "'\"2016-12-31T23:59:60Z\"', 2017-01-01T00:00:00Z",
    "'\"Mon Sep 02 06:01:47 UTC 2024\"', 2024-09-02T06:01:47Z",
    "'\"Mon Sep 02 2024 06:01:47 GMT+0200 (Central European Summer Time)\"', 2024-09-02T04:01:47Z",
    "'\"Mon, 02 Sep 2024 06:01:47 +0200\"', 2024-09-02T04:01:47Z",
    "'\"2 Sep 2024 06:01 EST\"', 2024-09-02T11:01:00Z",
    "'\"Sep 2, 2024, 2:01:47 PM\"', 2024-09-02T14:01:47Z",
    "'{\"$date\":\"2024-09-02T06:01:47Z\"}', 2024-09-02T06:01:47Z",
    "'{\"$date\":{\"$numberLong\":\"1725256907123\"}}', 2024-09-02T06:01:47.123Z",
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
        "\"03/04/2024\"",
        "\"03-04-2024 14:05\"",
        "\"13/13/2024\"",
        "\"9/2/2024 14:01 PM\"",
        "\"2024-09-02T06:01:47[Nowhere/Land]\"",
        "\"2024-09-02T06:01:60Z\"",
        "\"1970-01-01T00:00:00Z\"",
        "\"/Date(0)/\"",
        "20241302",
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

  @ParameterizedTest
  @CsvSource({
    "'\"0001-01-01T00:00:00Z\"', is before the year 1900",
    "'\"/Date(-62135596800000)/\"', is before the year 1900",
    "'\"1970-01-01\"', 'is the first moment of 1970, which programs write for none'",
    "'\"03/04/2024\"', has day and month in an order that cannot be told",
    "'\"yesterday\"', is a text in no known format of a time",
    "7, is a number in no known format of a time",
    "'[7]', 'is an array, but should be a time'",
  })
  void saysWhatIsWrong(String json, String problem) throws IOException {
    assertThat(Timestamps.problem(tree(json))).isEqualTo(problem);
  }

  private static Instant read(String json) throws IOException {
    return Timestamps.read(tree(json));
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(json);
  }
}
