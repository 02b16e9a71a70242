package io.nextgen.insight.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordListRangeTest {
  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  private static final ConfigOption<List<Colour>> COLOURS =
      ConfigOptions.key("colours")
          .enumType(Colour.class)
          .asList()
          .defaultValues(Colour.RED)
          .withDescription("Colours.");
  private static final ConfigOption<List<String>> CODES =
      ConfigOptions.key("codes").stringType().asList().defaultValues("ab");
  private static final OptionRules RULES =
      OptionRules.none()
          .with(COLOURS, WordListRange.of(Colour.class))
          .with(CODES, WordListRange.of(List.of("ab", "cd")));

  @ParameterizedTest
  @ValueSource(strings = {"RED,BLUE", "red;blue", "[RED, BLUE]", " Red , Blue "})
  void readsWordsHoweverTheyAreSeparated(String text) {
    assertThat(parse("colours", text)).containsExactly(Colour.RED, Colour.BLUE);
  }

  @Test
  void readsASingleWord() {
    assertThat(parse("colours", "GREEN")).containsExactly(Colour.GREEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''       | --colours is empty; it must be one or more of RED, GREEN, BLUE",
        "'  '     | --colours is empty; it must be",
        "[]       | --colours is empty; it must be one or more of RED",
        "','      | it has an empty entry",
        "'RED,'   | --colours is 'RED;'; it has an empty entry",
        "RED,,BLUE | --colours is 'RED;;BLUE'; it has an empty entry",
        "RDE      | --colours is 'RDE'; 'RDE' is unknown. Did you mean RED? It must be one or more of RED, GREEN, BLUE",
        "RED,YELLOW | 'YELLOW' is unknown. It must be one or more of",
        "RED,BLUE,red | 'RED' is given twice; it must be",
      })
  void refusesWhatIsEmptyUnknownOrThereTwice(String text, String message) {
    assertThatThrownBy(() -> parse("colours", text))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AB    | 'AB' is unknown. Did you mean ab?",
        "ab,ab | 'ab' is given twice",
        "ab,xy | 'xy' is unknown. It must be one or more of ab, cd",
      })
  void refusesTextsThatAreNotAsTheyAreWritten(String text, String message) {
    assertThatThrownBy(() -> parse("codes", text))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining(message);
  }

  /** YAML, in which Flink writes lists, takes the country NO for false. */
  @Test
  void readsAWordThatIsAValueOfYaml() {
    ConfigOption<List<String>> countries =
        ConfigOptions.key("countries").stringType().asList().noDefaultValue();
    OptionRules rules = OptionRules.none().with(countries, WordListRange.of(List.of("NO", "SE")));

    for (String text : List.of("NO", "[NO]", "NO,SE")) {
      assertThat(JobArguments.parse(new String[] {"--countries=" + text}, rules).get(countries))
          .startsWith("NO");
    }
    Configuration typed = new Configuration().set(countries, List.of("NO"));
    assertThat(rules.get(typed, countries)).containsExactly("NO");
  }

  private static List<Object> parse(String key, String text) {
    ConfigOption<? extends List<?>> option = key.equals("codes") ? CODES : COLOURS;
    return List.copyOf(
        JobArguments.parse(new String[] {"--" + key + "=" + text}, RULES).get(option));
  }
}
