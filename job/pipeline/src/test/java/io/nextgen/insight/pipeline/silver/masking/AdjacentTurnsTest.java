package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values whose parts stand in several turns. "A:" begins a turn of the agent. */
class AdjacentTurnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4242 / 4242 / 4242 / 4242 / exp 11/28        | [CARD] / [CARD] / [CARD] / [CARD] / exp 11/28
          my visa is 4242 4242 / 4242 4242, ok?        | my visa is [CARD] / [CARD], ok?
          3782 / 822463 / 10005                        | [CARD] / [CARD] / [CARD]
          4242 / A: mhm / 4242 / A: go on / 4242 / 4242 | [CARD] / mhm / [CARD] / go on / [CARD] / [CARD]
          4242 / hold on / 4242 / one sec / 4242 / 4242 | [CARD] / hold on / [CARD] / one sec / [CARD] / [CARD]
          4242 4242 / A: and the last eight digits of it, please? / 4242 4242 | [CARD] / and the last eight digits of it, please? / [CARD]
          4242 / then 4242 / then 4242, / and 4242?    | [CARD] / then [CARD] / then [CARD], / and [CARD]?
          four two four two / 4242 / 4242 / 4242       | [CARD] / [CARD] / [CARD] / [CARD]
          DE89 / 3704 / 0044 / A: ok / 0532 / 0130 / 00 | [IBAN] / [IBAN] / [IBAN] / ok / [IBAN] / [IBAN] / [IBAN]
          GB82 / WEST / 1234 / 5698 / 7654 / 32        | [IBAN] / [IBAN] / [IBAN] / [IBAN] / [IBAN] / [IBAN]
          """)
  void findsWhatACheckNumberProtectsWithoutAQuestion(String turns, String masked) {
    assertThat(mask(turns)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A: What number can we reach you on? / 212 / 555 / 0134 | What number can we reach you on? / [PHONE] / [PHONE] / [PHONE]
          A: Your social security number? / 219 / 09 / 9999      | Your social security number? / [SSN] / [SSN] / [SSN]
          A: And your email? / jo.lund / @example.com            | And your email? / [EMAIL] / [EMAIL]
          A: And your email? / jo.lund@ / example.com            | And your email? / [EMAIL] / [EMAIL]
          A: And your email? / jo / dot / lund / at example dot com | And your email? / [EMAIL] / [EMAIL] / [EMAIL] / [EMAIL]
          A: What is the service address? / 1180 / Birchmere Rd / apt 7c / 19103 | What is the service address? / [ADDRESS] / [ADDRESS] / [ADDRESS] / [ADDRESS]
          A: Your date of birth? / march / 14 / 1986             | Your date of birth? / [BIRTH_DATE] / [BIRTH_DATE] / [BIRTH_DATE]
          A: What's the code we texted you? / 402 / 917          | What's the code we texted you? / [SECRET] / [SECRET]
          A: Please spell your last name / L / U / N / D         | Please spell your last name / [NAME] / [NAME] / [NAME] / [NAME]
          A: Ihre Telefonnummer bitte / 030 / 555 / 0134         | Ihre Telefonnummer bitte / [PHONE] / [PHONE] / [PHONE]
          my phone number is / 212 / 555 / 0134                  | my phone number is / [PHONE] / [PHONE] / [PHONE]
          the wifi password is / riverboat                       | the wifi password is / [SECRET]
          """)
  void findsWhatIsAskedForOrAnnounced(String turns, String masked) {
    assertThat(mask(turns)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A: How many bars do you see? / 2 / sometimes 3 / order 4500123456
          4500 / 1234 / 5678 / 9013
          A: What's your order number? / 212 / 555 / 0134
          212 / 555 / 0134
          speed is 10 / 100 / 1000 now
          4242 / A: 4242 / 4242 / A: 4242
          jo.lund / @example
          1180 / Birchmere Rd is dug up / 19103 is fine
          """)
  void leavesReadable(String turns) {
    assertThat(mask(turns)).isEqualTo(turns.strip().replace("A: ", ""));
  }

  @Test
  void givesEachPartTheTokenOfTheWholeValue() {
    assertThat(
            MarkedText.conversation()
                .maskTurns(
                    turns("4242 4242 4242 4242 / 5555 5555 / 5555 4444 / 4242 4242 / 4242 4242")))
        .containsExactly("[CARD_1]", "[CARD_2]", "[CARD_2]", "[CARD_1]", "[CARD_1]");
  }

  @Test
  void readsTurnsWithoutSpeakersToo() {
    List<Message> turns =
        turns("What is your phone number? / 212 / ok / 555 / 0134").stream()
            .map(turn -> new Message(null, turn.text(), null))
            .toList();

    assertThat(MarkedText.conversation().maskTurns(turns))
        .containsExactly("What is your phone number?", "[PHONE_1]", "ok", "[PHONE_1]", "[PHONE_1]");
  }

  @Test
  void findsAValueWhereverItStandsAmongManyShortTurns() {
    for (int before = 40; before < 80; before++) {
      List<Message> turns =
          new ArrayList<>(turns("12 / ".repeat(before) + "4242 / 4242 / 4242 / 4242"));

      assertThat(MarkedText.conversation().maskTurns(turns).subList(before, before + 4))
          .containsOnly("[CARD_1]");
    }
  }

  @Test
  void countsEachToken() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurns(turns("4242 4242 / 4242 4242"));

    assertThat(conversation.masked()).containsOnly(Map.entry(PiiKind.CARD, 2));
  }

  private static String mask(String turns) {
    return MarkedText.withoutNumbers(
        String.join(" / ", MarkedText.conversation().maskTurns(turns(turns))));
  }

  private static List<Message> turns(String turns) {
    return Arrays.stream(turns.split(" / "))
        .map(
            turn ->
                turn.startsWith("A: ")
                    ? new Message("agent", turn.substring(3), null)
                    : new Message("customer", turn, null))
        .toList();
  }
}
