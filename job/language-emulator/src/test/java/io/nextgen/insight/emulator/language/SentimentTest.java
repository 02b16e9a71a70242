package io.nextgen.insight.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a reader would agree, on sentences as customers of a telephone company write them. */
class SentimentTest {

  private static final LanguageAnalyzer ANALYZER = new LanguageAnalyzer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My internet keeps dropping every single evening.",
        "This is the third time I am calling about the same outage and nobody helps.",
        "I have had no signal at home for two weeks.",
        "Your technician never showed up and I wasted a whole day.",
        "The app crashes as soon as I open my bill.",
        "You charged me twice and I want my money back.",
        "I am done with you, cancel my contract.",
        "What a waste of time.",
        "The new router is not working.",
        "I am not happy with this service.",
        "It doesnt work and no one answers the phone!!!",
        "WORST COMPANY EVER",
        "Why is my bill so high again? This is ridiculous.",
        "I will switch to another provider if this goes on.",
        "still waiting for the refund you promised",
        "My calls are cut off and the sound is terrible 😡",
        "The speed is nowhere near what was advertised.",
        "The agent was rude and hung up on me.",
        "Support is useless, I was on hold for two hours.",
        "I can't believe how slow this is.",
        "Wifi doesn't work in any room.",
        "My line has been dead since Monday.",
        "I feel cheated by the hidden fees.",
        "Sadly your 5G coverage is awful here.",
      })
  void negative(String text) {
    assertThat(label(text)).isEqualTo(Sentiment.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you so much, everything works perfectly now!",
        "The technician was friendly and fixed it quickly.",
        "I love the new fibre connection, it is incredibly fast.",
        "Great service, I will recommend you to my friends.",
        "No problems at all since the upgrade, well done.",
        "Wow, that was easy 😀",
        "You have been very helpful, have a great day.",
        "I am really happy with my new phone.",
        "It's not bad at all, the price is good and the staff is kind.",
        "Your support team is awesome",
        "Coverage in the mountains was surprisingly good.",
        "soooo happy with the new plan",
        "Five stars for Maria, she went above and beyond.",
        "I couldn't be happier with the speed.",
      })
  void positive(String text) {
    assertThat(label(text)).isEqualTo(Sentiment.POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, I would like to know when my contract ends.",
        "My account number is 4711 and my email is [EMAIL_1].",
        "Good morning, can you tell me the opening hours of the shop?",
        "I moved to a new flat and need to change my address.",
        "Which plan includes roaming in Canada?",
        "ok",
        "The SIM card arrived on Tuesday.",
        "Could you send me a copy of the invoice for March, please?",
        "Yes, that is my number.",
      })
  void neutral(String text) {
    assertThat(label(text)).isEqualTo(Sentiment.NEUTRAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The technician was great.\nThe internet still keeps dropping.",
        "I love the phone. The bill is a complete rip-off though.",
        "Your hotline is terrible! The lady in the shop was very helpful.",
      })
  void mixed(String text) {
    assertThat(label(text)).isEqualTo(Sentiment.MIXED);
  }

  @Test
  void whatFollowsButCountsMore() {
    assertThat(label("The price is good but the connection is terrible."))
        .isEqualTo(Sentiment.NEGATIVE);
    assertThat(label("The connection was terrible but the support was excellent."))
        .isEqualTo(Sentiment.POSITIVE);
  }

  @Test
  void negationTurnsRoundAndAMarkStopsIt() {
    assertThat(label("The new box is not good.")).isEqualTo(Sentiment.NEGATIVE);
    assertThat(label("No, the new box is good.")).isEqualTo(Sentiment.POSITIVE);
  }

  @Test
  void strengthShowsInTheScores() {
    double plain = negativeScore("The service is bad.");
    assertThat(negativeScore("The service is really bad.")).isGreaterThan(plain);
    assertThat(negativeScore("The service is bad!!!")).isGreaterThan(plain);
    assertThat(negativeScore("The service is BAD.")).isGreaterThan(plain);
    assertThat(negativeScore("The service is a bit bad.")).isLessThan(plain);
  }

  @Test
  void neutralSentencesDoNotWaterDownADocument() {
    double alone = negativeScore("My internet is terrible.");

    assertThat(negativeScore("Hello.\nMy internet is terrible.\nI live in Boston."))
        .isEqualTo(alone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de    | NEGATIVE | Das Internet funktioniert seit Tagen nicht, das ist eine Frechheit!",
        "de    | POSITIVE | Vielen Dank, der Techniker war sehr freundlich und schnell.",
        "de    | NEUTRAL  | Guten Tag, wann endet mein Vertrag?",
        "es    | NEGATIVE | Llevo dos semanas sin internet y nadie responde, quiero cancelar el contrato.",
        "es    | POSITIVE | Muchas gracias, el servicio es excelente.",
        "es    | NEUTRAL  | Buenos días, ¿cuándo termina mi contrato?",
        "fr    | NEGATIVE | Ma connexion ne fonctionne toujours pas, c'est inadmissible.",
        "fr    | POSITIVE | Merci beaucoup, le technicien était très aimable.",
        "fr    | NEUTRAL  | Bonjour, je voudrais changer mon adresse.",
        "it    | NEGATIVE | La linea non funziona da settimane, è una vergogna.",
        "it    | POSITIVE | Grazie mille, servizio ottimo e velocissimo.",
        "it    | NEUTRAL  | Buongiorno, quando scade il contratto?",
        "pt-BR | NEGATIVE | A internet não funciona e ninguém resolve, péssimo atendimento.",
        "pt-BR | POSITIVE | Adorei o atendimento, muito obrigado!",
        "pt-PT | NEUTRAL  | Bom dia, quando termina o meu contrato?",
      })
  void otherLanguages(String language, Sentiment label, String text) {
    assertThat(ANALYZER.sentiment(text, language, false).label()).isEqualTo(label);
  }

  private static Sentiment label(String text) {
    return ANALYZER.sentiment(text, "en", false).label();
  }

  private static double negativeScore(String text) {
    return ANALYZER.sentiment(text, "en", false).scores().negative();
  }
}
