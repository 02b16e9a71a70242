package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases are those of the Flink job's {@code IdsTest}. */
class CustomerIdTest {

  @ParameterizedTest
  @CsvSource({
    "4402, 4402",
    "4402.0, 4402",
    "4402.000, 4402",
    "4.402E3, 4402",
    "4402e-0, 4402",
    "44020e-1, 4402",
    "-4402.0, -4402",
    "0.0, 0",
    "9007199254740993.0, 9007199254740993",
    "12345678901234567890123.0, 12345678901234567890123",
    "4402.5, 4402.5",
    "4402.50, 4402.50",
    "1e400, 1E+400",
    "1e999999999, 1E+999999999",
    "1e99999999999, 1e99999999999",
  })
  void aNumberThatIsWholeIsWrittenOut(String number, String expected) {
    assertThat(CustomerId.ofNumber(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "4402.0, 4402",
    "4402.00, 4402",
    "' 0.0 ', 0",
    "4402, 4402",
    "4402., 4402.",
    ".0, .0",
    "4402.10, 4402.10",
    "0815.0, 0815.0",
    "1.2.0, 1.2.0",
    "44E3, 44E3",
    "A-1.0, A-1.0",
    "'', ''",
  })
  void aTextOfDigitsWithAZeroFractionIsAWholeNumber(String text, String expected) {
    assertThat(CustomerId.ofText(text)).isEqualTo(expected);
  }
}
