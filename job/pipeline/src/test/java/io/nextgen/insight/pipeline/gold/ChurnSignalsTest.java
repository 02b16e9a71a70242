package io.nextgen.insight.pipeline.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.gold.vocabulary.Vocabulary.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnSignalsTest {
  private static final ChurnSignals SIGNALS = new ChurnSignals();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WANTS_TO_CANCEL | I want to cancel.
          WANTS_TO_CANCEL | please cancel my contract today
          WANTS_TO_CANCEL | How do I cancel my service?
          WANTS_TO_CANCEL | I'm going to terminate my contract
          WANTS_TO_CANCEL | Quiero darme de baja
          WANTS_TO_CANCEL | Ich möchte kündigen
          WANTS_TO_CANCEL | Je vais résilier
          WANTS_TO_CANCEL | Voglio fare la disdetta
          WANTS_TO_CANCEL | Quero cancelar o plano
          WANTS_TO_SWITCH | I'm switching to T-Mobile next week
          WANTS_TO_SWITCH | I am thinking about leaving
          WANTS_TO_SWITCH | You have lost me as a customer
          WANTS_TO_SWITCH | We will go with another provider
          WANTS_TO_SWITCH | I'll take my business elsewhere
          WANTS_TO_SWITCH | you are about to lose a customer
          WANTS_TO_SWITCH | Ich werde den Anbieter wechseln
          WANTS_TO_PORT_NUMBER | I want to port my number out
          WANTS_TO_PORT_NUMBER | give me my PAC code
          CONTRACT_ENDING | my contract ends in May
          CONTRACT_ENDING | I won't renew
          COMPARES_COMPETITOR | Verizon offers twice the speed
          COMPARES_COMPETITOR | it is cheaper with another carrier
          FED_UP | I am so fed up with this
          FED_UP | worst company ever
          FED_UP | Ich habe die Nase voll
          FED_UP | J'en ai marre
          THREATENS_COMPLAINT | you will hear from my lawyer
          THREATENS_COMPLAINT | I'll file a complaint with the FCC
          THREATENS_COMPLAINT | I will report you to the BBB
          ASKS_FOR_REFUND | I want my money back
          """)
  void recognises(String signal, String text) {
    assertThat(in(text)).contains(signal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't want to cancel, I only want a discount.",
        "Please cancel my appointment with the technician.",
        "My flight was cancelled.",
        "I'm not going to switch.",
        "Can I switch to the bigger plan?",
        "I might switch phones next year.",
        "I want to keep my service.",
        "I was on hold for an hour.",
        "I would like to leave a message for the manager.",
        "Are the headphones noise cancelling?",
        "Thank you, you are the best.",
        "Which port of the router do I use?",
        "What is this FCC fee on my bill?",
        "My internet keeps dropping.",
        "Wie hoch ist meine Rechnung?",
        "",
      })
  void findsNothingIn(String text) {
    assertThat(in(text)).isEmpty();
  }

  private static List<String> in(String text) {
    return SIGNALS.in(text).stream().map(Finding::entry).toList();
  }
}
