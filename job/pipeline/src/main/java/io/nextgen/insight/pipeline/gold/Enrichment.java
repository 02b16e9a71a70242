package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.language.Opinion;
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
    Instant enrichedAt) {}
