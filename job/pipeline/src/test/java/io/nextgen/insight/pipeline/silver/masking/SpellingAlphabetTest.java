package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SpellingAlphabetTest {
  private static final List<String> LANGUAGES = ContextWords.LANGUAGES;

  @ParameterizedTest
  @CsvSource({
    "de, nordpol, n",
    "de, arger, a",
    "de, schule, sch",
    "fr, celestin, c",
    "es, inglaterra,",
    "it, domodossola, d",
    "pt, setubal, s",
    "nl, ijmuiden, ij",
    "en, november, n",
    "en, nordpol,"
  })
  void knowsTheWordsOfALanguage(String language, String word, String letter) {
    assertThat(new SpellingAlphabet(List.of(language)).letterOf(word)).isEqualTo(letter);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void hasAFileForEachLanguage(String language) {
    assertThat(new SpellingAlphabet(List.of(language)).letterOf("zulu")).isEqualTo("z");
  }

  @Test
  void knowsWhatAllShare() {
    assertThat(new SpellingAlphabet(List.of()).letterOf("uniform")).isEqualTo("u");
  }
}
