package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be replayed, and what is said of the rest. */
class CorrectionTest {
  @TempDir Path folder;

  @Test
  void takesTheRecordBeforeTheRawText() throws Exception {
    assertThat(
            read(
                "{\"letter_id\":\"a\",\"raw_text\":\" {\\\"x\\\": 1.50}\\n\"}",
                "",
                "{\"letter_id\":\"b\",\"raw_text\":\"broken\",\"record\":{\"x\":1.50}}"))
        .containsExactly(
            new Correction(1, "a", "{\"x\": 1.50}"), new Correction(3, "b", "{\"x\":1.50}"));
  }

  @Test
  void takesSeveralRecordsOfALetter() throws Exception {
    assertThat(
            read(
                "{\"letter_id\":\"a\",\"raw_text\":\"\",\"record\":[{\"x\":1.50},{\"x\":2}]}",
                "{\"letter_id\":\"b\",\"raw_text\":\"[{\\\"x\\\":1},\\n{\\\"x\\\":2}]\"}"))
        .containsExactly(
            new Correction(1, "a", "{\"x\":1.50}\n{\"x\":2}"),
            new Correction(2, "b", "{\"x\":1}\n{\"x\":2}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"letter_id\":\"jane\" | The line is not valid JSON: it breaks at column 20.",
        "{\"record\":{}} | There is no letter_id.",
        "{\"letter_id\":\"a\"} | There is neither record nor raw_text.",
        "{\"letter_id\":\"a\",\"record\":\"jane\"} | record is not a JSON object or an array of objects.",
        "[] | The line is not a JSON object.",
        "{\"letter_id\":\"a\",\"record\":[]} | record is not a JSON object or an array of objects.",
        "{\"letter_id\":\"a\",\"record\":[{},7]} | record is not a JSON object or an array of objects.",
        "{\"letter_id\":\"a\",\"raw_text\":\"17\"} | raw_text is not a JSON object or an array of objects.",
        "{\"letter_id\":\"a\",\"raw_text\":\"jane\"} | raw_text is not valid JSON: it breaks at column 1.",
        "{\"letter_id\":\"a\",\"raw_text\":\"{}{}\"} | raw_text is not valid JSON: it breaks at column 3.",
      })
  void namesTheLineThatCannotBeUnderstood(String line, String reason) {
    assertThatThrownBy(() -> read("{\"letter_id\":\"first\",\"record\":{}}", line))
        .isInstanceOf(CorrectionException.class)
        .hasMessage("Line 2: %s Nothing was replayed.", reason)
        .hasMessageNotContaining("jane");
  }

  @Test
  void aLetterStandsThereOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"letter_id\":\"a\",\"record\":{}}",
                    "{\"letter_id\":\"a\",\"record\":{\"x\":1}}"))
        .hasMessage("Line 2: It has the letter_id of line 1. Nothing was replayed.");
  }

  @ParameterizedTest
  @CsvSource({
    "sample_chats.json, replayed/ID/sample_chats.json",
    "chats/2026/11/22/x.json.gz, replayed/chats/ID/x.json.gz",
    "region=eu/dt=2026-11-22/tickets/1.json, replayed/region=eu/tickets/ID/1.json",
    "replayed/chats/0123456789abcdef/x.json, replayed/chats/ID/x.json",
  })
  void landsWhereItsKindIsTold(String sourceFile, String landedAs) {
    ObjectNode row = new ObjectMapper().createObjectNode().put("source_file", sourceFile);

    assertThat(Replay.landedAs(new ListedLetter("ID", row))).isEqualTo(landedAs);
  }

  @Test
  void lettersWhoseRecordIsNotAtFaultAreNotReplayed() {
    for (String errorClass : List.of("UNKNOWN_KIND", "ENRICHMENT_REFUSED")) {
      ObjectNode row = new ObjectMapper().createObjectNode().put("error_class", errorClass);
      assertThat(new ListedLetter("ID", row).refusal()).isNotBlank();
    }
  }

  private List<Correction> read(String... lines) throws Exception {
    return Correction.readAll(Files.write(folder.resolve("corrected"), List.of(lines)));
  }
}
