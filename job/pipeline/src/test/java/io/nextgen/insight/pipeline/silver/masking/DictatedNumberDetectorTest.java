package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictatedNumberDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so «4242, then 4242, then 4242 and 4242»",
        "that was «4242 4242, and then, uh, 4242 4242», right?",
        "also «4242, dann 4242, dann 4242 und 4242»",
        "bueno, «4242, luego 4242, 4242 y 4242»"
      })
  void masksCards(String marked) {
    MarkedText.assertMasked(PiiKind.CARD, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my phone is «212, then 555, then 0134»",
        "so I call you on «212, and then 555 and 0134»"
      })
  void masksPhones(String marked) {
    MarkedText.assertMasked(PiiKind.PHONE, marked);
  }

  @Test
  void masksTheAnswerToTheQuestion() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is your social security number?");

    assertThat(conversation.maskTurn("219, then 09 and 9999")).isEqualTo("[SSN_1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242, then 4242, then 4242 and 4243",
        "order 4242, then 4242, then 4242 and 4242",
        "I waited 20, then 30, then 45 and 60 minutes",
        "channels 212, then 555, then 0134"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
