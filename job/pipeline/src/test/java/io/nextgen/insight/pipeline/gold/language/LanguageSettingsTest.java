package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageSettingsTest {

  @Test
  void aRegionHasItsOwnEndpointOrTheDefault() {
    LanguageSettings settings =
        LanguageSettings.from(
            Configuration.fromMap(
                Map.of(
                    "language.endpoint", "https://us.cognitiveservices.azure.com",
                    "language.region-endpoints", "EU:'https://eu.cognitiveservices.azure.com'",
                    "language.key-file", "/keys/us",
                    "language.region-key-files", "EU:/keys/eu")));

    assertThat(settings.endpointOf("eu"))
        .hasValueSatisfying(
            endpoint -> {
              assertThat(endpoint.uri()).hasHost("eu.cognitiveservices.azure.com");
              assertThat(endpoint.keyFile()).isEqualTo("/keys/eu");
            });
    assertThat(settings.endpointOf("APAC"))
        .hasValueSatisfying(endpoint -> assertThat(endpoint.keyFile()).isEqualTo("/keys/us"));
    assertThat(settings.endpoints()).hasSize(2);
  }

  @Test
  void severalRegionsAreWrittenWithQuotesAndCommas() {
    LanguageSettings settings =
        LanguageSettings.from(
            Configuration.fromMap(
                Map.of(
                    "language.region-endpoints",
                    "New York:'https://us.example.com',Paris:'https://eu.example.com'")));

    assertThat(settings.endpointOf("new york"))
        .get()
        .extracting("uri")
        .hasToString("https://us.example.com");
    assertThat(settings.endpointOf("Paris"))
        .get()
        .extracting("uri")
        .hasToString("https://eu.example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutADefaultOtherRegionsGoNowhere(String none) {
    LanguageSettings settings =
        LanguageSettings.from(
            new Configuration()
                .set(LanguageOptions.ENDPOINT, none)
                .set(LanguageOptions.REGION_ENDPOINTS, Map.of("EU", "https://eu.example.com")));

    assertThat(settings.endpointOf("NA")).isEmpty();
  }

  @Test
  void someEndpointThereMustBe() {
    assertThatThrownBy(() -> LanguageSettings.from(new Configuration()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--language.endpoint is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://language.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com:8080",
        "http://192.0.2.1:8080",
        "ftp://127.0.0.1",
        "language.example.com",
        "https://",
        "https://user@us.example.com",
        "https://us.example.com/?key=1",
        "https://us.example.com/#part",
        "no uri at all"
      })
  void textAndKeysDoNotTravelUnencrypted(String endpoint) {
    Configuration config = new Configuration().set(LanguageOptions.ENDPOINT, endpoint);

    assertThatThrownBy(() -> LanguageSettings.from(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("--language.endpoint is '" + endpoint + "'; it must be https://HOST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EU:'http://eu.example.com' | 'eu' has the value 'http://eu.example.com'",
        "EU:'' | 'eu' has the value ''",
        "EU:'https://a.example.com',eu:'https://b.example.com' | 'eu' is given twice",
        "eu.example.com | it must be REGION:'VALUE' with commas between",
        "EU:https://eu.example.com | it must be REGION:'VALUE' with commas between",
      },
      quoteCharacter = '"')
  void aRegionHasOneEndpointThatIsEncrypted(String endpoints, String message) {
    Configuration config = Configuration.fromMap(Map.of("language.region-endpoints", endpoints));

    assertThatThrownBy(() -> LanguageSettings.from(config))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageStartingWith("--language.region-endpoints is '")
        .hasMessageContaining(message);
  }

  @Test
  void aKeyIsOfARegionWithAnEndpoint() {
    Configuration config =
        Configuration.fromMap(
            Map.of(
                "language.region-endpoints", "EU:'https://eu.example.com'",
                "language.region-key-files", "EU:/keys/eu,UE:/keys/ue"));

    assertThatThrownBy(() -> LanguageSettings.from(config))
        .hasMessage(
            "--language.region-key-files names the region 'ue', for which"
                + " --language.region-endpoints has no endpoint");
  }

  @ParameterizedTest
  @CsvSource({"en, en", "EN, en", "en-US, en", "pt-BR, pt-br", "zh_TW, zh-hant"})
  void theDefaultLanguageIsWrittenAsTheServiceNamesIt(String given, String language) {
    Configuration config =
        new Configuration()
            .set(LanguageOptions.ENDPOINT, "https://us.example.com")
            .set(LanguageOptions.DEFAULT_LANGUAGE, given);

    assertThat(LanguageSettings.from(config).defaultLanguage()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"})
  void plainHttpStaysOnTheMachine(String endpoint) {
    assertThat(LanguageEndpoint.of(endpoint, null).plainLoopback()).isTrue();
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    Configuration config =
        new Configuration()
            .set(LanguageOptions.ENDPOINT, "https://us.cognitiveservices.azure.com")
            .set(LanguageOptions.MIN_BACKOFF, Duration.ZERO);

    assertThatThrownBy(() -> LanguageSettings.from(config))
        .hasMessageContaining("--language.min-backoff");
  }

  @Test
  void travelsInTheJobGraph() throws Exception {
    LanguageSettings settings =
        LanguageSettings.from(
            new Configuration()
                .set(LanguageOptions.REGION_ENDPOINTS, Map.of("EU", "https://eu.example.com")));

    assertThat(InstantiationUtil.clone(settings)).isEqualTo(settings);
  }
}
