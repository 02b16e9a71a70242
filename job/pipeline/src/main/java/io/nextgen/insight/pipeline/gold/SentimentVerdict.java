package io.nextgen.insight.pipeline.gold;

/**
 * What a chat's sentiment means for the decisions about it.
 *
 * @param tone never null
 * @param confidence how sure the service is, 0 to 1: the score of its label, for a mixed chat the
 *     greater of the positive and the negative score; null where it gave no sentiment
 */
record SentimentVerdict(Tone tone, Double confidence) {

  enum Tone {
    /** Negative, or mixed with more negative than positive in it. */
    NEGATIVE,
    /** Neutral, or mixed without leaning to the negative side. */
    NEUTRAL,
    POSITIVE,
    /** The service gave no sentiment. */
    UNKNOWN
  }

  /**
   * @throws IllegalArgumentException for a label that the service's contract does not know
   */
  static SentimentVerdict of(Enrichment enrichment) {
    if (enrichment.sentiment() == null) {
      return new SentimentVerdict(Tone.UNKNOWN, null);
    }
    double positive = enrichment.positiveScore();
    double negative = enrichment.negativeScore();
    return switch (enrichment.sentiment()) {
      case "negative" -> new SentimentVerdict(Tone.NEGATIVE, negative);
      case "positive" -> new SentimentVerdict(Tone.POSITIVE, positive);
      case "neutral" -> new SentimentVerdict(Tone.NEUTRAL, enrichment.neutralScore());
      case "mixed" ->
          new SentimentVerdict(
              negative > positive ? Tone.NEGATIVE : Tone.NEUTRAL, Math.max(positive, negative));
      default ->
          throw new IllegalArgumentException(
              "The sentiment '%s' is none of positive, neutral, negative, mixed"
                  .formatted(enrichment.sentiment()));
    };
  }

  boolean negative() {
    return tone == Tone.NEGATIVE;
  }
}
