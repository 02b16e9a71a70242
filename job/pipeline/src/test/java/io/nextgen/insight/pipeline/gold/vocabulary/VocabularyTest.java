package io.nextgen.insight.pipeline.gold.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Findings;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
  private static final String FILE =
      """
      # A comment.
      @negators = no, never
      @negation_reach = any, more
      @net = internet, wi fi   # and another one

      DOWN
        @net ~3 (down, went out)
        no service
        - no service fee*
        error ##
      NOISE
        crackl*
      SOLVED
        fixed
        - not fixed
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          internet down                          | internet down
          The Internet, you know, is DOWN!       | Internet, you know, is DOWN
          my wi fi just went out again           | wi fi just went out
          no service                             | no service
          it says Error E-503                    | Error E-503
          """)
  void recognisesByTheWordsOfTheText(String text, String words) throws IOException {
    assertThat(find(text).present()).containsExactly(new Finding("DOWN", words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          internet one two three four down       | beyond the gap
          internet. It is down                   | across sentences
          no, service is fine                    | across a comma
          internets down                         | another word
          internet is never down                 | a negation in the gap
          error [PHONE_1]                        | a mask is no number
          """)
  void doesNotReach(String text, String why) throws IOException {
    assertThat(find(text).present()).as(why).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no more crackling                      | NOISE
          no service fees                        | DOWN
          internet was down, it is fixed now     | DOWN
          internet was down. Thanks! Fixed.      |
          internet was down. Fixed!              | DOWN
          internet was down. It is not fixed.    |
          fixed, then the internet went out      |
          no more crackling, no: it crackles     |
          """)
  void takesBack(String text, String entry) throws IOException {
    if (entry == null) {
      assertThat(find(text).takenBack()).isEmpty();
      assertThat(find(text).present()).hasSize(1);
    } else {
      assertThat(find(text).takenBack()).containsExactly(entry);
      assertThat(find(text).present()).isEmpty();
    }
  }

  @Test
  void givesEachEntryOnceInTheOrderOfTheText() throws IOException {
    assertThat(find("It crackles. The internet is down, wi fi down, error 7.").present())
        .containsExactly(new Finding("NOISE", "crackles"), new Finding("DOWN", "internet is down"));
  }

  @Test
  void keepsTheCustomersWordsOutOfLogs() throws IOException {
    assertThat(find("internet down").toString()).contains("DOWN").doesNotContain("internet");
  }

  @Test
  void takesTimeInProportionToTheText() {
    String text = "internet internet wi fi no no error ".repeat(40_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(find(text).present()).isEmpty());
  }

  @Test
  void namesTheVocabularyThatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vocabulary.load(VocabularyTest.class, "none.vocabulary"))
        .withMessageContaining("none.vocabulary");
  }

  private static Findings find(String text) throws IOException {
    return Vocabulary.read("test.vocabulary", new StringReader(FILE)).find(text);
  }
}
