package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsnDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my ssn is «078-05-1120»",
        "«078 05 1120» this is my ssn number.",
        "«078.05.1120»",
        "social security number «078051120».",
        "last agent verified me with «219-09-9999» as my social",
        "«219–09–9999»",
        "it is «457555462»",
        "ssn «000-00-0001»",
        "SSN: «457 555 462»",
        "last four of my social is «5462»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.SSN, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 457555462 is late",
        "two orders, A695295040 and 457555462",
        "1Z 239 765 11 8623 488 0 is stuck",
        "https://help.example.com/kb/article/457555462",
        "it cost $457555462",
        "000-12-3456 looks odd",
        "build 45755.5462",
        "serial no 457555462"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
