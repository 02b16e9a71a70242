package io.nextgen.insight.pipeline.gold.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.gold.vocabulary.Words.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Wi-Fi WON'T work      | wifi wont work
          it’s down             | its down
          j'ai, l'appli n'ouvre | j ai l appli n ouvre
          Störung größer ñandú  | storung grosser nandu
          slooow, Noooo, 5000   | slow no 5000
          BBB www               | bbb www
          #outage @nextgen      | outage nextgen
          '-- \uD83D\uDE21 ...' | ""
          """)
  void compareInOneSpelling(String text, String words) {
    assertThat(String.join(" ", spellings(Words.of(text)))).isEqualTo(words);
  }

  @Test
  void tellSentencesAndClausesApart() {
    Words words = Words.of("No, it's 1.5 Mbps. Help\nnow");

    assertThat(all(words).stream().map(Word::sentence)).containsExactly(0, 0, 0, 0, 0, 1, 2);
    assertThat(all(words).stream().map(Word::clause)).containsExactly(0, 1, 1, 1, 1, 2, 3);
  }

  @Test
  void aMaskIsAWordThatCannotBeWritten() {
    Words words = Words.of("call [PHONE_1]now, not [this]");

    assertThat(spellings(words)).containsExactly("call", "[]", "now", "not", "this");
    assertThat(words.original(0, 3)).isEqualTo("call now");
  }

  private static List<String> spellings(Words words) {
    return all(words).stream().map(Word::spelling).toList();
  }

  private static List<Word> all(Words words) {
    return IntStream.range(0, words.size()).mapToObj(words::get).toList();
  }
}
