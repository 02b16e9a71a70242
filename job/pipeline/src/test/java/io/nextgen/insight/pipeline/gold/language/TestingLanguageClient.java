package io.nextgen.insight.pipeline.gold.language;

import io.nextgen.insight.pipeline.gold.language.LanguageServiceException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A service that finds every text neutral and its first word telling. What goes wrong is decided by
 * a rule that throws.
 */
final class TestingLanguageClient implements LanguageClient {

  /** A request as it came in. */
  record Received(String feature, List<LanguageDocument> documents) {}

  final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
  private final Consumer<Received> rule;
  private final boolean throwsAtOnce;

  /**
   * @param throwsAtOnce whether problems are thrown, and not the outcome of the future
   */
  TestingLanguageClient(Consumer<Received> rule, boolean throwsAtOnce) {
    this.rule = rule;
    this.throwsAtOnce = throwsAtOnce;
  }

  static LanguageServiceException problem(Kind kind, String code) {
    return new LanguageServiceException(kind, code, null, code);
  }

  static LanguageServiceException throttled(Duration retryAfter) {
    return new LanguageServiceException(Kind.THROTTLED, "429", retryAfter, "429");
  }

  @Override
  public CompletableFuture<LanguageAnswer<SentimentReading>> sentiment(
      List<LanguageDocument> documents) {
    return answer(
        new Received("sentiment", documents),
        document -> new SentimentReading("neutral", 0, 1, 0, List.of()));
  }

  @Override
  public CompletableFuture<LanguageAnswer<List<String>>> keyPhrases(
      List<LanguageDocument> documents) {
    return answer(
        new Received("key phrases", documents),
        document -> List.of(document.text().split("\\s", 2)[0]));
  }

  private <T> CompletableFuture<LanguageAnswer<T>> answer(
      Received request, Function<LanguageDocument, T> reading) {
    received.add(request);
    if (throwsAtOnce) {
      rule.accept(request);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          if (!throwsAtOnce) {
            rule.accept(request);
          }
          Map<String, T> read =
              request.documents().stream().collect(Collectors.toMap(LanguageDocument::id, reading));
          return new LanguageAnswer<>(read, Map.of(), "testing", read.size());
        });
  }
}
