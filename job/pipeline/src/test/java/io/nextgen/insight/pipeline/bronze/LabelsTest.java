package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

  @ParameterizedTest
  @CsvSource({
    "'  rotterdam ', Rotterdam",
    "ROTTERDAM, Rotterdam",
    "RotterDam, Rotterdam",
    "Ｒｏｔｔｅｒｄａｍ, Rotterdam",
    "'Rot\u200bter\u00addam\ufeff', Rotterdam",
    "'\u202eRotterdam\u202c', Rotterdam",
    "'san\t antonio', San Antonio",
    "'SAN\u00a0\u3000Antonio', San Antonio",
    "st. john's, St. John's",
    "SAINT-ÉTIENNE, Saint-Étienne",
    "'Mu\u0308nchen', München",
    "McAllen, McAllen",
    "MCALLEN, McAllen",
    "o'fallon, O'Fallon",
    "Dekalb, DeKalb",
    "RIO DE JANEIRO, Rio de Janeiro",
    "la paz, La Paz",
    "'austin, tx', 'Austin, TX'",
    "'Austin, TX', 'Austin, TX'",
    "EU, EU",
    "eu, EU",
    "Nyc, NYC",
    "high, High",
    "HIGH, High",
    "p1, P1",
    "42, 42",
  })
  void aPlaceOrPriorityHasOneSpelling(String label, String expected) {
    assertThat(Labels.ofPlaceOrPriority(label)).isEqualTo(expected);
    assertThat(Labels.ofPlaceOrPriority(expected)).isEqualTo(expected);
  }

  @Test
  void aProductKeepsItsCapitals() {
    assertThat(Labels.ofProduct(" iPhone \n ｐｒｏ\u200b INTERNET ")).isEqualTo("iPhone pro INTERNET");
  }

  @Test
  void whatSaysNothingIsNull() {
    assertThat(Labels.readable(null)).isNull();
    assertThat(Labels.ofProduct("\u200b \u00ad")).isNull();
    assertThat(Labels.ofPlaceOrPriority("\ufeff")).isNull();
    assertThat(Labels.ofPlaceOrPriority(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'as', 'x, line 2: expected a kind and a value: as, small or prefix'",
    "'usual NYC', 'x, line 2: ''usual'' is not as, small or prefix'",
    "'as eu', 'x, line 2: ''eu'' comes twice'",
  })
  void aMistakeInTheFileIsNamed(String line, String message) {
    assertThatThrownBy(() -> new LabelSpellings(ResourceLines.parse("x", List.of("as EU", line))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }
}
