package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.language.DocumentReading;
import io.nextgen.insight.pipeline.gold.language.Opinion;
import io.nextgen.insight.pipeline.gold.language.SentimentReading;
import java.time.Instant;
import java.util.List;

/**
 * What the AI found in one chat.
 *
 * @param sentiment {@code positive}, {@code neutral}, {@code negative} or {@code mixed}; null
 *     without an answer, as are the scores
 * @param positiveScore 0 to 1
 * @param neutralScore 0 to 1
 * @param negativeScore 0 to 1
 * @param keyPhrases in the order of the service; may be empty
 * @param opinions in the order of the service; may be empty
 * @param error the service's reason for what is missing; null where nothing is
 * @param modelVersion null without an answer
 */
public record Enrichment(
    EnrichmentStatus status,
    String sentiment,
    Double positiveScore,
    Double neutralScore,
    Double negativeScore,
    List<String> keyPhrases,
    List<Opinion> opinions,
    String error,
    String modelVersion,
    Instant enrichedAt) {

  /** What was read, or as much of it as was not refused. */
  static Enrichment of(DocumentReading reading, Instant enrichedAt) {
    SentimentReading sentiment = reading.sentiment();
    List<String> keyPhrases = reading.keyPhrases();
    boolean nothing = sentiment == null && keyPhrases == null;
    EnrichmentStatus status =
        reading.refusals().isEmpty()
            ? EnrichmentStatus.OK
            : nothing ? EnrichmentStatus.REFUSED : EnrichmentStatus.PARTIAL;
    return new Enrichment(
        status,
        sentiment == null ? null : sentiment.sentiment(),
        sentiment == null ? null : sentiment.positive(),
        sentiment == null ? null : sentiment.neutral(),
        sentiment == null ? null : sentiment.negative(),
        keyPhrases == null ? List.of() : keyPhrases,
        sentiment == null ? List.of() : sentiment.opinions(),
        reading.refusals().isEmpty() ? null : String.join(", ", reading.refusals()),
        reading.modelVersion(),
        enrichedAt);
  }

  static Enrichment refused(String error, Instant enrichedAt) {
    return without(EnrichmentStatus.REFUSED, error, enrichedAt);
  }

  static Enrichment empty(Instant enrichedAt) {
    return without(EnrichmentStatus.EMPTY, null, enrichedAt);
  }

  private static Enrichment without(EnrichmentStatus status, String error, Instant enrichedAt) {
    return new Enrichment(
        status, null, null, null, null, List.of(), List.of(), error, null, enrichedAt);
  }

  /** Without phrases and opinions, which quote the chat. */
  @Override
  public String toString() {
    return "Enrichment[%s, %s, %s]".formatted(status, sentiment, error);
  }
}
