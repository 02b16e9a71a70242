package io.nextgen.insight.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPhrasesTest {

  private static final LanguageAnalyzer ANALYZER = new LanguageAnalyzer();

  private static final String COMPLAINT =
      """
      Hello, my internet connection has been slow since last week.
      I restarted the wireless router twice.
      The internet connection is needed for my home office.
      """;

  @Test
  void theMostFrequentComeFirstAndThenTheLongest() {
    List<String> phrases = ANALYZER.keyPhrases(COMPLAINT, "en");

    assertThat(phrases).first().isEqualTo("internet connection");
    assertThat(phrases).contains("wireless router", "home office");
    assertThat(phrases).doesNotHaveDuplicates().doesNotContain("Hello", "week", "last week");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | My name is [NAME_1] and my email is [EMAIL_1]. Please call [PHONE_2] about the modem.",
        "de | Mein Name ist [NAME_1], meine E-Mail ist [EMAIL_1], bitte wegen [PHONE_2] melden.",
      })
  void masksAreNeverKeyPhrases(String language, String text) {
    assertThat(ANALYZER.keyPhrases(text, language))
        .isNotEmpty()
        .noneMatch(phrase -> phrase.matches(".*(NAME|EMAIL|PHONE|_|\\d).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Der neue Router verliert die Verbindung.           | Verbindung",
        "es | La factura del mes tiene un cargo desconocido.     | factura",
        "fr | La facture du mois contient des frais inconnus.    | facture",
        "it | La bolletta contiene un costo sconosciuto.         | bolletta",
        "pt | O roteador perde a conexão de manhã.               | conexão",
      })
  void otherLanguages(String language, String text, String word) {
    assertThat(ANALYZER.keyPhrases(text, language)).anyMatch(phrase -> phrase.contains(word));
  }

  @Test
  void aFeelingIsNoKeyPhrase() {
    assertThat(ANALYZER.keyPhrases("This modem is a nightmare. What a shambles.", "en"))
        .containsExactly("modem");
    assertThat(ANALYZER.keyPhrases("Eine Frechheit, der Techniker kam nie.", "de"))
        .containsExactly("Techniker");
  }

  @Test
  @Timeout(5)
  void aWordWithoutAnEndDoesNotHoldUpTheOthers() {
    String endless = "👍🏽-".repeat(5_000);

    assertThat(ANALYZER.keyPhrases(endless + "\nThe modem is slow.", "en"))
        .containsExactly("modem");
    assertThat(ANALYZER.sentiment(endless + "\nThe modem is slow.", "en", true).label())
        .isEqualTo(Sentiment.MIXED);
  }

  @Test
  void manyThreadsGetTheSameAnswer() throws Exception {
    List<String> expected = ANALYZER.keyPhrases(COMPLAINT, "en");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<String>> task = () -> ANALYZER.keyPhrases(COMPLAINT, "en");
      for (Future<List<String>> answer : threads.invokeAll(Collections.nCopies(200, task))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }
}
