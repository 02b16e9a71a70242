package io.nextgen.insight.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  private static final Lexicon LEXICON =
      new Lexicon(
          Map.of(
              "complain*",
              -1.0,
              "complaint box",
              1.0,
              "no signal",
              -2.0,
              "waste of * time",
              -3.0,
              "waste",
              -1.5,
              "good",
              2.0),
          Map.of("very", 0.4),
          Set.of("not"),
          Set.of("no"),
          Set.of("but"),
          Set.of("if"),
          Set.of("the"));

  @Test
  void aPrefixStandsForAllItsWords() {
    assertThat(valence("complaining")).contains(-1.0);
    assertThat(valence("complai")).isEmpty();
  }

  @Test
  void theLongestTermWins() {
    assertThat(valence("complaint box")).contains(1.0);
    assertThat(valence("waste")).contains(-1.5);
    assertThat(valence("waste of my time")).contains(-3.0);
    assertThat(valence("waste of paper")).contains(-1.5);
  }

  @Test
  void drawnOutLettersAreForgiven() {
    assertThat(valence("goooood")).contains(2.0);
    assertThat(LEXICON.boost(words("veryyyy").get(0))).isEqualTo(0.4);
  }

  @Test
  void aTermWithANegationInsideIsFixed() {
    assertThat(LEXICON.match(words("no signal"), 0)).map(Lexicon.Match::fixed).contains(true);
    assertThat(LEXICON.match(words("good"), 0)).map(Lexicon.Match::fixed).contains(false);
  }

  @Test
  void negationsReach() {
    assertThat(LEXICON.negationReach("not")).isEqualTo(3);
    assertThat(LEXICON.negationReach("wouldn't")).isEqualTo(3);
    assertThat(LEXICON.negationReach("no")).isEqualTo(1);
    assertThat(LEXICON.negationReach("yes")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es", "fr", "it", "pt"})
  void everyLanguageHasWhatItNeeds(String language) {
    Lexicon lexicon = LexiconReader.read(language);

    assertThat(lexicon.match(words("😡"), 0)).isPresent();
    assertThat(lexicon.match(words("xyzzy"), 0)).isEmpty();
  }

  @Test
  void aLanguageWithoutALexiconIsNamed() {
    assertThatThrownBy(() -> LexiconReader.read("tlh"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lexicon-tlh.txt");
  }

  private static Optional<Double> valence(String text) {
    return LEXICON.match(words(text), 0).map(Lexicon.Match::valence);
  }

  private static List<Word> words(String text) {
    return Word.of(text, new Span(0, text.length()));
  }
}
