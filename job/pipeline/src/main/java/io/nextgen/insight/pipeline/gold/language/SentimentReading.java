package io.nextgen.insight.pipeline.gold.language;

import java.util.List;

/**
 * What sentiment analysis with opinion mining tells of a text.
 *
 * @param sentiment {@code positive}, {@code neutral}, {@code negative} or {@code mixed}
 * @param positive score, 0 to 1
 * @param neutral score, 0 to 1
 * @param negative score, 0 to 1
 * @param opinions in the order of the service; may be empty
 */
public record SentimentReading(
    String sentiment, double positive, double neutral, double negative, List<Opinion> opinions) {

  /** Without the opinions, which quote the text. */
  @Override
  public String toString() {
    return "SentimentReading[%s, %d opinions]".formatted(sentiment, opinions.size());
  }
}
