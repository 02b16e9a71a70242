package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

  @Test
  void splitsAtRolesThatBeginLines() {
    assertThat(Transcript.messages("Customer: a\r\n[AGENT]: b: c\nmore\n  bot 1 : d\n"))
        .containsExactly(
            new Message("customer", "a", null),
            new Message("agent", "b: c\nmore", null),
            new Message("bot 1", "d", null));
  }

  @Test
  void splitsOneLineAtRolesInUpperCase() {
    assertThat(Transcript.messages("Customer: your agent: rude Agent: sorry"))
        .containsExactly(
            new Message("customer", "your agent: rude", null), new Message("agent", "sorry", null));
  }

  @Test
  void whatComesBeforeTheFirstRoleIsNobodys() {
    assertThat(Transcript.messages("Note: long wait\nAgent: hi\nJane: hello"))
        .containsExactly(
            new Message(null, "Note: long wait", null),
            new Message("agent", "hi\nJane: hello", null));
  }

  @Test
  void aTextWithoutRolesIsOneMessage() {
    assertThat(Transcript.messages("no signal"))
        .containsExactly(new Message(null, "no signal", null));
    assertThat(Transcript.messages("  ")).isEmpty();
  }

  @Test
  void aTurnWithoutWordsIsKept() {
    assertThat(Transcript.messages("Customer:\nAgent: hello?"))
        .containsExactly(new Message("customer", "", null), new Message("agent", "hello?", null));
  }

  private static List<Message> turns(String... labelsAndTexts) {
    List<Message> turns = new ArrayList<>();
    for (int i = 0; i < labelsAndTexts.length; i += 2) {
      turns.add(new Message(labelsAndTexts[i], labelsAndTexts[i + 1], null));
    }
    return turns;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[10:02:11] Customer: no: signal\n[10:02:40] Agent: sorry\nreally\n[10:03] Customer: ok",
        "10:02:11 AM Customer: no: signal\n10:02:40 AM Agent: sorry\nreally\n10:03:00 AM Customer: ok",
        "2026-11-29T10:02:11Z Customer: no: signal\n2026-11-29T10:02:12Z Agent: sorry\nreally\n"
            + "2026-11-29T10:02:13Z Customer: ok",
        "29/11/2026, 10:02 - Customer: no: signal\n29/11/2026, 10:03 - Agent: sorry\nreally\n"
            + "29/11/2026, 10:04 - Customer: ok",
        "Customer (10:02 AM): no: signal\nAgent (10:03 AM): sorry\nreally\nCustomer (10:04 AM): ok",
        "Customer [10:02:11]: no: signal\nAgent [10:02:12]: sorry\nreally\nCustomer [10:02:13]: ok",
        "Customer 10:02 AM\nno: signal\nAgent 10:03 AM\nsorry\nreally\nCustomer 10:04 AM\nok",
        "Customer - no: signal\nAgent - sorry\nreally\nCustomer - ok",
        "Customer – no: signal\nAgent – sorry\nreally\nCustomer – ok",
        "- Customer: no: signal\n- Agent: sorry\nreally\n- Customer: ok",
        "* Customer: no: signal\n* Agent: sorry\nreally\n* Customer: ok",
        "**Customer:** no: signal\n**Agent:** sorry\nreally\n**Customer:** ok",
        "Customer\tno: signal\nAgent\tsorry\nreally\nCustomer\tok",
        "Customer> no: signal\nAgent> sorry\nreally\nCustomer> ok",
        "Customer | no: signal\nAgent | sorry\nreally\nCustomer | ok",
        "<Customer> no: signal\n<Agent> sorry\nreally\n<Customer> ok",
        "Customer:\nno: signal\n\nAgent:\nsorry\nreally\n\nCustomer:\nok\n",
        "Customer: no: signal\\nAgent: sorry\\nreally\\r\\nCustomer: ok",
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Customer>no: signal</v>\n\nNOTE by hand\n\n"
            + "00:05.000 --> 00:07.000 align:start\n<v.loud Agent>sorry\n<i>really</i></v>\n\n"
            + "00:08.000 --> 00:09.000\n<v Customer>ok",
        "1\n00:00:01,000 --> 00:00:04,000\nCustomer: no: signal\n\n2\n00:00:05,000 --> 00:00:07,000\n"
            + "Agent: sorry\nreally\n\n3\n00:00:08,000 --> 00:00:09,000\nCustomer: ok\n",
        "[Customer] no: signal\n[Agent] sorry\nreally\n[Customer] ok",
        "1. Customer: no: signal\n2. Agent: sorry\nreally\n3. Customer: ok",
        "Customer -> no: signal\nAgent -> sorry\nreally\nCustomer -> ok",
        "Customer\nno: signal\n\nAgent\nsorry\nreally\n\nCustomer\nok",
        "Sunday, November 29, 2026 10:02 AM - Customer: no: signal\n"
            + "Sunday, November 29, 2026 10:02 AM - Agent: sorry\nreally\n"
            + "Sunday, November 29, 2026 10:02 AM - Customer: ok",
        "Customer (Nov 29, 10:02 AM): no: signal\nAgent (Nov 29, 10:02 AM): sorry\nreally\n"
            + "Customer (29 Nov 2026 10:02 Uhr): ok",
        "10:02:11 From Customer to Everyone:\n no: signal\n10:02:12 From Agent to Everyone:\n"
            + " sorry\nreally\n10:02:13 From Customer to Everyone:\n ok",
        "<table><tr><td>10:02</td><td>Customer</td><td>no: signal</td></tr><tr><td>10:03</td>"
            + "<td>Agent</td><td>sorry<br>really</td></tr><tr><td>10:04</td><td>Customer</td>"
            + "<td>ok</td></tr></table>",
        "<div class='c'><b>Customer:</b> no: signal</div><div><b>Agent:</b> sorry<br>really</div>"
            + "<p>Customer: ok</p>",
        "<p>Customer: no: signal<br>Agent: sorry<br/>really<BR>Customer:&nbsp;ok</p>",
      })
  void splitsWhateverStandsAroundTheLabels(String transcript) {
    assertThat(Transcript.messages(transcript))
        .isEqualTo(turns("customer", "no: signal", "agent", "sorry\nreally", "customer", "ok"));
  }

  @Test
  void splitsAtRolesOfOtherLanguagesAndWithNames() {
    assertThat(Transcript.messages("Kunde: Router startet neu\nBerater (Tom): tut mir leid"))
        .isEqualTo(turns("kunde", "Router startet neu", "Berater (Tom)", "tut mir leid"));
    assertThat(Transcript.messages("Client : la box\nConseillère : désolée\n"))
        .isEqualTo(turns("client", "la box", "conseillère", "désolée"));
    assertThat(Transcript.messages("AGENT 2: hi Agent Maria Lopez: hello VIRTUAL_AGENT: yes"))
        .isEqualTo(turns("AGENT 2", "hi", "Agent Maria Lopez", "hello", "VIRTUAL_AGENT", "yes"));
  }

  @Test
  void oneTranscriptHasOneWayToMarkItsLabels() {
    assertThat(Transcript.messages("Customer: a\nSupport - rude\nAgent\n> no\nAgent: sorry"))
        .isEqualTo(turns("customer", "a\nSupport - rude\nAgent\n> no", "agent", "sorry"));
  }

  @Test
  void splitsAtNamesThatTakeTurns() {
    assertThat(
            Transcript.messages("Lena Ortiz: a\nNote: b\nPriya: c\nPhone: 555-0142\nLena Ortiz: d"))
        .isEqualTo(
            turns("Lena Ortiz", "a\nNote: b", "Priya", "c\nPhone: 555-0142", "Lena Ortiz", "d"));
    assertThat(Transcript.messages("Lena: a\nPriya: b"))
        .isEqualTo(turns("Lena", "a", "Priya", "b"));
    assertThat(
            Transcript.messages("[10:02] Zuul: a\n[10:03] Vinz K.: b\n[10:04] +1 215-555-0142: c"))
        .isEqualTo(turns("Zuul", "a", "Vinz K.", "b", "+1 215-555-0142", "c"));
  }

  @Test
  void readsTheChatsOfSalesforce() {
    assertThat(
            Transcript.messages(
                "<p align=\"center\">Chat Started: Sunday, November 29, 2026, 10:00:00 (+0000)</p>"
                    + "<p align=\"center\">Agent Maria R</p>( 5s ) Jo: Hi, call 215-555-0142<br>"
                    + "( 1m 2s ) Maria R: sorry &amp; glad<br>( 1m 40s ) Jo: it&#39;s jo&#64;example.com<br>"))
        .isEqualTo(
            turns(
                null,
                "Chat Started: Sunday, November 29, 2026, 10:00:00 (+0000)\nAgent Maria R",
                "Jo",
                "Hi, call 215-555-0142",
                "Agent Maria R",
                "sorry & glad",
                "Jo",
                "it's jo@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Note: long wait\nError: 503\nPS: call me",
        "Name: Jo Lund\nPhone: 215-555-0142\nName: Al Lund\nPhone: 215-555-0143",
        "Kennwort: abc\nBenutzername: jo\nKennwort: def",
        "The agent told me: wait\nthe customer is king: not here",
        "10:30 internet dropped: again\n11:30 internet dropped: again",
        "Service: 500 Mbps\nModel: X200\nRouter: on\nService: 200 Mbps",
        "see https://example.com/a: b\nhttp://example.com",
        "if a <b and c> d: fine",
        "one line: of text",
      })
  void colonsOfOrdinaryTextOpenNoTurn(String text) {
    assertThat(Transcript.messages(text)).containsExactly(new Message(null, text, null));
  }
}
