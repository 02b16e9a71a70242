package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiHasher;
import io.nextgen.insight.pipeline.silver.PiiKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiMaskerTest {
  private static final List<String> VALUES =
      List.of(
          "jo.lund@example.com",
          "(212) 555-0134",
          "+44 20 7946 0958",
          "4111 1111 1111 1111",
          "078-05-1120",
          "DE89 3704 0044 0532 0130 00",
          "203.0.113.7",
          "2001:db8::7b75:2dc9",
          "9a:cd:37:5f:48:75");

  private static final List<String> WORDS =
      List.of(
          "the",
          "modem",
          "is",
          "slow",
          "since",
          "yesterday",
          "again",
          "café",
          "🙂",
          "👩‍👩‍👧",
          "naïve",
          "日本語",
          "ﬁbre",
          "\u200b",
          "\u00a0",
          "z\u0301",
          "𝒳",
          "…",
          "—",
          "$5.99",
          "v1.2.3",
          "\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jo.Lund@Example.com         | jo.lund＠example．com
          (212) 555-0134              | +1 212.555.0134
          020 7946 0958               | +44 20 7946 0958
          4111 1111 1111 1111         | 4111-1111-1111-1111
          078-05-1120                 | 078 05 1120
          DE89370400440532013000      | de89 3704 0044 0532 0130 00
          2001:db8::ABCD:1            | 2001:DB8::abcd:1
          9a:cd:37:5f:48:75           | 9ACD.375F.4875
          my name is Jürgen Weber     | my name is Weber, Jurgen
          """)
  void givesOneTokenToEverySpellingOfAValue(String one, String other) {
    PiiMasker.Conversation conversation = MarkedText.conversation();

    assertThat(conversation.maskTurn(other)).isEqualTo(conversation.maskTurn(one)).contains("_1]");
  }

  @Test
  void numbersTheValuesOfAKind() {
    assertThat(
            MarkedText.conversation()
                .maskTurn("a@example.com b@example.com 212-555-0134 a@example.com"))
        .isEqualTo("[EMAIL_1] [EMAIL_2] [PHONE_1] [EMAIL_1]");
  }

  @Test
  void masksOnlyTheConfiguredKinds() {
    PiiMasker masker =
        new PiiMasker(
            EnumSet.of(PiiKind.EMAIL),
            List.of("US"),
            List.of("en"),
            new PiiHasher("another key".getBytes()));

    assertThat(
            masker
                .conversation(List.of(), MarkedText.ledger())
                .maskTurn("a@example.com, 212-555-0134"))
        .isEqualTo("[EMAIL_1], 212-555-0134");
  }

  @Test
  void understandsTheBareAnswerToAQuestion() {
    assertThat(answer("Can I have your full name?", "zbigniew wojciechowski"))
        .isEqualTo("[NAME_1]");
    assertThat(answer("What is your date of birth?", "12/03/1991")).isEqualTo("[BIRTH_DATE_1]");
    assertThat(answer("Please give me your phone number", "5550134")).isEqualTo("[PHONE_1]");
    assertThat(answer("What is your number?", "3074185296")).isEqualTo("[PHONE_1]");
    assertThat(answer("your number?", "it's 1755302400")).isEqualTo("it's [PHONE_1]");
    assertThat(answer("What colour is the light?", "212 555 0134")).isEqualTo("[PHONE_1]");
    assertThat(answer("And the PIN please?", "4821")).isEqualTo("[SECRET_1]");
    assertThat(answer("Can you tell me the security code?", "883311")).isEqualTo("[SECRET_1]");
    assertThat(answer("What's your order number?", "2125550134")).isEqualTo("2125550134");
    assertThat(answer("How can I help?", "5550134")).isEqualTo("5550134");
  }

  @Test
  void understandsAQuestionWithoutItsSigns() {
    assertThat(answer("last four of your social", "9999")).isEqualTo("[SSN_1]");
    assertThat(answer("and your date of birth", "5/6/2011")).isEqualTo("[BIRTH_DATE_1]");
    assertThat(answer("and the address for the service", "12 kariane")).isEqualTo("[ADDRESS_1]");
    assertThat(answer("und Ihre Telefonnummer", "5550134")).isEqualTo("[PHONE_1]");
    assertThat(answer("and my phone died", "5550134")).isEqualTo("5550134");
    assertThat(answer("your phone is broken", "5550134")).isEqualTo("5550134");
  }

  @Test
  void keepsAQuestionOpenOverAnInterjection() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("Can I have your full name please?");
    conversation.maskTurn("sure");

    assertThat(conversation.maskTurn("zbigniew wojciechowski")).isEqualTo("[NAME_1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i am jo lund",
        "JO LUND here",
        "Lund, Jo",
        "it's Jö Lünd",
        "jolund called",
        "the bill of Lund's house"
      })
  void knowsTheCustomersNameInEverySpelling(String text) {
    assertThat(MarkedText.conversation("Jo Lund", null, null).maskTurn(text))
        .contains("[NAME_1]")
        .doesNotContainIgnoringCase("lund");
  }

  @Test
  void takesAnEverydayWordForTheCustomersNameOnlyWhereItIsOne() {
    PiiMasker.Conversation conversation = MarkedText.conversation("Bill Price", null, null);

    assertThat(conversation.maskTurn("my bill is wrong, the price went up"))
        .isEqualTo("my bill is wrong, the price went up");
    assertThat(conversation.maskTurn("it's bill price, ask for Bill"))
        .isEqualTo("it's [NAME_1], ask for [NAME_1]");
  }

  @Test
  void knowsTheCustomersPhoneEvenWhereItIsCalledAnOrder() {
    assertThat(
            MarkedText.conversation(null, null, "+1 (212) 555-0134").maskTurn("order 2125550134"))
        .isEqualTo("order [PHONE_1]");
  }

  @Test
  void knowsTheCustomersLogin() {
    assertThat(
            MarkedText.conversation(null, "jo.lund77@example.com", null)
                .maskTurn("my login jo.lund77 fails"))
        .isEqualTo("my login [EMAIL_1] fails");
  }

  @Test
  void leavesAMaskedTextAsItIs() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String masked = MarkedText.conversation().maskTurn(randomText(random).text());

      assertThat(MarkedText.conversation().maskTurn(masked)).isEqualTo(masked);
    }
  }

  @Test
  void masksJustTheValuesInWhateverUnicodeAround() {
    Random random = new Random(42);
    for (int i = 0; i < 300; i++) {
      RandomText sample = randomText(random);
      String masked = MarkedText.conversation().maskTurn(sample.text());

      assertThat(masked.replaceAll("\\[[A-Z_]+_\\d+]", "#")).isEqualTo(sample.expected());
    }
  }

  @Test
  void countsWhatItMasks() {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn("a@example.com, b@example.com");
    conversation.maskField("212-555-0134");

    assertThat(conversation.masked())
        .containsOnly(Map.entry(PiiKind.EMAIL, 2), Map.entry(PiiKind.PHONE, 1));
  }

  @Test
  void leavesShortLabelsButWhatIsUnmistakable() {
    PiiMasker.Conversation conversation = MarkedText.conversation("Charlotte Lund", null, null);

    assertThat(conversation.maskLabel("Charlotte")).isEqualTo("Charlotte");
    assertThat(conversation.maskLabel("jo@example.com")).isEqualTo("[EMAIL_1]");
    assertThat(conversation.maskLabel(null)).isNull();
  }

  private static String answer(String question, String answer) {
    PiiMasker.Conversation conversation = MarkedText.conversation();
    conversation.maskTurn(question);
    return conversation.maskTurn(answer);
  }

  /** A text with values in it, and the same with # in their places. */
  private record RandomText(String text, String expected) {}

  private static RandomText randomText(Random random) {
    List<String> values = new ArrayList<>(VALUES);
    Collections.shuffle(values, random);
    StringBuilder text = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (String value : values.subList(0, 1 + random.nextInt(3))) {
      String words =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
              .reduce("so", (a, b) -> a + " " + b);
      text.append(words).append(" is ").append(value).append(" ok ");
      expected.append(words).append(" is # ok ");
    }
    return new RandomText(text.toString(), expected.toString());
  }
}
