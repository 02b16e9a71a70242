package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedAddressDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I live at «77 hollis ravine north pembrey»",
        "my address is «14 Wexcombe Reach, Oldcastle KY7 2QQ» thanks",
        "service address: «403 tamsin gate fort ellery».",
        "we moved to «9 Larkin Chase, Dunmere» last month",
        "I live at «26 high street wetherfold»",
        "the address is «Rijndijk 211, Zoetermere 3612 QB»",
        "ich wohne in der «erlenweide 10a» und warte",
        "meine Adresse ist «muhrweiler 67b bad orbach»",
        "j'habite «12 voie de Nesle, Tourcoing 59200»",
        "vivo en «explanada arturo, 12 coslada»",
        "mi dirección es «Rincón Alfaro 52, Telde»",
        "abito in «rotonda biasci 55» da anni",
        "my address is «Bennett Villas 23, Schoenfort»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.ADDRESS, marked);
  }

  @Test
  void understandsTheAnswerToTheQuestion() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is the service address?");

    MarkedText.assertMasked(
        PiiKind.ADDRESS, "Sure, it's «5071 Ondine Villas, Cummerworth»", conversation);
  }

  @Test
  void anAmountIsNoAnswer() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("And your address?");

    assertThat(conversation.maskTurn("rs 100 is nothing")).isEqualTo("rs 100 is nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I live at home with 3 kids and 2 dogs",
        "my address is wrong in your system since 3 months",
        "I moved to plan 500 last week",
        "I moved to Unlimited Plus 5 days ago",
        "I moved to the Gold 3 plan and pay 45 dollars",
        "we moved 2 routers to the new office",
        "moving to 5G Unlimited next month",
        "the email address does not work for 3 days",
        "my IP address ends in 24 and the mask is 16",
        "we live 20 minutes from the tower",
        "I live in Denver 5 years now",
        "you have my address, order 12345 was sent there",
        "please address this in 24 hours",
        "the live chat told me 4 devices are ok",
        "my address book has 300 contacts",
        "my address is right. Order 12345 came"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          and the address for the service | «eleven eighty birchmere road apartment seven c philadelphia one nine one oh three»
          What is your address?           | it's «eleven eighty birchmere road» and it is down
          What is your address?           | «1180 birchmere road apartment seven c»
          What is your address?           | «forty two oak street springfield illinois six two seven oh four»
          Wie lautet Ihre Adresse?        | «birkenstraße elf»
          Quelle est votre adresse ?      | «onze rue birchmere»
          """)
  void masksSpokenNumbersInTheAnswer(String question, String marked) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn(question);

    MarkedText.assertMasked(PiiKind.ADDRESS, marked, conversation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one moment please", "one sec", "two minutes", "i have three lines"})
  void leavesOtherAnswersReadable(String text) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("What is your address?");

    assertThat(conversation.maskTurn(text)).isEqualTo(text);
  }
}
