package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.DecisionTable.Cell.ANY;
import static io.nextgen.insight.pipeline.gold.DecisionTable.Cell.NO;
import static io.nextgen.insight.pipeline.gold.DecisionTable.Cell.YES;
import static io.nextgen.insight.pipeline.model.NextAction.HUMAN_REVIEW;
import static io.nextgen.insight.pipeline.model.NextAction.NONE;
import static io.nextgen.insight.pipeline.model.NextAction.RETENTION_OUTREACH;

import io.nextgen.insight.pipeline.gold.SentimentVerdict.Tone;
import io.nextgen.insight.pipeline.model.NextAction;
import java.util.List;

/**
 * What follows from a chat. This is the one place where it is decided.
 *
 * <table>
 *   <caption>Three questions</caption>
 *   <tr><th>is_high_risk</th><td>the sentiment is negative, there is a technical issue, and the
 *       customer's turns are known</td></tr>
 *   <tr><th>leaving</th><td>there is a churn signal, and the sentiment is not positive</td></tr>
 *   <tr><th>needs_review</th><td>the confidence is below the threshold, there is none, or nobody
 *       knows which turns are the customer's</td></tr>
 * </table>
 *
 * <table>
 *   <caption>The next action: the first row that fits</caption>
 *   <tr><th>is_high_risk</th><th>leaving</th><th>needs_review</th><th>next action</th></tr>
 *   <tr><td>yes</td><td>yes</td><td>any</td><td>RETENTION_OUTREACH: the customer's own words leave
 *       no time for a review</td></tr>
 *   <tr><td>yes</td><td>no</td><td>no</td><td>RETENTION_OUTREACH</td></tr>
 *   <tr><td>no</td><td>yes</td><td>no</td><td>RETENTION_OUTREACH: people leave for other reasons
 *       than technical ones</td></tr>
 *   <tr><td>any</td><td>any</td><td>yes</td><td>HUMAN_REVIEW</td></tr>
 *   <tr><td>no</td><td>no</td><td>no</td><td>NONE</td></tr>
 * </table>
 */
final class DecisionTable {

  /** What is decided for a chat. */
  record Decision(boolean highRisk, boolean needsReview, NextAction nextAction) {}

  enum Cell {
    YES,
    NO,
    ANY;

    boolean fits(boolean answer) {
      return this == ANY || answer == (this == YES);
    }
  }

  private record Row(Cell highRisk, Cell leaving, Cell needsReview, NextAction nextAction) {
    boolean fits(boolean isHighRisk, boolean isLeaving, boolean isForReview) {
      return highRisk.fits(isHighRisk) && leaving.fits(isLeaving) && needsReview.fits(isForReview);
    }
  }

  private static final List<Row> NEXT_ACTIONS =
      List.of(
          new Row(YES, YES, ANY, RETENTION_OUTREACH),
          new Row(YES, NO, NO, RETENTION_OUTREACH),
          new Row(NO, YES, NO, RETENTION_OUTREACH),
          new Row(ANY, ANY, YES, HUMAN_REVIEW),
          new Row(NO, NO, NO, NONE));

  private final double reviewConfidence;

  /**
   * @param reviewConfidence 0 to 1; a person should read what the service is less sure of
   */
  DecisionTable(double reviewConfidence) {
    this.reviewConfidence = reviewConfidence;
  }

  /**
   * @param speakersUnknown whether the words may be the agent's, see {@link
   *     io.nextgen.insight.pipeline.speaker.CustomerTurns#areUnknown}
   */
  Decision decide(
      SentimentVerdict sentiment,
      boolean technicalIssue,
      boolean churnSignal,
      boolean speakersUnknown) {
    boolean highRisk = sentiment.negative() && technicalIssue && !speakersUnknown;
    boolean leaving = churnSignal && sentiment.tone() != Tone.POSITIVE;
    boolean needsReview =
        speakersUnknown
            || sentiment.confidence() == null
            || sentiment.confidence() < reviewConfidence;
    return new Decision(highRisk, needsReview, nextAction(highRisk, leaving, needsReview));
  }

  static NextAction nextAction(boolean highRisk, boolean leaving, boolean needsReview) {
    return NEXT_ACTIONS.stream()
        .filter(row -> row.fits(highRisk, leaving, needsReview))
        .findFirst()
        .map(Row::nextAction)
        .orElseThrow(() -> new IllegalStateException("The table of next actions has a hole"));
  }
}
