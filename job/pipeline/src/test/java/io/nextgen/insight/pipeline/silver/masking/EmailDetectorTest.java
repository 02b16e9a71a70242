package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write to «jo.lund@example.com».",
        "mail me at «Jo_Lund+news@mail.example.co.uk», thanks",
        "<«JO.LUND@EXAMPLE.COM»>",
        "mailto:«jo-lund%eu@example.photography»?",
        "it's «jörg.müller@bücher.example»",
        "my mail is «jo.lund＠example．com»",
        "«jo.lund92@example,org» is right",
        "«jolund85@gmail com» please",
        "write to «jo.lund @ example . org»",
        "«jo.lund@exa\u200bmple.com»",
        "two: «a@example.com», «b@example.com»",
        "(«o'brien@example.ie»)",
        "user «jo@localhost» logs in",
        "«\"jo.lund\"@example.com» it is"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.EMAIL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "follow us @example for news",
        "meet @ 5 pm",
        "2 @ $30.00 each",
        "the @ sign",
        "@",
        "@@@"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
