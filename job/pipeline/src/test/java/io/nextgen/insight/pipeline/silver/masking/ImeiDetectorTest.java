package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImeiDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imei «490154203237518»",
        "the phone's IMEI: «49-015420-323751-8» and it says blocked",
        "IMEI is «490154203237519»",
        "IMEISV imei «4901542032375186»",
        "blocked: «358240051111110»",
        "blocked: «35-824005-111111-0»",
        "IMEI/MEID «990052-52-981997-4»",
        "IMEI/MEID: «86951153/825108/9».",
        "MEID «A000004B3F2C1D».\nthanks",
        "meid «a0 00004b 3f2c1d»",
        "MEID: «A0-00004B-3F2C1D-8»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.IMEI, marked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"order 358240051111110", "number 123456789012345", "key A000004B3F2C1D"})
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
