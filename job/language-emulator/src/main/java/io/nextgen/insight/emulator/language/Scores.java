package io.nextgen.insight.emulator.language;

import java.util.List;

/**
 * Confidence scores, in hundredths as the service rounds them; they always sum to 1.00.
 *
 * @param positive 0 to 1
 * @param neutral 0 to 1
 * @param negative 0 to 1
 */
public record Scores(double positive, double neutral, double negative) {

  /**
   * Normalises three weights (none negative, one at least positive) and rounds them so that the sum
   * stays 1.00.
   */
  static Scores ofWeights(double positive, double neutral, double negative) {
    double[] exact = {positive, neutral, negative};
    double sum = positive + neutral + negative;
    int[] hundredths = new int[3];
    int left = 100;
    for (int i = 0; i < 3; i++) {
      exact[i] = exact[i] / sum * 100;
      hundredths[i] = (int) Math.floor(exact[i]);
      left -= hundredths[i];
    }
    for (; left > 0; left--) {
      int furthest = 0;
      for (int i = 1; i < 3; i++) {
        if (exact[i] - hundredths[i] > exact[furthest] - hundredths[furthest]) {
          furthest = i;
        }
      }
      hundredths[furthest]++;
    }
    return new Scores(hundredths[0] / 100.0, hundredths[1] / 100.0, hundredths[2] / 100.0);
  }

  static Scores mean(List<Scores> all) {
    return ofWeights(
        all.stream().mapToDouble(Scores::positive).sum(),
        all.stream().mapToDouble(Scores::neutral).sum(),
        all.stream().mapToDouble(Scores::negative).sum());
  }

  /** The label with the highest score; on a tie the stronger feeling, the negative one first. */
  Sentiment label() {
    if (negative >= positive && negative >= neutral) {
      return Sentiment.NEGATIVE;
    }
    return positive >= neutral ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
  }
}
