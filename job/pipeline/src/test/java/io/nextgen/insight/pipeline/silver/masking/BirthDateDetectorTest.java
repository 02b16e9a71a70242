package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dob: «1/23/79»; see the ticket",
        "date of birth «1987-12-12».",
        "I was born «19 March 1951»",
        "Please tell me your date of birth. It's «December 16, 1972»",
        "born on «12th of March 1985» in Leeds",
        "birthday is «24.08.1990» if you need it",
        "geboren am «3. Februar 1990»",
        "nací el «5 de mayo de 1988»",
        "née le «14/07/1991»",
        "it's like that since «06/16/1981»",
        "DOB «04071979»",
        "my birthday: «4 July 2015»",
        "born «8 / 12 / 1954»",
        "dob «16JUN1972»",
        "geb. «08. Dez. 1947»",
        "nacida el «3 09 1960»",
        "my birthday is «November 10»",
        "I was born in «June 1975»",
        "b-day «01081985» - i want to sign up",
        "D.O.B. «080185»",
        "my son is born «2015-05-01»",
        "dob «2nd April 1957», down since 12 Aug 2024",
        "dob «2 April 1957»\nlog: 2024-08-03 16:09:51.381 T3",
        "our birthdays are «2/3/1998» and «4/5/2015»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.BIRTH_DATE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The last sync was at 2024-09-12T10:45:06Z.",
        "I can see order 5755-833502 in the system.",
        "it is down since August 12, 2024",
        "modem software version 18.6.2",
        "firmware 10.11.12",
        "order 833502"
      })
  void leavesReadableAlsoBehindTheQuestion(String text) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("For security, what is your date of birth?");

    assertThat(conversation.maskTurn(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"«08011985»", "sure, it's «080185»", "«5/6/2011»", "«May 6»"})
  void masksTheAnswerToTheQuestion(String marked) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("For security, what is your date of birth?");

    MarkedText.assertMasked(PiiKind.BIRTH_DATE, marked, conversation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it has been down since 27.06.2024",
        "installed on September 3, 2024",
        "appointment was 2024-02-12",
        "since May 2024",
        "from 19 March to 20 March",
        "on 12/05/2023 at 10:00",
        "version 1.2.1990",
        "27 June 2024 10:15",
        "May 5, 2024 at 10 am"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
