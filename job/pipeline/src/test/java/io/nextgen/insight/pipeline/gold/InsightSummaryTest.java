package io.nextgen.insight.pipeline.gold;

import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.enrichment;
import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.sentiment;
import static io.nextgen.insight.pipeline.gold.TestingEnrichedChats.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.gold.language.Opinion;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InsightSummaryTest {

  @Test
  void saysWhatIsWrongInTheCustomersWords() {
    Enrichment enrichment =
        enrichment(
            "negative",
            0.02,
            0.05,
            0.93,
            List.of("internet"),
            List.of(
                new Opinion("router", "negative", List.of("broken")),
                new Opinion("support", "negative", List.of("slow", "rude")),
                new Opinion("technician", "positive", List.of("friendly"))));

    assertThat(
            summary(
                enrichment,
                List.of(
                    new Finding("UNSTABLE_CONNECTION", "internet keeps dropping"),
                    new Finding("DEVICE_FAULT", "router is broken")),
                List.of(new Finding("WANTS_TO_CANCEL", "want to cancel"))))
        .isEqualTo(
            "Negative (0.93): \"internet keeps dropping\" (UNSTABLE_CONNECTION, DEVICE_FAULT);"
                + " wants to cancel. Criticised: router (broken), support (slow, rude)."
                + " Praised: technician (friendly).");
  }

  @Test
  void saysWhatACalmChatIsAbout() {
    Enrichment enrichment =
        enrichment("neutral", 0.05, 0.9, 0.05, List.of("data plan", "roaming"), List.of());

    assertThat(summary(enrichment, List.of(), List.of()))
        .isEqualTo("Neutral (0.90). About: data plan, roaming.");
  }

  @Test
  void leavesMasksOut() {
    Enrichment enrichment =
        enrichment(
            "negative",
            0,
            0,
            1,
            List.of("[EMAIL_1]", "PHONE_2", "BIRTH_DATE_1 and bill", "invoice"),
            List.of(
                new Opinion("NAME_1", "negative", List.of("rude")),
                new Opinion("agent", "negative", List.of("[NAME_1]", "rude"))));

    assertThat(summary(enrichment, List.of(), List.of()))
        .isEqualTo("Negative (1.00). Criticised: agent (rude). About: invoice.");
  }

  @Test
  void isNeverTooLong() {
    String words = String.join(" ", Collections.nCopies(60, "slow"));
    List<Finding> findings =
        List.of(
            new Finding("SLOW_SPEED", words), new Finding("A_NAME_OF_SOME_LENGTH", "any words"));
    Enrichment enrichment =
        enrichment(
            "negative",
            0,
            0,
            1,
            List.of(),
            Collections.nCopies(9, new Opinion(words, "negative", List.of(words))));

    assertThat(summary(enrichment, findings, findings))
        .hasSizeLessThanOrEqualTo(InsightSummary.MAX_LENGTH)
        .startsWith("Negative (1.00): \"slow slow")
        .contains("…\" (SLOW_SPEED, A_NAME_OF_SOME_LENGTH); slow speed, a name of some length.");
  }

  @Test
  void doesNotCutThroughACharacter() {
    Enrichment enrichment = sentiment("negative", 0, 0, 1);
    Finding finding = new Finding("SLOW_SPEED", "\uD83D\uDE21".repeat(100));

    assertThat(summary(enrichment, List.of(finding), List.of()))
        .matches("Negative \\(1\\.00\\): \"(\uD83D\uDE21)+…\" \\(SLOW_SPEED\\)\\.");
  }

  @Test
  void saysThatThereIsNoAnswer() {
    assertThat(summary(unanswered(EnrichmentStatus.EMPTY), List.of(), List.of()))
        .isEqualTo("The customer said nothing that can be read.");
    assertThat(
            summary(
                unanswered(EnrichmentStatus.REFUSED),
                List.of(new Finding("SLOW_SPEED", "slow wifi")),
                List.of()))
        .isEqualTo("No sentiment from the AI service: \"slow wifi\" (SLOW_SPEED).");
  }

  private static String summary(
      Enrichment enrichment, List<Finding> technicalIssues, List<Finding> churnSignals) {
    return InsightSummary.of(
        enrichment, SentimentVerdict.of(enrichment), technicalIssues, churnSignals, false);
  }
}
