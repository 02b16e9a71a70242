package io.nextgen.insight.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void alwaysSumToOneHundredHundredths() {
    Random random = new Random(42);
    for (int i = 0; i < 10_000; i++) {
      Scores scores =
          Scores.ofWeights(random.nextDouble(), random.nextDouble(), random.nextDouble());
      long sum =
          Math.round(scores.positive() * 100)
              + Math.round(scores.neutral() * 100)
              + Math.round(scores.negative() * 100);
      assertThat(sum).isEqualTo(100);
    }
  }

  @Test
  void threeThirdsAreRoundedFairly() {
    assertThat(Scores.ofWeights(1, 1, 1)).isEqualTo(new Scores(0.34, 0.33, 0.33));
  }

  @Test
  void theMeanIsThatOfEachScore() {
    assertThat(Scores.mean(List.of(new Scores(1, 0, 0), new Scores(0, 0, 1))))
        .isEqualTo(new Scores(0.5, 0, 0.5));
  }

  @Test
  void theHighestScoreGivesTheLabel() {
    assertThat(new Scores(0.5, 0.3, 0.2).label()).isEqualTo(Sentiment.POSITIVE);
    assertThat(new Scores(0.3, 0.5, 0.2).label()).isEqualTo(Sentiment.NEUTRAL);
    assertThat(new Scores(0.4, 0.2, 0.4).label()).isEqualTo(Sentiment.NEGATIVE);
  }
}
