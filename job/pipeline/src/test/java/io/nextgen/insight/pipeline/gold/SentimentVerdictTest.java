package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.sentiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nextgen.insight.pipeline.gold.SentimentVerdict.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentimentVerdictTest {

  @ParameterizedTest
  @CsvSource({
    "negative, 0.05, 0.05, 0.90, NEGATIVE, 0.90",
    "positive, 0.70, 0.20, 0.10, POSITIVE, 0.70",
    "neutral,  0.10, 0.85, 0.05, NEUTRAL,  0.85",
    "mixed,    0.40, 0.05, 0.55, NEGATIVE, 0.55",
    "mixed,    0.55, 0.05, 0.40, NEUTRAL,  0.55",
    "mixed,    0.50, 0.00, 0.50, NEUTRAL,  0.50",
    // The label decides, not the greatest score: the service labels by sentences.
    "negative, 0.60, 0.00, 0.40, NEGATIVE, 0.40"
  })
  void readsLabelAndScores(
      String label,
      double positive,
      double neutral,
      double negative,
      Tone tone,
      double confidence) {
    assertThat(SentimentVerdict.of(sentiment(label, positive, neutral, negative)))
        .isEqualTo(new SentimentVerdict(tone, confidence));
  }

  @ParameterizedTest
  @EnumSource(
      value = EnrichmentStatus.class,
      names = {"REFUSED", "EMPTY"})
  void isUnknownWithoutAnAnswer(EnrichmentStatus status) {
    assertThat(SentimentVerdict.of(TestingEnrichedChats.unanswered(status)))
        .isEqualTo(new SentimentVerdict(Tone.UNKNOWN, null));
  }

  @Test
  void refusesALabelOutsideOfTheContract() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentimentVerdict.of(sentiment("angry", 0, 0, 1)))
        .withMessageContaining("'angry'");
  }
}
