package io.nextgen.insight.pipeline.gold.language;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One attempt at one request to a language service. Whoever implements it neither retries nor
 * limits; that is done once, in {@link PatientCaller}. It is an interface because Azure retires key
 * phrase extraction on 2029-03-31, and something else will take its place.
 *
 * <p>Futures fail with a {@link LanguageServiceException} and nothing else.
 */
public interface LanguageClient {

  /**
   * Sentiment with opinion mining.
   *
   * @param documents at most 10, each at most {@link DocumentCutter#MAX_LENGTH} long and not blank
   */
  CompletableFuture<LanguageAnswer<SentimentReading>> sentiment(List<LanguageDocument> documents);

  /**
   * Key phrases, the most telling first.
   *
   * @param documents as for {@link #sentiment}
   */
  CompletableFuture<LanguageAnswer<List<String>>> keyPhrases(List<LanguageDocument> documents);

  /** Makes the client where it is used, since clients hold connections and secrets. */
  @FunctionalInterface
  interface Factory extends Serializable {
    LanguageClient create(LanguageEndpoint endpoint, LanguageSettings settings);
  }
}
