package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my card is «4111 1111 1111 1111».",
        "«4111-1111-1111-1111» exp 12/27",
        "«4111.1111.1111.1111»",
        "«4111111111111111» is the card on file",
        "amex «3782 822463 10005»",
        "amex «3782-822463-10005»",
        "«3782\u00a0822463\u00a010005»",
        "mastercard «5555 5555 5555 4444»",
        "«2223003122003222» got charged",
        "discover «6011 1111 1111 1117»",
        "diners «3056 930902 5904»",
        "«4222222222222» declined",
        "card no:«4111111111111111»",
        "«４１１１ １１１１ １１１１ １１１１»",
        "«4111‑1111‑1111‑1111» declined",
        "«4111\u200b1111\u200b1111\u200b1111» declined",
        "«4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1»",
        "«4111, 1111, 1111, 1111» declined",
        "my credit card number is «4111 1111 1111 1112» i think",
        "meine Karte «4111/1111/1111/1111»",
        "mi tarjeta es «41111111 11111111»",
        "it says «4111\n1111\n1111\n1111» there",
        "«4111 1111\n1111 1111»",
        "Mir «2200 0000 0000 0004»",
        "the card number is «3888, 806496, 4806» and the name",
        "visa «4870;0038;1217;5092»",
        "«4870 / 0038 / 1217 / 5092» it is",
        "«4870 00381217 5092» please",
        "«4242424242424242»/«5555555555554444»",
        "«4242 4242 4242 4242»/1129",
        "«4242424242424242»|11|2029|123"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.CARD, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 4111-1111-1111-1112 never arrived",
        "voucher 8263-7292-9070-6985 is rejected",
        "tracking JD014600082857564318",
        "the return label is 9400804851750435525534",
        "order number 406-7754321-8901234",
        "it dropped at 1764644397",
        "visa ending 4262",
        "https://help.example.com/kb/4111111111111111",
        "equipment serial 1587701209692695",
        "SIM card 8901260123456789012 does not register",
        "orders 4111, 1111, 1111, 1111 came",
        "my card was charged 49.99, 59.99, 69.99 and 79.99",
        "the card is from 2019, 2020, 2021, 2022"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
