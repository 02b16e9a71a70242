package io.nextgen.insight.pipeline.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerRolesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer",
        "Customer",
        "CUSTOMER:",
        "customer (Denise)",
        "Customer 1",
        "customer_2",
        "[Customer]",
        "Customer - Denise",
        "CustomerName",
        "Client",
        "end-user",
        "endUser",
        "END_USER",
        "enduser",
        "End User 7",
        "Visitor 87162",
        "visitor#12",
        "Caller",
        "USER",
        "User-4",
        "Guest_123",
        "requester",
        "subscriber",
        "Account holder",
        "inbound",
        "Lead",
        "Kunde",
        "Kundin",
        "KUNDE:",
        "Endkunde",
        "Geschäftskunde",
        "Kunde/in",
        "Anrufer",
        "Cliente",
        "Usuario",
        "Usuário",
        "Client :",
        "Appelant",
        "Abonnée",
        "Utente",
        "Klant",
        "Klient",
        "Клиент",
        "Müşteri",
        "お客様",
        "客户",
        "human",
        "Customer (transferred to an agent)"
      })
  void isTheCustomer(String label) {
    assertThat(SpeakerRoles.of(label)).isEqualTo(SpeakerRole.CUSTOMER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent",
        "AGENT",
        "Agent Maria",
        "Agent Maria Lopez",
        "AGENT 2",
        "agent_1",
        "Agent#7",
        "agentMaria",
        "Maria (Agent)",
        "Maria - Support",
        "CSR",
        "csr 14",
        "Rep",
        "Sales Rep",
        "Representative",
        "Advisor",
        "adviser",
        "SUPERVISOR",
        "Team Lead",
        "Operator",
        "Care Team",
        "Customer Care",
        "Customer Service",
        "customerService",
        "Customer Support Agent",
        "CUSTOMER_SERVICE_REP",
        "Client Advisor",
        "User Support",
        "Support",
        "Help desk",
        "support-agent",
        "supportagent",
        "Admin",
        "teammate",
        "Staff member",
        "outbound",
        "Technician",
        "Agente",
        "Kundenberater",
        "Kundenberaterin",
        "Berater",
        "Servicemitarbeiter",
        "Kundenservice",
        "Conseiller",
        "Conseillère client",
        "Téléconseiller",
        "Service client",
        "Asesora",
        "Operador",
        "Atendente",
        "Atención al cliente",
        "Operatore",
        "Assistenza clienti",
        "Medewerker",
        "Klantenservice",
        "Doradca",
        "Оператор",
        "Temsilci",
        "オペレーター",
        "客服",
        "Human agent",
        "Verkaeuferin"
      })
  void isAnAgent(String label) {
    assertThat(SpeakerRoles.of(label)).isEqualTo(SpeakerRole.AGENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot",
        "BOT: Ava",
        "ChatBot",
        "CUSTOM_BOT",
        "VIRTUAL_AGENT",
        "virtualAgent",
        "Virtual Assistant",
        "AI Agent",
        "AI",
        "IVR",
        "assistant",
        "Answer Bot",
        "Asistente virtual",
        "Virtueller Assistent",
        "AcmeBot",
        "Бот"
      })
  void isABot(String label) {
    assertThat(SpeakerRoles.of(label)).isEqualTo(SpeakerRole.BOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "SYSTEM", "System message", "Sistema", "automated", "Event"})
  void isTheSystem(String label) {
    assertThat(SpeakerRoles.of(label)).isEqualTo(SpeakerRole.SYSTEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-", "Priya R.", "Denise Okafor", "Steve Talbot", "George Wagstaff", "Ai Tanaka",
        "participant 1", "participant_1", "Speaker A", "spk_0", "1", "other", "Acme",
            "+1 215 555 0142",
        "This line is much too long for a label because an agent of ours wrote a whole sentence here"
      })
  void namesNoRole(String label) {
    assertThat(SpeakerRoles.of(label)).isNull();
  }

  @Test
  void nullNamesNoRole() {
    assertThat(SpeakerRoles.of(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Customer, customer",
    "' AGENT ', agent",
    "Virtual Agent, virtual agent",
    "' Jo ', Jo",
    "' ',"
  })
  void labelsOfRolesAreInLowerCase(String written, String label) {
    assertThat(SpeakerRoles.label(written)).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Customer",
        "Agent Maria",
        "AGENT 2",
        "Care Team",
        "Kunde",
        "Herr Kunde",
        "Agent (Tom)"
      })
  void opensALine(String label) {
    assertThat(SpeakerRoles.isRoleLabel(label)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Note",
        "The agent told me",
        "Service",
        "Model",
        "Agent name",
        "customer said this",
        "Router"
      })
  void opensNoLine(String text) {
    assertThat(SpeakerRoles.isRoleLabel(text)).isFalse();
  }
}
