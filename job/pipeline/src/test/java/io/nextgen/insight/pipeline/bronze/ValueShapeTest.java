package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Jane\" | string | 4 letters",
        "\"jane.doe@example.com 7\" | string | 17 letters, 1 digit, 4 others",
        "\"\" | string | empty",
        "\"漢字😀\" | string | 2 letters, 1 other",
        "4155550134 | integer | 10 digits",
        "-7 | integer | negative, 1 digit",
        "1.50 | decimal | 3 digits",
        "1e999999999 | decimal | 1 digit",
        "NaN | decimal | not a number",
        "true | boolean |",
        "null | null |",
        "{} | object | empty",
        "[] | array | empty",
        "[1] | array | nested deeply",
      })
  void tellsOfAValueWithoutTellingIt(String json, String type, String shape) throws Exception {
    JsonNode value;
    try (var parser = LenientJson.parser(json)) {
      value = parser.readValueAsTree();
    }

    assertThat(ValueShape.typeOf(value)).isEqualTo(type);
    assertThat(ValueShape.of(value)).isEqualTo(shape);
  }
}
