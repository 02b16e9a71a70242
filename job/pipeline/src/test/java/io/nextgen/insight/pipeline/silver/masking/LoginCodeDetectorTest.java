package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCodeDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i have the code now, it's «402917»",
        "the code is «4029»",
        "the code you texted me is «402 917»",
        "use code «402917» to log in",
        "your Acme code: «402917»",
        "«G-402917» is your code",
        "«402917» is the new code I received",
        "the code from your text is «K7P2QX»",
        "we sent you a code, is it «402917»? no, the code is «402918»",
        "Ihr Code lautet «402917»",
        "meine TAN ist «402917»",
        "su código es «402917»",
        "el código que me llegó es el «402917»",
        "votre code est le «402917»",
        "le code reçu par sms : «402917»",
        "il codice è «402917»",
        "o código que recebi é «402917»",
        "de code is «402917»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.SECRET, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promo code SAVE2025, error code 6510, area code 267, zip code 19103",
        "the error code is 651001",
        "my zip code is 19103",
        "the promo code is 402917",
        "the voucher code is 402917",
        "plan code 4029, QR code 402917",
        "the code on the screen is 4029",
        "it shows a code, it's 402917",
        "I get code 503 and then 5031",
        "the code for my order is 402917",
        "I entered the code 20 times since 2024",
        "the code is valid for 10 minutes",
        "the code costs $4029",
        "der Fehlercode ist 651001, die Postleitzahl ist 10117",
        "el código postal es 28014",
        "le code postal est 75012",
        "il codice postale è 20122",
        "o código promocional é 402917",
        "kortingscode 402917"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Read me the 6 digit code we texted you.      | 402 917            | [SECRET_1]
          What's the code?                             | 402917             | [SECRET_1]
          Can you tell me the code we just sent you?   | ok it's 402917     | ok it's [SECRET_1]
          What's the code?                             | 4 0 2 9 1 7        | [SECRET_1]
          Was ist Ihr Code?                            | G-402917           | [SECRET_1]
          ¿Cuál es el código que le enviamos?          | son 402917         | son [SECRET_1]
          What's the code?                             | i called 4 times   | i called 4 times
          What's the code?                             | none since 2024    | none since 2024
          What error code do you see?                  | 651001             | 651001
          What's your zip code?                        | 19103              | 19103
          What is the plan code?                       | 402917             | 402917
          Which code does the screen show? The error.  | 651001             | 651001
          """)
  void understandsTheAnswerToTheQuestion(String question, String answer, String masked) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn(question);

    assertThat(conversation.maskTurn(answer)).isEqualTo(masked);
  }
}
