package io.nextgen.insight.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.emulator.language.DocumentSentiment.Assessment;
import io.nextgen.insight.emulator.language.DocumentSentiment.Sentence;
import io.nextgen.insight.emulator.language.DocumentSentiment.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionsTest {

  private static final LanguageAnalyzer ANALYZER = new LanguageAnalyzer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The customer service was terrible.        | customer service: terrible",
        "You have terrible customer service.       | customer service: terrible",
        "My internet keeps dropping.               | internet: keeps dropping",
        "I love the new app.                       | app: love",
        "The router is slow and the price is great.| router: slow; price: great",
        "THE APP CRASHES EVERY TIME                | APP: CRASHES",
        "Your agent was rude and unhelpful.        | agent: rude, unhelpful",
      })
  void whatIsSaidAboutWhat(String text, String expected) {
    assertThat(opinions(text)).isEqualTo(expected);
  }

  @Test
  void aTargetWithBothKindsOfOpinionIsMixed() {
    Sentence sentence = sentence("The technician was friendly and very late and incompetent.");

    assertThat(sentence.targets())
        .singleElement()
        .extracting(Target::label)
        .isEqualTo(Sentiment.MIXED);
  }

  @Test
  void aNegatedOpinionSaysSo() {
    Sentence sentence = sentence("The signal is never really reliable.");

    assertThat(sentence.assessments()).allMatch(Assessment::negated).isNotEmpty();
    assertThat(sentence.targets().get(0).label()).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void aGreetingOrAThankYouIsNoOpinion() {
    assertThat(opinions("Good morning Grace, thanks for the parcel 😀")).isEmpty();
  }

  @Test
  void masksAreNeverTargets() {
    assertThat(opinions("[NAME_1] is terrible.")).isEmpty();
    assertThat(opinions("The awful [EMAIL_2] is terrible.")).isEmpty();
  }

  @Test
  void withoutMiningThereAreNone() {
    Sentence sentence =
        ANALYZER.sentiment("The service is terrible.", "en", false).sentences().get(0);

    assertThat(sentence.targets()).isEmpty();
    assertThat(sentence.assessments()).isEmpty();
  }

  private static Sentence sentence(String text) {
    return ANALYZER.sentiment(text, "en", true).sentences().get(0);
  }

  private static String opinions(String text) {
    Sentence sentence = sentence(text);
    List<String> opinions = new ArrayList<>();
    for (Target target : sentence.targets()) {
      List<String> assessments =
          target.assessments().stream()
              .map(index -> sentence.assessments().get(index).span().of(text))
              .toList();
      opinions.add(target.span().of(text) + ": " + String.join(", ", assessments));
    }
    return String.join("; ", opinions);
  }
}
