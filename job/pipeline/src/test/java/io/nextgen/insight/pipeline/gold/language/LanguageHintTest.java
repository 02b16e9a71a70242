package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageHintTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-US, en",
    "es_MX, es",
    "' DE ', de",
    "zh, zh-hans",
    "zh-Hant-HK, zh-hant",
    "zh-TW, zh-hant",
    "pt-BR, pt-br",
    "pt, pt-pt",
    "fil, fil",
    "english, xx",
    "'', xx",
    "-, xx",
    ", xx"
  })
  void speaksTheServicesCodes(String tag, String hint) {
    assertThat(LanguageHint.of(tag, "xx")).isEqualTo(hint);
  }
}
