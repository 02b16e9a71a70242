package io.nextgen.insight.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {
  private static final OptionRules RULES = LakeOptions.RULES;

  @Test
  void readsBothSpellingsAndLeavesDefaults() {
    Configuration config =
        JobArguments.parse(
            new String[] {"--lake.path", "/data/lake", "--event-time.idleness=5 s"}, RULES);

    assertThat(config.get(LakeOptions.LAKE_PATH)).isEqualTo("/data/lake");
    assertThat(config.get(LakeOptions.IDLENESS)).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.get(LakeOptions.OUT_OF_ORDERNESS)).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lake.path /x             | Argument 1 is 'lake.path', not an option; expected --OPTION VALUE",
        "--lake.path              | --lake.path needs a value",
        "--lake.path --event-time.idleness | --lake.path needs a value",
        "--lake.path a --lake.path b | --lake.path is given twice",
        "--lake.path a -Dx=y      | Argument 3 is '-Dx=y', not an option",
        "--event-time.idlenes 5s  | Unknown option: --event-time.idlenes. Did you mean --event-time.idleness? Options: --event-time.idleness, --event-time.out-of-orderness",
        "--idleness 5s            | Did you mean --event-time.idleness?",
        "--colour red             | Unknown option: --colour. Options: --event-time.idleness,",
        "--event-time.idleness soon | --event-time.idleness is 'soon'; it must be a duration from 1 ms to 36500 d",
        "--event-time.idleness=   | --event-time.idleness is empty; it must be a duration",
      })
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> JobArguments.parse(line.strip().split(" "), RULES))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageStartingWith(message.startsWith("Did") ? "Unknown option" : message.strip())
        .hasMessageContaining(message.strip());
  }

  @Test
  void namesAnEmptyArgument() {
    assertThatThrownBy(() -> JobArguments.parse(new String[] {"--lake.path", "x", ""}, RULES))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessage("Argument 3 is empty, not an option; expected --OPTION VALUE");
  }

  @Test
  void namesEverythingThatIsWrong() {
    assertThatThrownBy(
            () ->
                JobArguments.parse(
                    new String[] {"--lake.path=", "--event-time.idleness=0 s"}, RULES))
        .hasMessageMatching("(?s)--lake.path is empty; .+\n--event-time.idleness is '0 s'; .+");
  }

  /** A key may be given where its file belongs. */
  @Test
  void neverQuotesASecret() {
    String secret = "Rk9Pb8v2yTqQzS1hN4cXwJ7eLdU0aG5mKpVxBtHiZ3o=";
    assertThatThrownBy(
            () -> JobArguments.parse(new String[] {"--event-time.idleness", secret}, RULES))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--event-time.idleness is a text that looks like a secret")
        .hasMessageNotContaining(secret.substring(0, 8))
        .hasNoCause();
  }
}
