package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @ParameterizedTest
  @CsvSource({
    "4402, 4402",
    "4402.0, 4402",
    "4402.000, 4402",
    "4.402E3, 4402",
    "4402e-0, 4402",
    "44020e-1, 4402",
    "-4402.0, -4402",
    "0.0, 0",
    "9007199254740993.0, 9007199254740993",
    "12345678901234567890123.0, 12345678901234567890123",
    "4402.5, 4402.5",
    "4402.50, 4402.50",
    "1e400, 1E+400",
    "1e999999999, 1E+999999999",
    "'\"4402.0\"', 4402",
    "'\"4402.00\"', 4402",
    "'\" 0.0 \"', 0",
    "'\"4402\"', 4402",
    "'\"4402.\"', 4402.",
    "'\".0\"', .0",
    "'\"4402.10\"', 4402.10",
    "'\"0815.0\"', 0815.0",
    "'\"1.2.0\"', 1.2.0",
    "'\"44E3\"', 44E3",
    "'\"A-1.0\"', A-1.0",
    "'\"\"', ",
  })
  void aWholeNumberIsThatNumber(String json, String expected) throws IOException {
    assertThat(Ids.of(JSON.readTree(json))).isEqualTo(expected);
  }
}
