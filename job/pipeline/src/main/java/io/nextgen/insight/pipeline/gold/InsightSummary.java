package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.language.Opinion;
import io.nextgen.insight.pipeline.gold.vocabulary.MaskTokens;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes {@code ai_insights}: what the AI found in a chat, in one line for people, such as
 *
 * <pre>Negative (0.93): "internet keeps dropping" (UNSTABLE_CONNECTION, DEVICE_FAULT); wants to
 * cancel. Criticised: router (broken), support (slow).</pre>
 *
 * <p>It quotes masked text only, and leaves the masks out. What does not fit is left out whole.
 */
final class InsightSummary {

  /** In characters. */
  static final int MAX_LENGTH = 240;

  private static final int MAX_QUOTE = 60;
  private static final int MAX_OPINIONS = 3;
  private static final int MAX_KEY_PHRASES = 4;

  private static final String SPEAKERS_UNKNOWN =
      "Who is the customer is unknown; of all that was said:";

  private InsightSummary() {}

  static String of(
      Enrichment enrichment,
      SentimentVerdict sentiment,
      List<Finding> technicalIssues,
      List<Finding> churnSignals,
      boolean speakersUnknown) {
    List<String> sentences = new ArrayList<>();
    sentences.add(speakersUnknown ? SPEAKERS_UNKNOWN : "");
    sentences.add(firstSentence(enrichment, sentiment, technicalIssues, churnSignals));
    sentences.add(opinions("Criticised", "negative", enrichment));
    sentences.add(opinions("Praised", "positive", enrichment));
    if (technicalIssues.isEmpty()) {
      sentences.add(keyPhrases(enrichment));
    }
    StringBuilder summary = new StringBuilder();
    for (String sentence : sentences) {
      if (!sentence.isEmpty() && summary.length() + 1 + sentence.length() <= MAX_LENGTH) {
        summary.append(summary.isEmpty() ? "" : " ").append(sentence);
      }
    }
    return summary.toString();
  }

  private static String firstSentence(
      Enrichment enrichment,
      SentimentVerdict sentiment,
      List<Finding> technicalIssues,
      List<Finding> churnSignals) {
    List<String> findings = new ArrayList<>();
    if (!technicalIssues.isEmpty()) {
      findings.add(technicalIssues(technicalIssues));
    }
    if (!churnSignals.isEmpty()) {
      findings.add(
          churnSignals.stream()
              .map(signal -> signal.entry().toLowerCase(Locale.ROOT).replace('_', ' '))
              .collect(Collectors.joining(", ")));
    }
    String tone = tone(enrichment, sentiment);
    return cut(
        findings.isEmpty() ? tone + "." : tone + ": " + String.join("; ", findings) + ".",
        MAX_LENGTH);
  }

  private static String tone(Enrichment enrichment, SentimentVerdict sentiment) {
    if (sentiment.confidence() != null) {
      String label = enrichment.sentiment();
      return String.format(
          Locale.ROOT,
          "%s (%.2f)",
          label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
          sentiment.confidence());
    }
    return enrichment.status() == EnrichmentStatus.EMPTY
        ? "The customer said nothing that can be read"
        : "No sentiment from the AI service";
  }

  private static String technicalIssues(List<Finding> issues) {
    return "\"%s\" (%s)"
        .formatted(
            cut(issues.get(0).words(), MAX_QUOTE),
            issues.stream().map(Finding::entry).collect(Collectors.joining(", ")));
  }

  private static String opinions(String heading, String sentiment, Enrichment enrichment) {
    return list(
        heading,
        enrichment.opinions().stream()
            .filter(opinion -> sentiment.equals(opinion.sentiment()))
            .filter(opinion -> !MaskTokens.within(opinion.target()))
            .map(InsightSummary::opinion)
            .distinct()
            .limit(MAX_OPINIONS)
            .toList());
  }

  private static String opinion(Opinion opinion) {
    String assessments =
        opinion.assessments().stream()
            .filter(assessment -> !MaskTokens.within(assessment))
            .limit(2)
            .collect(Collectors.joining(", "));
    return assessments.isEmpty() ? opinion.target() : opinion.target() + " (" + assessments + ")";
  }

  private static String keyPhrases(Enrichment enrichment) {
    return list(
        "About",
        enrichment.keyPhrases().stream()
            .filter(phrase -> !MaskTokens.within(phrase))
            .limit(MAX_KEY_PHRASES)
            .toList());
  }

  private static String list(String heading, List<String> items) {
    return items.isEmpty() ? "" : heading + ": " + String.join(", ", items) + ".";
  }

  /** Cut between words, never through a character. */
  private static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int space = text.lastIndexOf(' ', maxLength - 1);
    int end = space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, maxLength) - 2);
    return text.substring(0, end) + "…";
  }
}
