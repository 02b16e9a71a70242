package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "'  philadelphia ', Philadelphia",
    "PHILADELPHIA, Philadelphia",
    "'san\t antonio', San Antonio",
    "st. john's, St. John's",
    "SAINT-ÉTIENNE, Saint-Étienne",
    "McAllen, McAllen",
    "EU, EU",
    "NYC, NYC",
    "eu, Eu",
    "42, 42",
  })
  void placesGetTheirUsualSpelling(String name, String expected) {
    assertThat(Names.place(name)).isEqualTo(expected);
  }

  @Test
  void otherNamesKeepTheirCase() {
    assertThat(Names.singleSpaced(" home \n INTERNET ")).isEqualTo("home INTERNET");
    assertThat(Names.singleSpaced(null)).isNull();
    assertThat(Names.place(null)).isNull();
  }
}
