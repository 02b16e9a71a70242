package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way through the parser: what it takes, it reads as the lenient way does. */
class UsualChatTest {

  private static final String USUAL =
      """
      {"chat_id":"C-1","ticket_id":"T-1","cust_id":"D-1","timestamp":"2024-09-02T06:01:47Z",
       "channel":"phone","language":"EN","messages":[
        {"speaker":"customer","text":"caf\\u00e9 \\ud83d\\ude00 \\"x\\" é\\n","ts":"2024-09-02T06:01:48Z"},
        {"text":" hi ","speaker":"Agent","ts":"2024-09-02T08:01:48.123+02:00"}]}
      """;

  private static final List<String> PIECES =
      List.of(
          "null",
          "17",
          "\"\"",
          "\"none\"",
          "\"C-1.0\"",
          "7.0",
          "\"7.0\"",
          "\"0\"",
          "unknown",
          "[]",
          "{}",
          "\"x\"",
          ",",
          ":",
          "\"",
          "{",
          "}",
          "]",
          "\\u0000",
          "\\ud800",
          "\0",
          "\"chat_id\":\"Z\",",
          "\"ChatId\":\"Z\",",
          "\"extra\":1,",
          "\"ts\":1725256907,",
          "\"speaker\":\"Jane\",",
          "1725256907000",
          "T06:61:47Z",
          "0000-09-02T06:01:47Z",
          "2024-09-02T06:01:47.123Z",
          "+02:00",
          " ",
          "\\");

  @Test
  void readsAUsualChat() throws Exception {
    LandedRecord usual = TestingRecords.record(RecordKind.CHAT, USUAL);

    assertThat(UsualChat.read(usual)).isEqualTo(lenient(usual)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"extra\":1,",
        "\"ChatId\":\"C-2\",",
        "\"chat_id\":\"C-2\",",
        "\"chat_id\":null,",
        "\"transcript\":\"Agent: hi\",",
      })
  void leavesAlone(String unusual) {
    assertThat(
            UsualChat.read(
                TestingRecords.record(RecordKind.CHAT, USUAL.replaceFirst("\\{", "{" + unusual))))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithTheLenientWay(long seed) throws Exception {
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(USUAL);
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(4));
        text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      }
      LandedRecord record = TestingRecords.record(RecordKind.CHAT, text.toString());
      Chat usual = UsualChat.read(record);
      if (usual != null) {
        taken++;
        assertThat(usual).as("%s", text).isEqualTo(lenient(record));
      }
    }
    assertThat(taken).isGreaterThan(100);
  }

  private static Chat lenient(LandedRecord landed) throws RejectedRecordException {
    JsonRecord record = JsonRecord.parse(landed.text());
    return ChatParser.read(landed, record, record.requiredId("chat_id"));
  }
}
