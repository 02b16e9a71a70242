package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenBirthDateDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          and your date of birth   | «april twenty second nineteen seventy nine»
          and your date of birth   | sure, the «second of may two thousand and one»
          Date of birth please?    | «four twenty two seventy nine»
          Date of birth please?    | «april 22nd seventy nine» ok
          Ihr Geburtsdatum?        | «zweiundzwanzigster april neunzehnhundertneunundsiebzig»
          Ihr Geburtsdatum?        | «zweiundzwanzigster vierter neunundsiebzig»
          ¿Su fecha de nacimiento? | «veintidós de abril de mil novecientos setenta y nueve»
          Votre date de naissance ? | «vingt-deux avril mille neuf cent soixante-dix-neuf»
          La sua data di nascita?  | «ventidue aprile millenovecentosettantanove»
          Sua data de nascimento?  | «vinte e dois de abril de mil novecentos e setenta e nove»
          Uw geboortedatum?        | «tweeëntwintig april negentienhonderdnegenenzeventig»
          """)
  void masksTheAnswerToTheQuestion(String question, String marked) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn(question);

    MarkedText.assertMasked(PiiKind.BIRTH_DATE, marked, conversation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i was born on the «third of june nineteen sixty»",
        "my birthday is «june third»",
        "date of birth «six three sixty»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.BIRTH_DATE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it stopped on the third of june",
        "the first bill was in march two thousand twenty four",
        "for the first time in may"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"i called two or three times in march", "since one or two weeks", "may i ask why"})
  void leavesOtherAnswersReadable(String text) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is your date of birth?");

    assertThat(conversation.maskTurn(text)).isEqualTo(text);
  }
}
