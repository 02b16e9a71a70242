package io.nextgen.insight.pipeline.gold.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nextgen.insight.pipeline.gold.vocabulary.PhrasePattern.WordPattern;
import io.nextgen.insight.pipeline.gold.vocabulary.VocabularyReader.Line;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyReaderTest {

  @Test
  void readsEveryPartOfAPattern() throws IOException {
    List<Line> lines =
        read(
            """
            @device = Router, set-top box
            FAULT   # what is broken
              @device ~2 (dead, won't go*) ##
              - a dead line # of another kind
            """);

    assertThat(lines)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new Line(
                "FAULT",
                false,
                new PhrasePattern(
                    List.of(
                        new PhraseStep(0, List.of(List.of(word("router")), words("settop", "box"))),
                        new PhraseStep(
                            2,
                            List.of(
                                List.of(word("dead")),
                                List.of(word("wont"), new WordPattern("go", true)))),
                        new PhraseStep(0, List.of(List.of(WordPattern.NUMBER)))))),
            new Line(
                "FAULT",
                true,
                new PhrasePattern(
                    List.of(
                        new PhraseStep(0, List.of(words("a"))),
                        new PhraseStep(0, List.of(words("dead"))),
                        new PhraseStep(0, List.of(words("line")))))));
  }

  @Test
  void aGroupMayHaveSeveralLinesAndOtherGroups() throws IOException {
    List<Line> lines =
        read(
            """
            @a = one
            @a = two
            @b = @a, three
            ENTRY
              @b
            """);

    assertThat(lines.get(0).pattern().steps())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new PhraseStep(0, List.of(words("one"), words("two"), words("three"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          line 1: a pattern belongs below an entry's name    | '  a pattern'
          line 1: an entry's name is written LIKE_THIS       | 'Entry'
          line 3: the entry is there already                 | 'A;  word;A;  other'
          line 2: no group @device is defined above          | 'A;  @device broken'
          line 1: no group @device is defined above          | '@b = @device'
          line 1: a group is written '@name = word, word'    | '@device'
          line 2: cannot read                                | 'A;  (open'
          line 2: cannot read                                | 'A;  half*way'
          line 2: nothing stands between two commas          | 'A;  (one,, two)'
          line 2: '~' belongs between two words              | 'A;  one ~2'
          line 2: '~' belongs between two words              | 'A;  ~2 one'
          line 2: a pattern has at most                      | 'A;  one ~7 two'
          line 2: a pattern has at most                      | 'A;  one ~1 two ~1 three ~1 four'
          the entry A has no pattern                         | 'A;  - exception;B;  word'
          """)
  void namesTheLineThatIsWrong(String message, String file) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(file.replace(';', '\n')))
        .withMessageStartingWith("test.vocabulary")
        .withMessageContaining(message);
  }

  @Test
  void refusesPhrasesWhereOnlyWordsStand() throws IOException {
    VocabularyReader reader = new VocabularyReader("test.vocabulary");
    reader.read(new StringReader("@negators = no, not any"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.singleWords("negators"))
        .withMessageContaining("@negators takes single words only");
    assertThat(reader.singleWords("unknown")).isEmpty();
  }

  private static List<Line> read(String file) throws IOException {
    return new VocabularyReader("test.vocabulary").read(new StringReader(file));
  }

  private static WordPattern word(String letters) {
    return new WordPattern(letters, false);
  }

  private static List<WordPattern> words(String... letters) {
    return Stream.of(letters).map(VocabularyReaderTest::word).toList();
  }
}
