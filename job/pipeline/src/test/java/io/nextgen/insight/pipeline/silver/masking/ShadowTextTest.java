package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call «212\u0000555\u00000134»\u0000now",
        "unter\u0000«2125550134»ok",
        "unter\u200b«2125550134»",
        "«2\u00011\u00022\u00035550134»",
        "«212\ud800555\udc000134» ok",
        "«212\ufffd555\ufffd0134»",
        "«212\ufffd\ufffd555\ufffd\ufffd0134»",
        "«212\u0096555\u00960134»",
        "«212\u3164555\u31640134»",
        "«212\ufe0f555\ufe0f0134»",
        "«212\u202e555\u202c0134»",
        "«2\u03361\u03362\u0336 5\u03365\u03365\u0336 0\u03361\u03363\u03364»\u0336",
        "«٢١٢-٥٥٥-٠١٣٤» is mine",
        "«२१२ ५५५ ०१३४»",
        "\u001b[31m«212-555-0134»\u001b[0m",
        "phone\u001f«2125550134»\u001fend"
      })
  void readsNumbersThroughWhatNobodySees(String marked) {
    String text = marked.replaceAll("[«»]", "");

    assertThat(MarkedText.conversation().maskTurn(text).replace("\u0336", ""))
        .isEqualTo(marked.replaceAll("«.*?»", "[PHONE_1]").replace("\u0336", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail «j\u0000o.lu\u200bnd@exam\u00adple.com»\u0000hi",
        "«j\ufffdrgen.m\ufffdller@example.com» ok",
        "«ⓙⓞ.lund@example.com»",
        "«j\u0336o\u0336.lund@e\u0336xample.com»",
        "«jo.lund%40example.com», «jo.lund%2540example.com»",
        "«jo.lund\\u0040example.com»"
      })
  void readsAddressesThroughWhatNobodySees(String marked) {
    MarkedText.assertMasked(PiiKind.EMAIL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"«Jo Lu\u0000nd» called", "«Jo\ufffdLund», hi", "«J\ud800o L\u200du\u2060nd»"})
  void readsTheCustomersNameThroughWhatNobodySees(String marked) {
    MarkedText.assertMasked(PiiKind.NAME, marked, MarkedText.conversation("Jo Lund", null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "a%40b, a@b",
    "a%2540b, a@b",
    "a%252540b, a@b",
    "M%C3%BCller, Müller",
    "M%25C3%25BCller, Müller",
    "M%FCller, Müller",
    "a%u0040b, a@b",
    "25%de descuento, 25%de descuento",
    "100% sure, 100% sure",
    "a%4, a%4",
    "a%C3%28, aÃ("
  })
  void readsPercentEncodings(String text, String expected) {
    assertThat(ShadowText.of(text).text()).isEqualTo(expected);
  }
}
