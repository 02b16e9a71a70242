package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IBAN «DE89 3704 0044 0532 0130 00».",
        "«DE89370400440532013000»",
        "refund to «gb82west12345698765432» please",
        "«GB82-WEST-1234-5698-7654-32»",
        "«FR14 2004 1010 0505 0001 3M02 606» is mine",
        "«NL91ABNA0417164300», thanks",
        "«ＤＥ８９ 3704 0044 0532 0130 00»",
        "iban: «BE68.5390.0754.7034» und weiter",
        "IBAN«DE89370400440532013000»",
        "«DE89 3704\n0044 0532 0130 00»",
        "«DE89_3704_0044_0532_0130_00»",
        "«GB82  WEST  1234  5698  7654  32»",
        "my IBAN is «IR40 5632 8353 2025 9700 6085 02» and I wait",
        "iban «DE88 3704 0044 0532 0130 00» please",
        "refund to «FR51 3407 7181 7262 4605 9044 7262 4».\nthen call",
        "to («FR711757046162025426659332336»)"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.IBAN, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tracking RR577632724GB",
        "model TG1682G and CM1000-100NAS",
        "AB12 is a plan",
        "order DE12345678901234567890",
        "refund to FR52 3407 7181 7262 4605 9044 7262 4 came"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
