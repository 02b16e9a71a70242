package io.nextgen.insight.pipeline.gold.language;

import java.time.Duration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What one subtask's traffic with the language service looks like, in the web UI. */
final class LanguageMetrics {

  private static final int LATENCY_WINDOW = 1_000;

  private final Counter requests;
  private final Counter retries;
  private final Counter throttled;
  private final Counter documents;
  private final Counter documentsRefused;
  private final Counter textRecords;
  private final Histogram latencyMs;

  LanguageMetrics(MetricGroup group) {
    // Answers arrive on threads of the HTTP client.
    requests = group.counter("languageRequests", new ThreadSafeSimpleCounter());
    retries = group.counter("languageRetries", new ThreadSafeSimpleCounter());
    throttled = group.counter("languageThrottled", new ThreadSafeSimpleCounter());
    documents = group.counter("languageDocuments", new ThreadSafeSimpleCounter());
    documentsRefused = group.counter("languageDocumentsRefused", new ThreadSafeSimpleCounter());
    textRecords = group.counter("languageTextRecordsBilled", new ThreadSafeSimpleCounter());
    latencyMs =
        group.histogram("languageLatencyMs", new DescriptiveStatisticsHistogram(LATENCY_WINDOW));
  }

  void sent(int documentCount, boolean retry) {
    requests.inc();
    documents.inc(documentCount);
    if (retry) {
      retries.inc();
    }
  }

  void answered(LanguageAnswer<?> answer, Duration latency) {
    textRecords.inc(answer.textRecords());
    documentsRefused.inc(answer.refused().size());
    latencyMs.update(latency.toMillis());
  }

  void refused() {
    documentsRefused.inc();
  }

  void throttled() {
    throttled.inc();
  }
}
