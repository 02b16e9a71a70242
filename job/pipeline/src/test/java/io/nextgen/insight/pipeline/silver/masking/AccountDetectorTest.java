package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my account number is «AC-7712345»",
        "customer id is «99281773»",
        "acct no «0012345678»",
        "passport «C01X00T47» of mine",
        "Kundennummer «4711-08154»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.ACCOUNT, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my account has 2 users",
        "order AC-7712345 is late",
        "ticket INC004729168",
        "plan code XFN604619",
        "account since 2019-05-01"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
