package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

  @Test
  void cleanTextStaysTheSameObject() {
    String text = "plain, é, 漢, 😀, \t\n";
    assertThat(CleanText.clean(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({"0000", "d800", "dbff", "dc00", "dfff"})
  void whatNoReaderTakesIsReplaced(String hex) {
    char unclean = (char) Integer.parseInt(hex, 16);
    assertThat(CleanText.clean("" + unclean)).isEqualTo("\ufffd");
    assertThat(CleanText.clean("a" + unclean + "b😀" + unclean)).isEqualTo("a\ufffdb😀\ufffd");
  }

  @Test
  void halvesInTheWrongOrderAreTwo() {
    assertThat(CleanText.clean("\udc00\ud800")).isEqualTo("\ufffd\ufffd");
    assertThat(CleanText.clean("\ud800\ud83d\ude00")).isEqualTo("\ufffd😀");
  }
}
