package io.nextgen.insight.pipeline.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerRolesFileTest {

  private static final List<String> COMPLETE =
      List.of(
          "[customer]",
          "en: customer",
          "[agent]",
          "en: agent, *rep",
          "[bot]",
          "en: bot",
          "[system]",
          "any: system",
          "[title]",
          "en: mr",
          "[not a speaker]",
          "en: note, agent");

  @Test
  void readsEachSection() {
    SpeakerRolesFile file = SpeakerRolesFile.parse(COMPLETE);

    assertThat(file.roles().get(SpeakerRole.AGENT)).containsExactly("agent");
    assertThat(file.endings()).containsEntry("rep", SpeakerRole.AGENT);
    assertThat(file.titles()).containsExactly("mr");
    assertThat(file.notSpeakers()).containsExactly("note", "agent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[customers]     | speaker-roles.txt:13: unknown section [customers]",
        "agent           | speaker-roles.txt:13: expected LANGUAGE: ENTRY, ENTRY, ...",
        "xx: agent       | speaker-roles.txt:13: 'xx' is not an ISO 639 code",
        "en: Agent       | speaker-roles.txt:13: 'Agent' is not a word or phrase in lower case",
        "en: agent,,rep  | speaker-roles.txt:13: '' is not a word or phrase in lower case",
        "en: *note       | speaker-roles.txt:13: '*note' can only end the word for a role",
      })
  void namesTheLineThatIsWrong(String line, String problem) {
    List<String> lines = new java.util.ArrayList<>(COMPLETE);
    lines.add(line);

    assertThatThrownBy(() -> SpeakerRolesFile.parse(lines)).hasMessage(problem);
  }

  @Test
  void anEntryHasOneRole() {
    List<String> lines = new java.util.ArrayList<>(COMPLETE);
    lines.set(5, "en: bot, agent");

    assertThatThrownBy(() -> SpeakerRolesFile.parse(lines))
        .hasMessage("speaker-roles.txt:6: 'agent' is in [agent] already");
  }

  @Test
  void everyRoleHasWords() {
    assertThatThrownBy(() -> SpeakerRolesFile.parse(COMPLETE.subList(0, 4)))
        .hasMessageStartingWith("speaker-roles.txt:4: no word for ");
  }
}
