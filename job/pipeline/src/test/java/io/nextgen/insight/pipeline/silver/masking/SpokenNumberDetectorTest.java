package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenNumberDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call me on «five five five, oh one three four»",
        "«two one two five five five, zero one three four»",
        "it's «two one two, double five five, oh one three four» ok",
        "«seven seven zero zero nine hundred one two three»",
        "meine Nummer: «null eins sieben eins drei neun zwei null null»",
        "mi número es «nueve uno cinco cinco cinco cero uno dos tres»",
        "mon numéro: «zéro six douze trente-quatre cinquante-six»",
        "mi móvil es «seis doce treinta y cuatro cincuenta y seis»",
        "numero «tre quattro sette dodici trenta quaranta»",
        "text «three zero two... five five five... nine four seven six» when done",
        "«three one two, and then five five five, uh, five seven seven six»",
        "«three one two dash five five five dash five seven seven six»",
        "«null eins sieben sechs, einundzwanzig, vierunddreißig, äh, acht sieben»",
        "«nul zes, vierendertig twaalf achtenzeventig eenentwintig»",
        "«tre quattro sette, ventuno, trentaquattro, cinquantotto, e poi settantadue»",
        "«seis uno dos... veinticuatro... treinta y cinco... cuarenta y seis»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.PHONE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two or three times a day",
        "one two three four",
        "I have one phone and two tablets",
        "twenty one days and nine hours",
        "five hundred people",
        "two or three, and then four or five more times",
        "I waited one... two... three hours and then four more"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          last four of your social          | nine nine nine nine                    | [SSN_1]
          Your social security number?      | two one nine, oh nine, nine nine nine nine | [SSN_1]
          What is your PIN?                 | it's four eight two one                | it's [SECRET_1]
          What's the code we texted you?    | four oh two nine one seven             | [SECRET_1]
          Your card number?                 | four two four two, four two four two, four two four two, four two four three | [CARD_1]
          Ihre PIN?                         | vier acht zwei eins                    | [SECRET_1]
          What number can I call?           | double two one, triple five, oh one double three | [PHONE_1]
          How many devices?                 | nine nine nine nine                    | nine nine nine nine
          What's your order number?         | four oh two nine                       | four oh two nine
          """)
  void understandsTheAnswerToAQuestion(String question, String answer, String masked) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn(question);

    assertThat(conversation.maskTurn(answer)).isEqualTo(masked);
  }
}
