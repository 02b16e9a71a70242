package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mac «9a:cd:37:5f:48:75»",
        "«C6-3D-78-55-42-D6» on the sticker",
        "«5980.7c3c.6b3c»,",
        "mac address «9acd375f4875»",
        "mac is «10-20-30-40-50-60»",
        "«00-1B-44-11-3A-B7-AA-01» and «00-1B-44-11-3A-B7»-eth0",
        "unknown device «68 76 82 8A D9 60» on my network",
        "the mac is «9acd37-5f4875»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.MAC, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:37:21",
        "order 10-20-30-40-50-60",
        "0x9acd375f",
        "commit 9acd375f4875",
        "AB12-CD34-EF56-7890",
        "part 9acd37-5f4875"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
