package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledByWordsDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could you spell your last name?       | «L as in Lima, U as in Uniform, N as in November, D as in Delta»
          Spell your surname for me please      | «lima uniform november delta»
          and your last name                    | sure, «L for London, U for Uncle, N for Nancy and D for Dog»
          Your name?                            | it's «double l oscar yankee delta»
          Your name?                            | «L as in Lima, O, Y as in Yankee, D»
          Wie ist Ihr Nachname?                 | «L wie Ludwig, U wie Ulrich, N wie Nordpol, D wie Dora»
          Ihr Name bitte, buchstabiert          | «ludwig ulrich nordpol dora»
          ¿Cuál es su apellido?                 | «L de Lugo, U de Uruguay, N de Navarra»
          Quel est votre nom ?                  | «L comme Louis, U comme Ursule, N comme Nicolas»
          Qual è il suo cognome?                | «L come Livorno, U come Udine, N come Napoli»
          Qual é o seu sobrenome?               | «L de Lisboa, U de Uva, N de Navio»
          Wat is uw naam?                       | «L van Lodewijk, U van Utrecht, N van Nico»
          """)
  void masksTheAnswerToTheQuestion(String question, String marked) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn(question);

    MarkedText.assertMasked(PiiKind.NAME, marked, conversation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my name is «L for lima U for umbrella N like Nancy D as in dog»",
        "it's spelled «lima uniform november delta»",
        "«G as in George, R as in Robert, A as in Adam»",
        "that is «golf romeo alpha charlie echo»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.NAME, marked);
  }

  @Test
  void givesTheCustomersNameItsToken() {
    PiiMasker.Conversation conversation = MarkedText.conversation("Jo Lund", null, null);

    assertThat(conversation.maskTurn("Lund, so lima uniform november delta"))
        .isEqualTo("[NAME_1], so [NAME_1]");
  }

  @Test
  void masksWhatElseIsAskedForAsThat() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is your password?");

    assertThat(conversation.maskTurn("K as in Kilo, L as in Lima, M as in Mike"))
        .isEqualTo("[SECRET_1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the model is N as in Nancy, G as in George, U as in Umbrella",
        "booking B as in Bravo, C as in Charlie, D as in Delta, 4",
        "B as in Bravo, C as in Charlie, D as in Delta, 4, 7",
        "I like ice cream at the golf hotel",
        "mike from india likes tango",
        "my plan is for november, as in the last year"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @Test
  void leavesASpelledReferenceReadable() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is your booking reference?");

    assertThat(conversation.maskTurn("K as in Kilo, L as in Lima, M as in Mike"))
        .isEqualTo("K as in Kilo, L as in Lima, M as in Mike");
  }
}
