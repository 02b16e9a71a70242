package io.nextgen.insight.pipeline.gold.language;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks until there is an answer. The one place that decides what a failure means:
 *
 * <ul>
 *   <li>throttled: again, when the service says or after a back-off, with less concurrency;
 *   <li>transient (server error, time-out, reset, broken answer): again after a back-off, without
 *       end; the async operator's time-out is the end;
 *   <li>refused: the request is halved until the document that causes it stands alone and is
 *       refused alone;
 *   <li>transient again and again while the service answers others: halved likewise, so that one
 *       document that the service chokes on does not hold up the stream for ever;
 *   <li>configuration: the future fails, and with it the job.
 * </ul>
 *
 * <p>Nothing below it retries: that would hide throttling from the concurrency limit.
 */
final class PatientCaller {

  private static final Logger LOG = LoggerFactory.getLogger(PatientCaller.class);

  /** Then a request that keeps failing is halved. */
  private static final int SUSPECT_AFTER = 4;

  private static final int LOG_EVERY = 5;

  private final AdaptiveConcurrency concurrency;
  private final Backoff backoff;
  private final int documentAttempts;
  private final ScheduledExecutorService timer;
  private final LanguageMetrics metrics;

  PatientCaller(
      AdaptiveConcurrency concurrency,
      Backoff backoff,
      int documentAttempts,
      ScheduledExecutorService timer,
      LanguageMetrics metrics) {
    this.concurrency = concurrency;
    this.backoff = backoff;
    this.documentAttempts = documentAttempts;
    this.timer = timer;
    this.metrics = metrics;
  }

  /**
   * @param order of the batch; older ones go first
   * @param documents of one request, not empty
   * @return fails for a configuration that cannot work, and for nothing else
   */
  <T> CompletableFuture<LanguageAnswer<T>> ask(
      long order, LanguageFeature<T> feature, List<LanguageDocument> documents) {
    Request<T> request = new Request<>(order, feature, documents);
    request.submit();
    return request.answer;
  }

  private final class Request<T> {
    private final long order;
    private final LanguageFeature<T> feature;
    private final List<LanguageDocument> documents;
    private final CompletableFuture<LanguageAnswer<T>> answer = new CompletableFuture<>();
    private int attempts;
    private int failures;
    private long answersBeforeFailures;

    private Request(long order, LanguageFeature<T> feature, List<LanguageDocument> documents) {
      this.order = order;
      this.feature = feature;
      this.documents = documents;
    }

    private void submit() {
      concurrency.submit(order, this::send);
    }

    private void send() {
      attempts++;
      metrics.sent(documents.size(), attempts > 1);
      long sentAt = System.nanoTime();
      // Composed and not called, so that what the client throws at once is an outcome as well.
      CompletableFuture.completedFuture(documents)
          .thenCompose(feature.request())
          .whenComplete(
              (answered, error) -> {
                if (error == null) {
                  feature.answers().incrementAndGet();
                  metrics.answered(answered, Duration.ofNanos(System.nanoTime() - sentAt));
                  answer.complete(answered);
                  concurrency.succeeded();
                } else {
                  handle(asServiceException(error));
                }
              });
    }

    private void handle(LanguageServiceException problem) {
      switch (problem.kind()) {
        case THROTTLED -> {
          metrics.throttled();
          Duration pause = problem.retryAfter();
          Duration delay = pause == null ? backoffDelay() : pause;
          submitAfter(delay, problem);
          concurrency.throttled(pause == null ? Duration.ZERO : pause);
        }
        case TRANSIENT -> {
          concurrency.failed();
          failedOnceMore(problem);
        }
        case REFUSED -> {
          concurrency.succeeded();
          halveOrRefuse(problem);
        }
        case CONFIGURATION -> {
          concurrency.failed();
          answer.completeExceptionally(problem);
        }
      }
    }

    private void failedOnceMore(LanguageServiceException problem) {
      failures++;
      if (failures == 1) {
        answersBeforeFailures = feature.answers().get();
      }
      boolean othersAnswered = feature.answers().get() > answersBeforeFailures;
      int patience = documents.size() > 1 ? SUSPECT_AFTER : documentAttempts;
      if (failures >= patience && othersAnswered) {
        halveOrRefuse(problem);
      } else {
        Duration wish = problem.retryAfter();
        submitAfter(wish == null ? backoffDelay() : wish, problem);
      }
    }

    private Duration backoffDelay() {
      return backoff.after(attempts, ThreadLocalRandom.current());
    }

    private void submitAfter(Duration delay, LanguageServiceException problem) {
      if (attempts % LOG_EVERY == 0) {
        LOG.warn(
            "{} of {} documents failed {} times, next try in {} ms: {}",
            feature.name(),
            documents.size(),
            attempts,
            delay.toMillis(),
            problem.getMessage());
      }
      timer.schedule(this::submit, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void halveOrRefuse(LanguageServiceException problem) {
      if (documents.size() == 1) {
        metrics.refused();
        answer.complete(LanguageAnswer.refusing(documents.get(0).id(), problem.code()));
        return;
      }
      int middle = documents.size() / 2;
      ask(order, feature, documents.subList(0, middle))
          .thenCombine(
              ask(order, feature, documents.subList(middle, documents.size())), LanguageAnswer::and)
          .whenComplete(
              (both, error) -> {
                if (error == null) {
                  answer.complete(both);
                } else {
                  answer.completeExceptionally(asServiceException(error));
                }
              });
    }
  }

  private static LanguageServiceException asServiceException(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof LanguageServiceException known
        ? known
        : LanguageServiceException.brokenAnswer(cause.getClass().getSimpleName());
  }
}
