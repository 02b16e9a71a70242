package io.nextgen.insight.emulator;

import java.util.Map;

/**
 * What an emulator has received so far; numbers only, never a document's text.
 *
 * @param byKindAndStatus requests, by kind (or {@link #UNKNOWN_KIND}) and HTTP status (0 where the
 *     connection was dropped or the client gave up waiting)
 * @param documents documents analysed with success, by kind
 * @param largestBatch the most documents that one request held
 * @param withoutLoggingOptOut requests that would have let the service keep their text for 48 hours
 * @param mostAtOnce the most requests that were being served at the same time
 */
public record RequestCounts(
    Map<String, Map<Integer, Long>> byKindAndStatus,
    Map<String, Long> documents,
    int largestBatch,
    long withoutLoggingOptOut,
    int mostAtOnce) {

  /** Where requests are counted whose kind could not be told: bad JSON, no kind, a wrong path. */
  public static final String UNKNOWN_KIND = "unknown";

  public RequestCounts {
    byKindAndStatus = Map.copyOf(byKindAndStatus);
    documents = Map.copyOf(documents);
  }

  /** Requests of this kind that were answered with this status. */
  public long count(AnalysisKind kind, int status) {
    return byKindAndStatus.getOrDefault(kind.wireName(), Map.of()).getOrDefault(status, 0L);
  }

  /** Requests of any kind that were answered with this status. */
  public long count(int status) {
    return byKindAndStatus.values().stream().mapToLong(of -> of.getOrDefault(status, 0L)).sum();
  }

  /** All requests. */
  public long total() {
    return byKindAndStatus.values().stream()
        .flatMap(of -> of.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Documents of this kind that were analysed with success. */
  public long documents(AnalysisKind kind) {
    return documents.getOrDefault(kind.wireName(), 0L);
  }
}
