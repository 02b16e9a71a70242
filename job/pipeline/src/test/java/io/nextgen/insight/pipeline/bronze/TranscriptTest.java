package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Message;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  @Test
  void splitsAtRolesThatBeginLines() {
    assertThat(Transcript.messages("Customer: a\r\n[AGENT]: b: c\nmore\n  bot 1 : d\n"))
        .containsExactly(
            new Message("customer", "a", null),
            new Message("agent", "b: c\nmore", null),
            new Message("bot", "d", null));
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
}
