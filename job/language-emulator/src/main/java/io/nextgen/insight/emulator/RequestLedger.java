package io.nextgen.insight.emulator;

import java.util.HashMap;
import java.util.Map;

/** Counts requests as they come and go. Thread-safe. */
final class RequestLedger {

  private final Map<String, Map<Integer, Long>> byKindAndStatus = new HashMap<>();
  private final Map<String, Long> documents = new HashMap<>();
  private int largestBatch;
  private long withoutLoggingOptOut;
  private int underWay;
  private int mostAtOnce;

  synchronized void begin() {
    underWay++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
  }

  synchronized void end(String kind, int status) {
    underWay--;
    byKindAndStatus.computeIfAbsent(kind, unused -> new HashMap<>()).merge(status, 1L, Long::sum);
  }

  synchronized void batch(AnalyzeTextRequest request) {
    largestBatch = Math.max(largestBatch, request.documents().size());
    if (!request.loggingOptOut()) {
      withoutLoggingOptOut++;
    }
  }

  synchronized void analysed(AnalysisKind kind, int count) {
    documents.merge(kind.wireName(), (long) count, Long::sum);
  }

  synchronized RequestCounts counts() {
    Map<String, Map<Integer, Long>> copy = new HashMap<>();
    byKindAndStatus.forEach((kind, byStatus) -> copy.put(kind, Map.copyOf(byStatus)));
    return new RequestCounts(copy, documents, largestBatch, withoutLoggingOptOut, mostAtOnce);
  }
}
