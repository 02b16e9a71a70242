package io.nextgen.insight.emulator.language;

import static io.nextgen.insight.emulator.language.StringIndex.TEXT_ELEMENTS;
import static io.nextgen.insight.emulator.language.StringIndex.UNICODE_CODE_POINT;
import static io.nextgen.insight.emulator.language.StringIndex.UTF16_CODE_UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringIndexTest {

  @ParameterizedTest
  @CsvSource({
    "plain, 5, 5, 5",
    "é, 1, 1, 1",
    "e\u0301, 2, 2, 1",
    "😀, 2, 1, 1",
    "👨‍👩‍👧‍👦, 11, 7, 1",
    "🇩🇪, 4, 2, 1"
  })
  void lengths(String text, int codeUnits, int codePoints, int graphemes) {
    assertThat(UTF16_CODE_UNIT.length(text)).isEqualTo(codeUnits);
    assertThat(UNICODE_CODE_POINT.length(text)).isEqualTo(codePoints);
    assertThat(TEXT_ELEMENTS.length(text)).isEqualTo(graphemes);
  }

  @Test
  void positionsAgreeWithLengths() {
    String text = "a😀e\u0301 \r\n b👨‍👩‍👧‍👦.";
    for (StringIndex index : StringIndex.values()) {
      assertThat(index.positions(text)[text.length()]).isEqualTo(index.length(text));
    }
    assertThat(TEXT_ELEMENTS.positions(text)[3]).isEqualTo(2);
    assertThat(TEXT_ELEMENTS.length("\r\n")).isEqualTo(1);
  }

  @Test
  void theServicesNames() {
    assertThat(StringIndex.ofWireName("TextElements_v8")).contains(TEXT_ELEMENTS);
    assertThat(StringIndex.ofWireName("Utf8")).isEmpty();
  }
}
