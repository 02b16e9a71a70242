package io.nextgen.insight.pipeline.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatSpeakersTest {

  private static final Set<String> NAME = Set.of("denise", "okafor");

  @Test
  void theOtherOfTwoSidesIsTheOtherSide() {
    assertThat(speakers("Priya R.", "customer")).containsExactly("agent", "customer");
    assertThat(speakers("agent", "Priya R.")).containsExactly("agent", "customer");
    assertThat(speakers("VIRTUAL_AGENT", "Lena")).containsExactly("bot", "customer");
    assertThat(speakers("bot", "customer", "Priya")).containsExactly("bot", "customer", "agent");
    assertThat(speakers("system", "Speaker 1", "Agent", "speaker 1"))
        .containsExactly("system", "customer", "agent", "customer");
  }

  @Test
  void messagesWithoutLabelAreTheCustomersWhereTheAgentsAreLabelled() {
    assertThat(speakers("agent", null)).containsExactly("agent", "customer");
    assertThat(speakers("agent", null, "Lena")).containsExactly("agent", null, "customer");
    assertThat(speakers("customer", null)).containsExactly("customer", null);
  }

  @Test
  void theCustomersOwnNameIsTheCustomer() {
    assertThat(speakers("Denise Okafor", "Priya")).containsExactly("customer", "agent");
    assertThat(speakers("OKAFOR, DENISE", "Maria Okafor")).containsExactly("customer", "agent");
    assertThat(speakers("Denise", "Denise Okafor")).containsExactly("agent", "customer");
    assertThat(speakers("c-1", "Priya")).containsExactly("customer", "agent");
  }

  @Test
  void nobodyIsGuessed() {
    assertThat(speakers("Priya", "Lena")).containsExactly("participant_1", "participant_2");
    assertThat(speakers("agent", "Priya", "Lena", "Priya"))
        .containsExactly("agent", "participant_1", "participant_2", "participant_1");
    assertThat(speakers("customer", "agent", "Lena"))
        .containsExactly("customer", "agent", "participant_1");
    assertThat(speakers("system", "Lena")).containsExactly("system", "participant_1");
    assertThat(speakers((String) null)).containsExactly((String) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Priya,Lena", "agent,Priya,Lena", "system,Lena", "Lena", ",", "system,,"})
  void speakersAreUnknownWhereNoTurnIsKnownToBeTheCustomers(String labels) {
    assertThat(CustomerTurns.areUnknown(resolved(labels.split(",", -1)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer", "agent", "agent,system", "Priya,customer", "agent,", ""})
  void speakersAreKnown(String labels) {
    assertThat(CustomerTurns.areUnknown(resolved(labels.split(",", -1)))).isFalse();
  }

  @Test
  void theAiReadsTheCustomerAlone() {
    assertThat(text("Priya R.", "customer", "Priya R.")).isEqualTo("turn 1");
    assertThat(text("customer", "agent", "Lena", null)).isEqualTo("turn 0");
    assertThat(text("agent", "system")).isEmpty();
    assertThat(text("Priya", "Lena")).isEqualTo("turn 0\nturn 1");
    assertThat(text("agent", "Priya", "Lena")).isEqualTo("turn 1\nturn 2");
    assertThat(text((String) null)).isEqualTo("turn 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CSR/Customer",
        "Agent Maria/customer",
        "AGENT 2/CUSTOMER",
        "agent_1/user_1",
        "Agente/Cliente",
        "Kundenberater/Kunde",
        "Berater/Kundin",
        "Care Team/Denise Okafor",
        "VIRTUAL_AGENT/end-user",
        "CUSTOM_BOT/Visitor 87162",
        "SUPERVISOR/caller",
        "Operator/requester",
        "Rep/client",
        "Advisor/Customer:",
        "Priya R./customer (Denise)",
        "Conseiller/Client",
        "BOT: Ava/Guest",
        "Priya/C-1",
        "participant 1/Klant",
        "Operatore/Utente",
        "Medewerker/Priya",
        "Support (Tom)/Subscriber",
        "assistant/human",
        "Agent Maria Lopez/Lena",
        "outbound/inbound",
        "Priya/Mrs. Okafor",
        "Priya/Denise O."
      })
  void theSameChatReadsTheSameWhateverItsLabels(String labels) {
    String[] sides = labels.split("/");

    List<Message> chat = resolved(sides[0], sides[1], sides[0], sides[1]);

    assertThat(CustomerTurns.text(chat)).isEqualTo("turn 1\nturn 3");
    assertThat(CustomerTurns.areUnknown(chat)).isFalse();
    assertThat(chat.toString()).doesNotContain("Maria", "Lopez", "Priya", "Denise", "Lena");
  }

  private static List<String> speakers(String... labels) {
    return resolved(labels).stream().map(Message::speaker).toList();
  }

  private static String text(String... labels) {
    return CustomerTurns.text(resolved(labels));
  }

  /** A blank label stands for none. */
  private static List<Message> resolved(String... labels) {
    List<Message> said = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      String label = labels[i] == null ? null : SpeakerRoles.label(labels[i]);
      said.add(new Message(label, "turn " + i, null));
    }
    return ChatSpeakers.of(said, "C-1", ChatSpeakersTest::ownName).inRoles(said);
  }

  private static int ownName(String label) {
    List<String> words =
        Arrays.stream(label.split("[ ,.]+"))
            .filter(word -> word.length() > 1 && !word.equals("mrs"))
            .toList();
    return NAME.containsAll(words) ? words.size() : 0;
  }
}
