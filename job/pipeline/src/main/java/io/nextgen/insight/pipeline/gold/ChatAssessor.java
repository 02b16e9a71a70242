package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.DecisionTable.Decision;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.speaker.CustomerTurns;
import java.util.List;

/** From an enriched chat to its row in {@code gold.customer_insights}. */
final class ChatAssessor {
  private final TechnicalIssues technicalIssues = new TechnicalIssues();
  private final ChurnSignals churnSignals = new ChurnSignals();
  private final DecisionTable decisionTable;

  ChatAssessor(DecisionTable decisionTable) {
    this.decisionTable = decisionTable;
  }

  CustomerInsight assess(EnrichedChat enriched) {
    SilverChat chat = enriched.chat();
    Enrichment enrichment = enriched.enrichment();
    String text = CustomerTurns.text(chat.messages());
    List<Finding> issues = technicalIssues.in(text, enrichment);
    List<Finding> signals = churnSignals.in(text);
    SentimentVerdict sentiment = SentimentVerdict.of(enrichment);
    boolean speakersUnknown = CustomerTurns.areUnknown(chat.messages());
    Decision decision =
        decisionTable.decide(sentiment, !issues.isEmpty(), !signals.isEmpty(), speakersUnknown);
    return new CustomerInsight(
        chat.chatId(),
        chat.revision(),
        chat.custId(),
        chat.ticketId(),
        chat.region(),
        chat.priority(),
        chat.product(),
        chat.channel(),
        chat.language(),
        chat.eventTime(),
        enrichment.sentiment(),
        sentiment.confidence(),
        enrichment.positiveScore(),
        enrichment.neutralScore(),
        enrichment.negativeScore(),
        enrichment.keyPhrases(),
        entries(issues),
        entries(signals),
        decision.highRisk(),
        decision.needsReview(),
        decision.nextAction(),
        InsightSummary.of(enrichment, sentiment, issues, signals, speakersUnknown),
        enrichment.status().name(),
        enrichment.error(),
        enrichment.modelVersion(),
        enrichment.enrichedAt(),
        chat.ingestedAt(),
        speakersUnknown);
  }

  private static List<String> entries(List<Finding> findings) {
    return findings.stream().map(Finding::entry).toList();
  }
}
