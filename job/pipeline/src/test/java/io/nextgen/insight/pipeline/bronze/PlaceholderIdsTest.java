package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unknown",
        "N/A",
        "#N/A",
        "n.a.",
        "(NULL)",
        "<NA>",
        "[null]",
        "'none'",
        "UNDEFINED",
        "NaN",
        "-",
        "--",
        "?",
        "_",
        "-1",
        "guest_user",
        "Guest User",
        "[object Object]",
        "ｎｕｌｌ",
        "un\u200bknown",
        "\u200b",
        "Anónimo"
      })
  void wordsForNoneNameNobody(String id) {
    assertThat(PlaceholderIds.isWord(id)).isTrue();
    assertThat(PlaceholderIds.isReference(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "000", "00000000-0000-0000-0000-000000000000"})
  void zerosAreNoReference(String id) {
    assertThat(PlaceholderIds.isReference(id)).isTrue();
    assertThat(PlaceholderIds.isWord(id)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0815",
        "-12",
        "C-0",
        "0x0",
        "NA-17",
        "N",
        "unknown-7",
        "guest4711",
        "test",
        "王",
        "00000000-0000-0000-0000-000000000001"
      })
  void otherIdsNameSomebody(String id) {
    assertThat(PlaceholderIds.isReference(id)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "N/A, 'x, line 2: ''N/A'' never matches; write ''na'''",
    "none, 'x, line 2: ''none'' comes twice'",
  })
  void aMistakeInTheFileIsNamed(String line, String message) {
    assertThatThrownBy(() -> new PlaceholderIds(ResourceLines.parse("x", List.of("none", line))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }
}
