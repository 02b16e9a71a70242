package io.nextgen.insight.pipeline.gold.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reads documents of any length and number at one endpoint: cuts what is too long, makes requests
 * of at most 10, sends sentiment and key phrases at once, and puts the answers together.
 */
public final class DocumentReader {

  /**
   * The service's limit for a request. Ten documents of {@link DocumentCutter#MAX_LENGTH} stay
   * below its other limit, 1 MB, even if every character were escaped in JSON.
   */
  public static final int MAX_DOCUMENTS = 10;

  private final LanguageFeature<SentimentReading> sentiment;
  private final LanguageFeature<List<String>> keyPhrases;
  private final AdaptiveConcurrency concurrency;
  private final PatientCaller caller;

  /**
   * @param timer where retries wait; stays the caller's to close
   * @param metrics the group of this endpoint
   */
  public DocumentReader(
      LanguageClient client,
      LanguageSettings settings,
      ScheduledExecutorService timer,
      MetricGroup metrics) {
    sentiment = new LanguageFeature<>("Sentiment", client::sentiment);
    keyPhrases = new LanguageFeature<>("Key phrases", client::keyPhrases);
    concurrency = new AdaptiveConcurrency(settings.maxConcurrency(), timer);
    metrics.gauge("languageConcurrencyLimit", concurrency::limit);
    metrics.gauge("languageRequestsOpen", concurrency::open);
    caller =
        new PatientCaller(
            concurrency,
            new Backoff(settings.minBackoff(), settings.maxBackoff()),
            settings.documentAttempts(),
            timer,
            new LanguageMetrics(metrics));
  }

  /**
   * @param order of the batch; older ones go first
   * @param documents none of them blank
   * @return readings by document id, one for each document; fails with a {@link
   *     LanguageServiceException} where the configuration cannot work
   */
  public CompletableFuture<Map<String, DocumentReading>> read(
      long order, List<LanguageDocument> documents) {
    Map<String, List<LanguageDocument>> pieces =
        documents.stream().collect(Collectors.toMap(LanguageDocument::id, DocumentReader::cut));
    List<LanguageDocument> all = pieces.values().stream().flatMap(List::stream).toList();
    return askAll(order, sentiment, all)
        .thenCombine(
            askAll(order, keyPhrases, all),
            (sentiments, phrases) -> {
              Map<String, DocumentReading> readings = new HashMap<>();
              pieces.forEach(
                  (id, parts) ->
                      readings.put(id, ReadingAssembler.assemble(parts, sentiments, phrases)));
              return readings;
            });
  }

  private static List<LanguageDocument> cut(LanguageDocument document) {
    Locale locale = Locale.forLanguageTag(document.language());
    List<LanguageDocument> pieces = new ArrayList<>();
    for (String text : DocumentCutter.cut(document.text(), locale, DocumentCutter.MAX_LENGTH)) {
      // The service refuses documents without text.
      if (!text.isBlank()) {
        pieces.add(document.piece(pieces.size(), text));
      }
    }
    return pieces;
  }

  private <T> CompletableFuture<LanguageAnswer<T>> askAll(
      long order, LanguageFeature<T> feature, List<LanguageDocument> documents) {
    return IntStream.iterate(0, from -> from < documents.size(), from -> from + MAX_DOCUMENTS)
        .mapToObj(
            from ->
                caller.ask(
                    order,
                    feature,
                    documents.subList(from, Math.min(from + MAX_DOCUMENTS, documents.size()))))
        .reduce((some, more) -> some.thenCombine(more, LanguageAnswer::and))
        .orElseGet(() -> CompletableFuture.completedFuture(LanguageAnswer.nothing()));
  }
}
