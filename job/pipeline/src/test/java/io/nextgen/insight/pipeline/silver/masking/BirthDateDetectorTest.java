package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dob: «1/23/79»; see the ticket",
        "date of birth «1987-12-12».",
        "I was born «19 March 1951»",
        "Please tell me your date of birth. It's «December 16, 1972»",
        "born on «12th of March 1985» in Leeds",
        "birthday is «24.08.1990» if you need it",
        "geboren am «3. Februar 1990»",
        "nací el «5 de mayo de 1988»",
        "née le «14/07/1991»",
        "it's like that since «06/16/1981»",
        "DOB «04071979»",
        "my birthday: «4 July 2015»",
        "born «8 / 12 / 1954»",
        "dob «16JUN1972»",
        "geb. «08. Dez. 1947»",
        "nacida el «3 09 1960»",
        "my birthday is «November 10»",
        "I was born in «June 1975»"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.BIRTH_DATE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it has been down since 27.06.2024",
        "installed on September 3, 2024",
        "appointment was 2024-02-12",
        "since May 2024",
        "from 19 March to 20 March",
        "on 12/05/2023 at 10:00",
        "version 1.2.1990",
        "27 June 2024 10:15",
        "May 5, 2024 at 10 am"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
