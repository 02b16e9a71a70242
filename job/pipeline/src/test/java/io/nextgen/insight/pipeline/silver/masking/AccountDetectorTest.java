package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my account number is «AC-7712345»",
        "customer id is «99281773»",
        "acct no «0012345678»",
        "passport «C01X00T47» of mine",
        "Kundennummer «4711-08154»",
        "account number «8778 10 169 9527205»",
        "Vertragskonto «375947545180»",
        "subscriber id «971980018616»",
        "il mio codice fiscale è «RSSMRA85T10A562S»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.ACCOUNT, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my account has 2 users",
        "order AC-7712345 is late",
        "ticket INC004729168",
        "plan code XFN604619",
        "account since 2019-05-01",
        "my account is on UNL5G-49491",
        "your account qualifies for 5GUW-959-12M"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @Test
  void masksTheAnswerToAQuestionForIt() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is the account number on your bill?");
    MarkedText.assertMasked(PiiKind.ACCOUNT, "sure: «AC-7712345»\non a CM1200", conversation);
  }

  @Test
  void leavesTheAnswerToAQuestionForAnOrder() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    String question = "What is the order number?";
    assertThat(conversation.maskTurn(question)).isEqualTo(question);
    assertThat(conversation.maskTurn("892506045")).isEqualTo("892506045");
  }
}
