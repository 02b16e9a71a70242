package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a chat turns into on its way, it ends as one chat or one dead letter. */
class ChatParserFuzzTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int RECORDS = 3_000;
  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "1e-400",
          "12345678901234567890123",
          "\"\"",
          "\"null\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"2024-02-30T00:00:00Z\"",
          "\"9999999999\"",
          "1725256907",
          "[]",
          "[[]]",
          "[null]",
          "[1,\"a\",{}]",
          "{}",
          "{\"\":{}}",
          "{\"text\":\"x\"}",
          "{\"0\":{\"text\":{\"text\":null}}}",
          "\"Customer:Agent:\"");
  private static final String CHAT =
      """
      {"chat_id":"C","cust_id":"D","ticket_id":"T","timestamp":"2024-09-02T06:01:47Z",
       "channel":"phone","language":"en","transcript":"Agent: hi","more":{"a":[1,{"b":2}]},
       "messages":[{"speaker":"customer","text":"jane@example.com","ts":"2024-09-02T06:01:47Z"},
                   {"speaker":"agent","text":"hello","extra":[1]}]}
      """;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneRecordGivesOneOutcome(long seed) throws Exception {
    Random random = new Random(seed);
    LandedRecord[] records = new LandedRecord[RECORDS];
    for (int i = 0; i < RECORDS; i++) {
      JsonNode chat = MAPPER.readTree(CHAT);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        change(chat, random);
      }
      String text = chat.toString();
      if (random.nextInt(4) == 0) {
        int at = random.nextInt(text.length());
        text =
            text.substring(0, at)
                + "x\",:{}[]\\0".charAt(random.nextInt(10))
                + text.substring(at + 1);
      }
      records[i] = TestingRecords.record(RecordKind.CHAT, text);
    }

    var outcome = TestingRecords.run(new ChatParser(), records);

    assertThat(outcome.results().size() + outcome.deadLetters().size()).isEqualTo(RECORDS);
    assertThat(outcome.results()).hasSizeGreaterThan(RECORDS / 10);
    assertThat(outcome.deadLetters())
        .hasSizeGreaterThan(RECORDS / 10)
        .allSatisfy(
            letter -> {
              assertThat(letter.errorClass()).isNotEqualTo("PARSER_FAILURE");
              assertThat(letter.reason()).doesNotContain("jane");
            });
    assertThat(outcome.results())
        .filteredOn(chat -> chat.rescuedData() != null)
        .allSatisfy(chat -> assertThat(MAPPER.readTree(chat.rescuedData()).isObject()).isTrue());
  }

  /** Puts an odd value in the place of some value, or under some other name. */
  private static void change(JsonNode node, Random random) throws Exception {
    JsonNode odd = MAPPER.readTree(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.set(name, odd);
        case 1 -> object.set(name.toUpperCase(Locale.ROOT), odd);
        case 2 -> object.remove(name);
        default -> change(object.get(name), random);
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      if (random.nextInt(3) == 0) {
        array.set(index, odd);
      } else {
        change(array.get(index), random);
      }
    }
  }
}
