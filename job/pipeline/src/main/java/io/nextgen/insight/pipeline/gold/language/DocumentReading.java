package io.nextgen.insight.pipeline.gold.language;

import java.util.List;

/**
 * All that was read out of one document.
 *
 * @param sentiment null where it was refused
 * @param keyPhrases null where they were refused
 * @param refusals what was refused and the service's code for it, such as {@code sentiment:
 *     InvalidDocument}; empty where nothing was
 * @param modelVersion null where nothing was read
 */
public record DocumentReading(
    SentimentReading sentiment,
    List<String> keyPhrases,
    List<String> refusals,
    String modelVersion) {

  /** Without the phrases, which quote the text. */
  @Override
  public String toString() {
    return "DocumentReading[%s, refusals %s]".formatted(sentiment, refusals);
  }
}
