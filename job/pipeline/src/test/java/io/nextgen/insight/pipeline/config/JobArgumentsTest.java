package io.nextgen.insight.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {
  private static final List<ConfigOption<?>> KNOWN =
      List.of(LakeOptions.LAKE_PATH, LakeOptions.OUT_OF_ORDERNESS, LakeOptions.IDLENESS);

  @Test
  void readsBothSpellingsAndLeavesDefaults() {
    Configuration config =
        JobArguments.parse(
            new String[] {"--lake.path", "/data/lake", "--event-time.idleness=5 s"}, KNOWN);

    assertThat(config.get(LakeOptions.LAKE_PATH)).isEqualTo("/data/lake");
    assertThat(config.get(LakeOptions.IDLENESS)).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.get(LakeOptions.OUT_OF_ORDERNESS)).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lake.path /x             | Argument 1 is no option",
        "--lake.path              | --lake.path needs a value",
        "--lake.path --event-time.idleness | --lake.path needs a value",
        "--lake.path a --lake.path b | --lake.path is given twice",
        "--event-time.idlenes 5s  | There are: --event-time.idleness, --event-time.out-of-orderness",
        "--colour red             | Unknown option --colour. There are: --event-time.idleness",
      })
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> JobArguments.parse(line.strip().split(" "), KNOWN))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void neverQuotesAValue() {
    assertThatThrownBy(
            () -> JobArguments.parse(new String[] {"--event-time.idleness", "s3cret"}, KNOWN))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--event-time.idleness")
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }
}
