package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.INGESTED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.gold.language.Opinion;
import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.NextAction;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatAssessorTest {
  private static final Instant EVENT_TIME = Instant.parse("2026-05-01T10:00:00Z");

  private final ChatAssessor assessor = new ChatAssessor(new DecisionTable(0.8));

  @Test
  void writesTheWholeRow() {
    Enrichment enrichment =
        TestingEnrichedChats.enrichment(
            "mixed",
            0.3,
            0.1,
            0.6,
            List.of("wifi"),
            List.of(new Opinion("support", "negative", List.of("rude"))));
    SilverChat chat =
        chat(
            new Message("agent", "Is there an outage? Do you want to cancel?", EVENT_TIME),
            new Message("customer", "My wifi keeps dropping, I want to cancel.", EVENT_TIME));

    assertThat(assessor.assess(new EnrichedChat(chat, enrichment)))
        .isEqualTo(
            new CustomerInsight(
                "A",
                2,
                "C-1",
                "T-1",
                "Berlin",
                "High",
                "Fiber 500",
                "chat",
                "en",
                EVENT_TIME,
                "mixed",
                0.6,
                0.3,
                0.1,
                0.6,
                List.of("wifi"),
                List.of("UNSTABLE_CONNECTION"),
                List.of("WANTS_TO_CANCEL"),
                true,
                true,
                NextAction.RETENTION_OUTREACH,
                "Mixed (0.60): \"wifi keeps dropping\" (UNSTABLE_CONNECTION); wants to cancel."
                    + " Criticised: support (rude).",
                "OK",
                null,
                "test-model",
                INGESTED_AT,
                INGESTED_AT,
                false));
  }

  @Test
  void whatMayBeTheAgentsWordsIsForAPersonAndNoRisk() {
    Enrichment enrichment = TestingEnrichedChats.sentiment("negative", 0.02, 0.03, 0.95);
    SilverChat chat =
        chat(
            new Message("participant_1", "The router is broken, awful. Cancel?", EVENT_TIME),
            new Message("participant_2", "no, all is fine", EVENT_TIME));

    CustomerInsight insight = assessor.assess(new EnrichedChat(chat, enrichment));

    assertThat(insight.speakersUnknown()).isTrue();
    assertThat(insight.highRisk()).isFalse();
    assertThat(insight.needsReview()).isTrue();
    assertThat(insight.nextAction()).isEqualTo(NextAction.HUMAN_REVIEW);
    assertThat(insight.aiInsights()).startsWith("Who is the customer is unknown");
  }

  @Test
  void hasARowForAChatThatTheServiceRefused() {
    CustomerInsight insight =
        assessor.assess(
            new EnrichedChat(
                chat(new Message("customer", "No internet!", EVENT_TIME)),
                TestingEnrichedChats.unanswered(EnrichmentStatus.REFUSED)));

    assertThat(insight.enrichmentStatus()).isEqualTo("REFUSED");
    assertThat(insight.enrichmentError()).isEqualTo("refused");
    assertThat(insight.technicalIssues()).containsExactly("NO_CONNECTION");
    assertThat(insight.confidence()).isNull();
    assertThat(insight.highRisk()).isFalse();
    assertThat(insight.nextAction()).isEqualTo(NextAction.HUMAN_REVIEW);
  }

  private static SilverChat chat(Message... messages) {
    return new SilverChat(
        "A",
        2,
        "C-1",
        "T-1",
        true,
        "Berlin",
        "High",
        "Fiber 500",
        "chat",
        "en",
        EVENT_TIME,
        List.of(messages),
        null,
        new Origin("chats/a.json", 1, INGESTED_AT),
        INGESTED_AT);
  }
}
