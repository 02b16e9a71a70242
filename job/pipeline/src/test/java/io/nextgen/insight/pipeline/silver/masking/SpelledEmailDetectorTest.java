package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledEmailDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email: «jo.lund &#64; example.org» (no spaces)",
        "mail «jo85&commat;example.org»",
        "my addy: «jo_lund5 @example.org»",
        "«jo.lund (@) example dot org»",
        "«jo.lund[@]gmail com»",
        "«jo underscore lund at hotmail com»",
        "my email is «jolund at gmail»",
        "«jo.lund_at_example.org»",
        "«jo.lund@@example.org»",
        "«jo dot lund@gmail dot com»",
        "mi correo es «jo guion bajo lund arroba example punto org»",
        "its «jo dot lund at example dot com»",
        "«jo.lund88 (at) example (dot) org» please",
        "«jo.lund12[at]example[dot]org»",
        "«zlund79 AT example.org», thanks",
        "my email is «jane underscore doe at yahoo dot co dot uk»",
        "«robin 45 gmailcom»",
        "meine mail: «jo punkt lund at example punkt de»",
        "mi correo es «jo punto lund arroba example punto com»",
        "«jolund at sign gmail dot com»",
        "«jolund(a)gmail.com»",
        "write «jolundatgmaildotcom»",
        "«jolund85 gmail.com» is mine",
        "«jo.lund (at) my-shop (dot) org»",
        "«jolund arroba example.net»",
        "«jo at example dot co dot uk»",
        "it's «j o 9 9 at gmail dot com»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.EMAIL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meet me at noon",
        "I waited at example.com for hours",
        "log in at xfinity.com please",
        "look at it dot by dot",
        "at home"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
