package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.List;

/**
 * What is known of one chat revision after the AI read it: a row of {@code gold.customer_insights}.
 *
 * @param sentiment {@code positive}, {@code neutral}, {@code negative} or {@code mixed}; null where
 *     the service could not read the chat
 * @param confidence how sure the service is of the sentiment, 0 to 1; null like {@code sentiment}
 * @param highRisk false where the speakers are unknown
 * @param needsReview always true where the speakers are unknown
 * @param enrichmentStatus {@code OK}, or why the service's answer is missing or partial
 * @param enrichmentError the service's reason; null where all is well
 * @param speakersUnknown whether the customer's turns cannot be told from the company's, so that
 *     all of them were read
 */
public record CustomerInsight(
    String chatId,
    int revision,
    String custId,
    String ticketId,
    String region,
    String priority,
    String product,
    String channel,
    String language,
    Instant eventTime,
    String sentiment,
    Double confidence,
    Double positiveScore,
    Double neutralScore,
    Double negativeScore,
    List<String> keyPhrases,
    List<String> technicalIssues,
    List<String> churnSignals,
    boolean highRisk,
    boolean needsReview,
    NextAction nextAction,
    String aiInsights,
    String enrichmentStatus,
    String enrichmentError,
    String modelVersion,
    Instant enrichedAt,
    Instant ingestedAt,
    boolean speakersUnknown) {}
