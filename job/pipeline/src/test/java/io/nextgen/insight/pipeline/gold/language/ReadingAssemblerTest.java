package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAssemblerTest {

  private static final LanguageDocument LONG = new LanguageDocument("0.0", "en", "a".repeat(300));
  private static final LanguageDocument SHORT = new LanguageDocument("0.1", "en", "a".repeat(100));

  @ParameterizedTest
  @CsvSource({
    "positive, positive, positive",
    "positive, neutral, positive",
    "neutral, negative, negative",
    "neutral, neutral, neutral",
    "negative, positive, mixed",
    "mixed, neutral, mixed",
    "mixed, negative, mixed"
  })
  void labelsFollowTheServicesRule(String first, String second, String whole) {
    assertThat(ReadingAssembler.mergeLabels(List.of(first, second))).isEqualTo(whole);
  }

  @Test
  void scoresWeighByLengthAndPhrasesAreNamedOnce() {
    Opinion opinion = new Opinion("router", "negative", List.of("broken"));
    DocumentReading reading =
        ReadingAssembler.assemble(
            List.of(LONG, SHORT),
            new LanguageAnswer<>(
                Map.of(
                    LONG.id(), new SentimentReading("negative", 0, 0.2, 0.8, List.of(opinion)),
                    SHORT.id(), new SentimentReading("neutral", 0.4, 0.6, 0, List.of())),
                Map.of(),
                "2025-01-01",
                2),
            new LanguageAnswer<>(
                Map.of(
                    LONG.id(), List.of("Router", "bill"),
                    SHORT.id(), List.of("router", "fiber plan")),
                Map.of(),
                "2025-01-01",
                2));

    assertThat(reading.sentiment().sentiment()).isEqualTo("negative");
    assertThat(reading.sentiment().positive()).isCloseTo(0.1, within(1e-9));
    assertThat(reading.sentiment().neutral()).isCloseTo(0.3, within(1e-9));
    assertThat(reading.sentiment().negative()).isCloseTo(0.6, within(1e-9));
    assertThat(reading.sentiment().opinions()).containsExactly(opinion);
    assertThat(reading.keyPhrases()).containsExactly("Router", "bill", "fiber plan");
    assertThat(reading.refusals()).isEmpty();
  }

  @Test
  void whatWasRefusedIsTold() {
    DocumentReading reading =
        ReadingAssembler.assemble(
            List.of(SHORT),
            LanguageAnswer.refusing(SHORT.id(), "UnsupportedLanguageCode"),
            new LanguageAnswer<>(Map.of(SHORT.id(), List.of("bill")), Map.of(), "2025-01-01", 1));

    assertThat(reading.sentiment()).isNull();
    assertThat(reading.keyPhrases()).containsExactly("bill");
    assertThat(reading.refusals()).containsExactly("sentiment: UnsupportedLanguageCode");
  }
}
