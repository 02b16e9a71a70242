package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.gold.language.Opinion;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.time.Instant;
import java.util.List;

/** Enriched chats for tests. */
final class TestingEnrichedChats {
  static final String CUSTOMER = "C-1";
  static final Instant INGESTED_AT = Instant.parse("2026-06-01T00:00:00Z");

  private TestingEnrichedChats() {}

  /** A chat that is high risk exactly if it is negative and the text names a problem. */
  static EnrichedChat chat(
      String chatId, int revision, Instant eventTime, String region, String text, double negative) {
    SilverChat chat =
        new SilverChat(
            chatId,
            revision,
            CUSTOMER,
            "T-1",
            true,
            region,
            "High",
            "Fiber 500",
            "chat",
            "en",
            eventTime,
            List.of(new Message("customer", text, null)),
            null,
            new Origin("chats/a.json", 1, INGESTED_AT),
            INGESTED_AT);
    String label = negative > 0.5 ? "negative" : "positive";
    return new EnrichedChat(chat, sentiment(label, 1 - negative, 0, negative));
  }

  static Enrichment sentiment(String label, double positive, double neutral, double negative) {
    return enrichment(label, positive, neutral, negative, List.of(), List.of());
  }

  static Enrichment enrichment(
      String label,
      double positive,
      double neutral,
      double negative,
      List<String> keyPhrases,
      List<Opinion> opinions) {
    return new Enrichment(
        EnrichmentStatus.OK,
        label,
        positive,
        neutral,
        negative,
        keyPhrases,
        opinions,
        null,
        "test-model",
        INGESTED_AT);
  }

  static Enrichment unanswered(EnrichmentStatus status) {
    return new Enrichment(
        status, null, null, null, null, List.of(), List.of(), "refused", null, INGESTED_AT);
  }
}
