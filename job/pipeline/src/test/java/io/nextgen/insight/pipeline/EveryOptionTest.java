package io.nextgen.insight.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.config.JobArguments;
import io.nextgen.insight.pipeline.config.OptionDocs;
import io.nextgen.insight.pipeline.config.OptionRules;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every option refuses, those included that are yet to come. */
class EveryOptionTest {
  private static final OptionRules RULES = InsightJob.rules();

  static List<ConfigOption<?>> options() {
    return InsightJob.options();
  }

  static Stream<ConfigOption<?>> quantities() {
    return options().stream()
        .filter(ConfigOption::hasDefaultValue)
        .filter(
            option ->
                option.defaultValue() instanceof Number
                    || option.defaultValue() instanceof Duration
                    || option.defaultValue() instanceof MemorySize);
  }

  @Test
  void hasARule() {
    assertThat(options())
        .extracting(ConfigOption::key)
        .containsExactlyInAnyOrderElementsOf(RULES.keys());
  }

  @ParameterizedTest
  @MethodSource("options")
  void isRefusedWhenEmptyOrSaysWhatThatMeans(ConfigOption<?> option) {
    for (String empty : List.of("", "  ")) {
      if (RULES.allowsEmpty(option)) {
        assertThat(OptionDocs.describe(option)).containsIgnoringCase("empty");
        assertThatCode(() -> parse(option, empty)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> parse(option, empty))
            .isInstanceOf(IllegalConfigurationException.class)
            .hasMessage("--%s is empty; it must be %s", option.key(), RULES.expected(option));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void isRefusedWhenItIsNegativeNotANumberOrTooLarge(ConfigOption<?> option) {
    for (String wrong :
        List.of(
            "-1", "-1 s", "soon", "NaN", "1e400", "99999999999999999999", "9223372036854775 d")) {
      assertThatThrownBy(() -> parse(option, wrong))
          .isInstanceOf(IllegalConfigurationException.class)
          .hasMessage("--%s is '%s'; it must be %s", option.key(), wrong, RULES.expected(option));
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void takesItsDefault(ConfigOption<?> option) {
    if (option.hasDefaultValue()) {
      assertThatCode(() -> RULES.get(withDefault(option), option)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--pii.kinds=EMIAL | --pii.kinds is 'EMIAL'; 'EMIAL' is unknown. Did you mean EMAIL? It must be one or more of EMAIL, PHONE, CARD",
        "--pii.languages=en,klingon | 'klingon' is unknown. It must be one or more of en, de",
        "--pii.default-phone-regions=USA | 'USA' is unknown. It must be one or more ISO 3166 alpha-2 country codes",
        "--language.default-language=klingon!! | --language.default-language is 'klingon!!'; it must be an ISO 639-1 code",
        "--language.default-language=xx | --language.default-language is 'xx'",
        "--language.capacity=0 | --language.capacity is '0'; it must be a whole number from 1 to",
        "--language.min-backoff=1min | --language.min-backoff is '1min'; it must not be greater than --language.max-backoff, which is '20 s'",
        "--language.max-backoff=100ms | --language.max-backoff is '100ms'; it must not be less than --language.min-backoff, which is '200 ms'",
        "--language.timeout=10s | --language.timeout is '10s'; it must not be less than",
        "--risk.tier.high-from=9 | --risk.tier.high-from is '9'; it must not be greater than --risk.tier.critical-from, which is '3'",
        "--landing.chat-pattern=*TICKET* | --landing.chat-pattern and --landing.ticket-pattern are both '*TICKET*'",
        "--landing.ticket-pattern=** | --landing.ticket-pattern is '**'; it must be a pattern such as *ticket* that does not match every name",
        "--landing.charset=windows-1259 | --landing.charset is 'windows-1259'; it must be auto, or a charset's name such as windows-1252",
        "--landing.charset=latin 1 | --landing.charset is 'latin 1'; it must be auto",
        "--landing.ignore=*.tmp,* | --landing.ignore is '*.tmp,*'; it must be patterns such as *.tmp,*.part",
        "--landing.ignore=*.tmp,,*.part | --landing.ignore is '*.tmp,,*.part'; it must be patterns",
        "--lake.allow-older-checkpoint=yes | --lake.allow-older-checkpoint is 'yes'; it must be true or false",
        "--lake.path=/lake/{Layer} | --lake.path is '/lake/{Layer}'; it must be a folder",
      })
  void isRefusedWhenItIsUnknownOrContradictsAnother(String argument, String message) {
    assertThatThrownBy(() -> JobArguments.parse(new String[] {argument}, RULES))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining(message);
  }

  private static <T> Configuration withDefault(ConfigOption<T> option) {
    return new Configuration().set(option, option.defaultValue());
  }

  private static void parse(ConfigOption<?> option, String value) {
    JobArguments.parse(new String[] {"--" + option.key() + "=" + value}, RULES);
  }
}
