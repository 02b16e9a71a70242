package io.nextgen.insight.pipeline.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.gold.DecisionTable.Decision;
import io.nextgen.insight.pipeline.gold.SentimentVerdict.Tone;
import io.nextgen.insight.pipeline.model.NextAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTableTest {
  private static final DecisionTable TABLE = new DecisionTable(0.8);

  @ParameterizedTest
  @CsvSource({
    // tone, confidence, technical issue, churn signal, high risk, review, action
    "NEGATIVE, 0.95, true,  true,  true,  false, RETENTION_OUTREACH",
    "NEGATIVE, 0.95, true,  false, true,  false, RETENTION_OUTREACH",
    "NEGATIVE, 0.60, true,  true,  true,  true,  RETENTION_OUTREACH",
    "NEGATIVE, 0.60, true,  false, true,  true,  HUMAN_REVIEW",
    "NEGATIVE, 0.95, false, true,  false, false, RETENTION_OUTREACH",
    "NEGATIVE, 0.60, false, true,  false, true,  HUMAN_REVIEW",
    "NEGATIVE, 0.95, false, false, false, false, NONE",
    "NEUTRAL,  0.95, true,  false, false, false, NONE",
    "NEUTRAL,  0.95, true,  true,  false, false, RETENTION_OUTREACH",
    "NEUTRAL,  0.60, true,  true,  false, true,  HUMAN_REVIEW",
    "POSITIVE, 0.95, true,  true,  false, false, NONE",
    "POSITIVE, 0.60, true,  true,  false, true,  HUMAN_REVIEW",
    "UNKNOWN,      , true,  true,  false, true,  HUMAN_REVIEW",
    "UNKNOWN,      , false, false, false, true,  HUMAN_REVIEW",
  })
  void decides(
      Tone tone,
      Double confidence,
      boolean technicalIssue,
      boolean churnSignal,
      boolean highRisk,
      boolean needsReview,
      NextAction action) {
    SentimentVerdict sentiment = new SentimentVerdict(tone, confidence);

    assertThat(TABLE.decide(sentiment, technicalIssue, churnSignal, false))
        .isEqualTo(new Decision(highRisk, needsReview, action));
  }

  @Test
  void theThresholdItselfNeedsNoReview() {
    assertThat(needsReview(0.8)).isFalse();
    assertThat(needsReview(0.799)).isTrue();
  }

  @Test
  void everyCaseHasARow() {
    boolean[] answers = {true, false};
    for (boolean highRisk : answers) {
      for (boolean leaving : answers) {
        for (boolean needsReview : answers) {
          assertThat(DecisionTable.nextAction(highRisk, leaving, needsReview)).isNotNull();
        }
      }
    }
  }

  private static boolean needsReview(double confidence) {
    return TABLE
        .decide(new SentimentVerdict(Tone.NEUTRAL, confidence), false, false, false)
        .needsReview();
  }
}
