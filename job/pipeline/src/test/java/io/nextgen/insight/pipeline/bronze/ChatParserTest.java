package io.nextgen.insight.pipeline.bronze;

import static io.nextgen.insight.pipeline.bronze.TestingRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatParserTest {

  private static final Instant TIME = Instant.parse("2024-09-02T06:01:47Z");

  @Test
  void readsAChatOfTheContract() throws Exception {
    assertThat(
            parse(
                """
                {"chat_id": "C-1", "cust_id": "D-1", "ticket_id": "T-1",
                 "timestamp": "2024-09-02T06:01:47Z", "channel": "phone", "language": "EN",
                 "messages": [
                   {"speaker": "Customer", "text": " no signal ", "ts": "2024-09-02T06:01:48Z"},
                   {"speaker": "agent", "text": "sorry"}]}
                """))
        .isEqualTo(
            new Chat(
                "C-1",
                "D-1",
                "T-1",
                TIME,
                "phone",
                "en",
                List.of(
                    new Message("customer", " no signal ", TIME.plusSeconds(1)),
                    new Message("agent", "sorry", null)),
                null,
                0,
                TestingRecords.ORIGIN,
                TestingRecords.READ_AT));
  }

  @Test
  void acceptsKeysInOtherLetterCase() throws Exception {
    Chat chat =
        parse(
            """
            {"Chat_ID": "C-1", "custId": "D-1", "TICKET-ID": "T-1", "TimeStamp": "2024-09-02 06:01:47",
             "Messages": [{"Role": "AGENT", "Content": "hi"}]}
            """);

    assertThat(chat.chatId()).isEqualTo("C-1");
    assertThat(chat.custId()).isEqualTo("D-1");
    assertThat(chat.ticketId()).isEqualTo("T-1");
    assertThat(chat.eventTime()).isEqualTo(TIME);
    assertThat(chat.messages()).containsExactly(new Message("agent", "hi", null));
    assertThat(chat.rescuedData()).isNull();
  }

  @Test
  void acceptsNumbersForIds() throws Exception {
    Chat chat =
        parse(
            "{\"chat_id\":12345678901234567890,\"cust_id\":7,\"timestamp\":1725256907,\"messages\":[]}");

    assertThat(chat.chatId()).isEqualTo("12345678901234567890");
    assertThat(chat.custId()).isEqualTo("7");
    assertThat(chat.eventTime()).isEqualTo(TIME);
    assertThat(chat.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chat_id\":55.0,\"cust_id\":4402.0,\"ticket_id\":900.0,%s}",
        "{\"chat_id\":\"55.0\",\"cust_id\":\"4402.00\",\"ticket_id\":\"900.0\",%s}",
        "{\"chat_id\":\"55\",\"cust_id\":4.402E3,\"ticket_id\":900,%s}"
      })
  void aWholeNumberIsTheSameIdHoweverItIsWritten(String fields) throws Exception {
    Chat chat =
        parse(
            fields.formatted(
                "\"timestamp\":\"2024-09-02\",\"messages\":[{\"speaker\":\"agent\",\"text\":\"hi\"}]"));

    assertThat(chat.chatId()).isEqualTo("55");
    assertThat(chat.custId()).isEqualTo("4402");
    assertThat(chat.ticketId()).isEqualTo("900");
    assertThat(chat.rescuedData()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"N/A\"", "0", "\"0.0\"", "\"null\"", "\"-\""})
  void aPlaceholderIsNoTicket(String ticketId) throws Exception {
    Chat chat = parse(with("\"messages\":[],\"ticket_id\":" + ticketId));

    assertThat(chat.ticketId()).isNull();
    assertThat(chat.rescuedData()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"timestamp\":\"0001-01-01T00:00:00Z\", | {\"timestamp\":\"0001-01-01T00:00:00Z\"}",
        "\"timestamp\":\"03/04/2024\", | {\"timestamp\":\"03/04/2024\"}",
        "\"timestamp\":null, | {\"timestamp\":null}",
        "'' | {\"timestamp\":null}",
      })
  void theFirstMessageSaysWhenTheChatWasWhereNothingElseDoes(String timestamp, String rescued)
      throws Exception {
    Chat chat =
        parse(
            "{\"chat_id\":\"C\",\"cust_id\":\"D\",%s\"messages\":[{\"speaker\":\"agent\",\"text\":\"a\"},"
                    .formatted(timestamp)
                + "{\"speaker\":\"agent\",\"text\":\"b\",\"ts\":\"2024-09-02T06:01:47Z\"}]}");

    assertThat(chat.eventTime()).isEqualTo(TIME);
    assertThat(chat.rescuedData()).isEqualTo(rescued);
  }

  @Test
  void splitsATranscript() throws Exception {
    Chat chat =
        parse(with("\"transcript\":\"Customer: no signal\\nsince noon\\nAGENT: which area?\""));

    assertThat(chat.messages())
        .containsExactly(
            new Message("customer", "no signal\nsince noon", null),
            new Message("agent", "which area?", null));
  }

  @Test
  void takesTheTranscriptWhereThereAreNoMessagesAndRescuesItWhereThereAre() throws Exception {
    assertThat(parse(with("\"messages\":[],\"transcript\":\"Agent: hi\"")).messages()).hasSize(1);
    assertThat(parse(with("\"messages\":null,\"transcript\":\"Agent: hi\"")).messages()).hasSize(1);

    Chat both = parse(with("\"messages\":[\"hello\"],\"transcript\":\"Agent: hi\""));
    assertThat(both.messages()).containsExactly(new Message(null, "hello", null));
    assertThat(both.rescuedData()).isEqualTo("{\"transcript\":\"Agent: hi\"}");
  }

  @Test
  void rescuesWhatTheContractDoesNotKnowOrCannotRead() throws Exception {
    Chat chat =
        parse(
            """
            {"chat_id": "C-1", "cust_id": "D-1", "timestamp": "2024-09-02T06:01:47Z",
             "channel": {"kind": "phone"}, "device": {"os": ["a", 1.50, null]},
             "messages": [
               {"speaker": "customer", "text": null, "mood": "cross", "ts": "yesterday"},
               {"speaker": "Jane", "text": {"body": "hello", "lang": "en"}},
               {"speaker": "agent", "text": [1]},
               7]}
            """);

    assertThat(chat.channel()).isNull();
    assertThat(chat.messages())
        .containsExactly(
            new Message("customer", "", null),
            new Message("Jane", "hello", null),
            new Message("agent", "", null));
    assertThat(json(chat.rescuedData()))
        .isEqualTo(
            json(
                """
                {"channel": {"kind": "phone"}, "device": {"os": ["a", 1.50, null]},
                 "messages[0].mood": "cross", "messages[0].ts": "yesterday",
                 "messages[1].text": {"lang": "en"},
                 "messages[2].text": [1], "messages[3]": 7}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"speaker\":\"Agent 1\",\"msg\":\"hello\"}",
        "{\"role\":\"Agent 1\",\"utterance\":\"hello\"}",
        "{\"sender\":\"Agent 1\",\"displayText\":\"hello\"}",
        "{\"from\":\"Agent 1\",\"messageContent\":{\"type\":\"TEXT\",\"text\":\"hello\"}}",
        "{\"author\":{\"name\":\"Agent 1\"},\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}",
        "{\"role\":\"Agent 1\",\"content\":{\"parts\":[\"hello\"]}}",
        "{\"speaker\":\"Agent 1\",\"html\":\"<p>hello</p>\"}",
        "{\"speaker\":\"Agent 1\",\"text\":\"<p>hel<b>lo</b></p>\"}",
        "{\"speaker\":\"Agent 1\",\"text\":\" \",\"body\":\"hello\"}",
        "{\"speaker\":\"Agent 1\",\"text\":null,\"body\":{\"text\":\"hello\"}}",
        "[\"Agent 1\",\"hello\"]",
        "[\"Agent 1\",\"hello\",null]",
      })
  void readsTextUnderOtherNames(String message) throws Exception {
    Chat chat = parse(with("\"messages\":[%s]".formatted(message.replace(",null]", "]"))));

    assertThat(chat.messages()).containsExactly(new Message("Agent 1", "hello", null));
    assertThat(chat.rescuedData()).isNull();
  }

  @Test
  void joinsThePartsOfAMessageAndRescuesTheOthers() throws Exception {
    Chat chat =
        parse(
            with(
                """
                "messages":[{"role":"user","content":[{"type":"text","text":"a"},"b",
                 {"type":"image_url","image_url":{"url":"x"}}]}]"""));

    assertThat(chat.messages()).containsExactly(new Message("user", "a\nb", null));
    assertThat(json(chat.rescuedData()))
        .isEqualTo(
            json(
                """
                {"messages[0].text":{"type":"image_url","image_url":{"url":"x"}}}"""));
  }

  @Test
  void ofSeveralSpeakersTheOneWithARoleCounts() throws Exception {
    Chat chat =
        parse(
            with(
                """
                "messages":[{"sender":"Maria Lopez","sender_type":"agent","text":"a"},
                 {"author":{"type":"user","name":"Jo"},"text":"b"},
                 {"speaker":"Jo","text":"c"}]"""));

    assertThat(chat.messages()).extracting(Message::speaker).containsExactly("agent", "user", "Jo");
  }

  @Test
  void anArrayOfLinesIsATranscript() throws Exception {
    assertThat(parse(with("\"messages\":[\"Customer: a\",\"b\",\"Agent: c\"]")).messages())
        .containsExactly(new Message("customer", "a\nb", null), new Message("agent", "c", null));
    assertThat(parse(with("\"messages\":[\"a\",\"b\"]")).messages())
        .containsExactly(new Message(null, "a", null), new Message(null, "b", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"speaker\":\"customer\",\"verbatim\":\"no signal\"} | verbatim",
        "{\"speaker\":\"customer\",\"jo@example.com\":\"no signal\"} | *",
        "{\"speaker\":\"customer\",\"text\":[7]} | text",
        "[[\"no\",\"signal\"]] | array",
      })
  void wordsThatNobodyReadsAreADeadLetter(String message, String names) throws Exception {
    DeadLetter letter = reject(with("\"messages\":[%s]".formatted(message)));

    assertThat(letter.errorClass()).isEqualTo("NO_MESSAGE_TEXT");
    assertThat(letter.reason())
        .startsWith("No message has a text; what is there instead: " + names + ". ");
    assertThat(letter.chatId()).isEqualTo("C-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"speaker\":\"customer\",\"text\":\"\"}",
        "{\"speaker\":\"customer\"}",
        "{\"speaker\":\"customer\",\"text\":\"\",\"file\":\"a.png\"}",
        "{\"speaker\":\"customer\",\"text\":\"a\"},{\"speaker\":\"agent\",\"file\":\"a.png\"}"
      })
  void chatsWithoutWordsContinue(String messages) throws Exception {
    assertThat(parse(with("\"messages\":[%s]".formatted(messages))).chatId()).isEqualTo("C-1");
  }

  @Test
  void readsMessagesThatCameAsAnObject() throws Exception {
    assertThat(parse(with("\"messages\":{\"speaker\":\"agent\",\"text\":\"hi\"}")).messages())
        .containsExactly(new Message("agent", "hi", null));
    assertThat(
            parse(with("\"messages\":{\"0\":{\"text\":\"a\"},\"1\":{\"text\":\"b\"}}")).messages())
        .containsExactly(new Message(null, "a", null), new Message(null, "b", null));
  }

  @Test
  void ofTwoFieldsOfOneNameTheLastWinsAndTheOtherIsRescued() throws Exception {
    Chat chat =
        parse(
            "{\"chat_id\":\"A\",\"chat_id\":\"B\",\"ChatId\":null,\"cust_id\":\"D\","
                + "\"timestamp\":\"2024-09-02\",\"messages\":[],\"x\":1,\"x\":2}");

    assertThat(chat.chatId()).isEqualTo("B");
    assertThat(json(chat.rescuedData()))
        .isEqualTo(json("{\"chat_id\":\"A\",\"ChatId\":null,\"x\":1,\"x#2\":2}"));
  }

  @Test
  void replacesCharactersThatNoReaderTakes() throws Exception {
    Chat chat = parse(with("\"messages\":[\"a\\u0000b\\ud800c\u0000d 😀\"],\"x\":\"\\u0000\""));

    assertThat(chat.messages().get(0).text()).isEqualTo("a\ufffdb\ufffdc\ufffdd 😀");
    assertThat(chat.rescuedData()).isEqualTo("{\"x\":\"\ufffd\"}");
  }

  @Test
  void keepsHugeNumbersAndDeepNesting() throws Exception {
    String digits = "9".repeat(400);
    String nested = "[".repeat(3_990) + "]".repeat(3_990);

    assertThat(parse(with("\"messages\":[],\"n\":" + digits)).rescuedData())
        .isEqualTo("{\"n\":" + digits + "}");
    assertThat(parse(with("\"messages\":[],\"n\":" + nested)).rescuedData())
        .isEqualTo("{\"n\":\"" + nested + "\"}");
  }

  @Test
  void numbersThatAreNoneOrAlmostEndlessDoNoHarm() throws Exception {
    Chat chat =
        parse(
            "{\"chat_id\":1e999999999,\"cust_id\":1.50,\"timestamp\":1725256907,\"channel\":NaN,"
                + "\"messages\":[{\"text\":1E-999999999,\"ts\":-Infinity}]}");

    assertThat(chat.chatId()).isEqualTo("1E+999999999");
    assertThat(chat.custId()).isEqualTo("1.50");
    assertThat(chat.messages()).containsExactly(new Message(null, "1E-999999999", null));
    assertThat(json(chat.rescuedData()))
        .isEqualTo(json("{\"messages[0].ts\":\"-Infinity\",\"channel\":\"NaN\"}"));
    assertThat(reject("{\"chat_id\":NaN}").errorClass()).isEqualTo("WRONG_TYPE");
    assertThat(
            reject("{\"chat_id\":1,\"cust_id\":1,\"timestamp\":NaN,\"messages\":[]}").errorClass())
        .isEqualTo("UNREADABLE_TIMESTAMP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MISSING_FIELD | chat_id is missing. | {\"cust_id\":\"D\",\"timestamp\":1725256907,\"messages\":[]}",
        "MISSING_FIELD | cust_id is null. | {\"chat_id\":\"C\",\"cust_id\":null,\"timestamp\":1725256907,\"messages\":[]}",
        "MISSING_FIELD | cust_id is blank. | {\"chat_id\":\"C\",\"cust_id\":\" \",\"timestamp\":1725256907,\"messages\":[]}",
        "MISSING_FIELD | cust_id is a placeholder, such as unknown, N/A or 0, and names nobody. | {\"chat_id\":\"C\",\"cust_id\":\"Anonymous\",\"timestamp\":1725256907,\"messages\":[]}",
        "MISSING_FIELD | timestamp is missing or null, and no message has a time. | {\"chat_id\":\"C\",\"cust_id\":\"D\",\"messages\":[]}",
        "MISSING_FIELD | messages and transcript are both missing or null. | {\"chat_id\":\"C\",\"cust_id\":\"D\",\"timestamp\":1725256907}",
        "WRONG_TYPE | cust_id is an object, but should be text. | {\"chat_id\":\"C\",\"cust_id\":{\"id\":1},\"timestamp\":1725256907,\"messages\":[]}",
        "WRONG_TYPE | messages is a number, but should be an array of messages. | {\"chat_id\":\"C\",\"cust_id\":\"D\",\"timestamp\":1725256907,\"messages\":17}",
        "WRONG_TYPE | messages is an object, but should be an array of messages. | {\"chat_id\":\"C\",\"cust_id\":\"D\",\"timestamp\":1725256907,\"messages\":{\"a\":1}}",
        "UNREADABLE_TIMESTAMP | timestamp is a text in no known format of a time, and no message has a time. | {\"chat_id\":\"C\",\"cust_id\":\"D\",\"timestamp\":\"soon\",\"messages\":[]}",
      })
  void whatIsRequiredMustBeThere(String errorClass, String reason, String text) throws Exception {
    DeadLetter letter = reject(text);

    assertThat(letter.errorClass()).isEqualTo(errorClass);
    assertThat(letter.reason()).startsWith(reason + " ");
    assertThat(letter.stage()).isEqualTo(Stage.PARSE);
    assertThat(letter.rawText()).isEqualTo(text);
    assertThat(letter.origin()).isEqualTo(TestingRecords.ORIGIN);
    assertThat(letter.chatId()).isEqualTo(text.startsWith("{\"chat_id\":\"C\"") ? "C" : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "17", "{\"a\":", "{\"a\":nul}", "not json"})
  void whatIsNoObjectIsRejected(String text) throws Exception {
    assertThat(reject(text).errorClass()).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void saysWhereTheJsonBreaks() throws Exception {
    assertThat(reject("{\n\"chat_id\" \"C\"}").reason())
        .startsWith("The JSON breaks at line 2, column 11 of the record. ");
  }

  @Test
  void nestingBeyondReasonIsRejectedAndNoMore() throws Exception {
    String deep = with("\"messages\":[],\"n\":" + "[".repeat(500_000) + "]".repeat(500_000));

    assertThat(reject(deep).reason()).contains("nested deeper");
  }

  @Test
  void reasonsNeverQuoteTheRecord() throws Exception {
    assertThat(reject("{\"chat_id\":\"C\",\"cust_id\":jane@example.com}").toString())
        .doesNotContain("jane");
  }

  private static String with(String fields) {
    return "{\"chat_id\":\"C-1\",\"cust_id\":\"D-1\",\"timestamp\":\"2024-09-02T06:01:47Z\",%s}"
        .formatted(fields);
  }

  private static Chat parse(String text) throws Exception {
    var outcome = TestingRecords.run(new ChatParser(), record(RecordKind.CHAT, text));
    assertThat(outcome.deadLetters()).isEmpty();
    assertThat(outcome.results()).hasSize(1);
    return outcome.results().get(0);
  }

  private static DeadLetter reject(String text) throws Exception {
    var outcome = TestingRecords.run(new ChatParser(), record(RecordKind.CHAT, text));
    assertThat(outcome.results()).isEmpty();
    assertThat(outcome.deadLetters()).hasSize(1);
    return outcome.deadLetters().get(0);
  }

  private static Object json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
