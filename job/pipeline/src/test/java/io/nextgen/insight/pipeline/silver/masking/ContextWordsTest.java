package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextWordsTest {

  /** Numbers, dates and words that nothing but the words around them makes personal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Rufnummer 5550134
          de | Kundennummer: 73510442
          de | mein Passwort lautet sonnenblume
          de | geboren am 16. März 2011
          de | meine Nummer ist null eins sieben zwo fünf sechs drei
          de | jo punkt lund klammeraffe example punkt org
          de | ich heiße Zkrvt
          fr | téléphone 5550134
          fr | né le 16 février 2011
          fr | je m'appelle Zkrvt
          es | mi teléfono es 5550134
          es | contraseña: mariposa
          it | cellulare 5550134
          it | nata il 16 febbraio 2011
          pt | telemóvel 5550134
          pt | senha: borboleta
          nl | telefoonnummer 5550134
          nl | geboortedatum 16 maart 2011
          """)
  void understandsALanguageWhereItIsConfigured(String language, String text) {
    assertThat(MarkedText.conversationIn(language).maskTurn(text)).containsPattern("\\[[A-Z_]+_1]");
    assertThat(MarkedText.conversation().maskTurn(text)).containsPattern("\\[[A-Z_]+_1]");
    assertThat(MarkedText.conversationIn("en").maskTurn(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mail jo@example.com        | mail [EMAIL_1]
          Visa 4111 1111 1111 1111   | Visa [CARD_1]
          PIN: 4821                  | PIN: [SECRET_1]
          tel 5550134                | tel [PHONE_1]
          电话5550134                  | 电话[PHONE_1]
          ISBN 2125550134            | ISBN 2125550134
          Hauptstraße 5, 10115 Berlin | [ADDRESS_1]
          Mr. Müller rief an         | [NAME_1] rief an
          """)
  void needsNoLanguageForWhatAllShare(String text, String masked) {
    assertThat(MarkedText.conversationIn().maskTurn(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"téléphone, PHONE", "telephone, PHONE", "né, BIRTH", "geburtsdatum, BIRTH"})
  void knowsAWordWithAndWithoutItsAccents(String word, Label label) {
    assertThat(new ContextWords(List.of("fr", "de")).of(word).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"ne", "seit", "téléphones"})
  void knowsNoOtherWord(String word) {
    assertThat(new ContextWords(ContextWords.LANGUAGES).of(word)).isEqualTo(Meaning.NONE);
  }

  @ParameterizedTest
  @CsvSource({"vorgangsnummer", "seriennummer"})
  void knowsAReferenceByItsEnding(String word) {
    assertThat(new ContextWords(List.of("de")).of(word).label()).isEqualTo(Label.REFERENCE);
    assertThat(new ContextWords(List.of("en")).of(word)).isEqualTo(Meaning.NONE);
  }
}
