package io.nextgen.insight.pipeline.bronze;

import static io.nextgen.insight.pipeline.bronze.TestingRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.DeadLetter;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordEnvelopeTest {

  private static final String A =
      "{ \"cust_id\":\"D\",\"chat_id\":\"1\", \"messages\":[{\"text\":\"café 😀 }\"}]}";
  private static final String B = "{\"ChatId\":\"2\",\"transcript\":\"hi\"}";

  /** Bytes of the file before the record, see {@link TestingRecords#ORIGIN}. */
  private static final String BEFORE = "123";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chats\":[A,B],\"next_page\":null,\"count\":2}",
        "{\"café\":\"😀\", \"conversations\": [ A ,\n B ]}",
        "{\"data\":{\"items\":[{\"chat\":A},{\"chat\":B}]}}",
        "{\"hits\":{\"total\":2,\"hits\":[{\"_id\":\"1\",\"_source\":A},{\"_source\":B}]},\"aggs\":[1]}",
        "{\"open\":[A],\"closed\":[B]}",
        "{\"1\":A,\"2\":B}",
        "{\"payload\":{\"before\":{\"chat_id\":\"0\",\"messages\":[]},\"after\":A},\"chat\":B}",
      })
  void opens(String envelope) throws Exception {
    String text = envelope.replace("A", A).replace("B", B);

    var outcome = TestingRecords.run(new RecordRouter(), record(RecordKind.CHAT, text));

    assertThat(outcome.results()).extracting(LandedRecord::text).containsExactly(A, B);
    assertThat(outcome.deadLetters()).isEmpty();
    byte[] file = (BEFORE + text).getBytes(StandardCharsets.UTF_8);
    for (LandedRecord record : outcome.results()) {
      int length = record.text().getBytes(StandardCharsets.UTF_8).length;
      int position = (int) record.origin().position();
      assertThat(new String(file, position, length, StandardCharsets.UTF_8))
          .isEqualTo(record.text());
      assertThat(record.origin().file()).isEqualTo(TestingRecords.ORIGIN.file());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "B",
        "{}",
        "{\"chat_id\":\"C\",\"related\":[A]}",
        "{\"related\":[A],\"Chat-ID\":\"C\"}",
        "{\"before\":A,\"after\":null,\"op\":\"d\"}",
        "{\"chats\":[{\"id\":1,\"messages\":[]}]}",
        "{\"tickets\":[{\"ticket_id\":\"T\",\"cust_id\":\"D\"}]}",
        "{\"chats\":[A,",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":A}}}}}}}}}",
      })
  void leavesAlone(String text) throws Exception {
    LandedRecord record = record(RecordKind.CHAT, text.replace("A", A).replace("B", B));

    assertThat(TestingRecords.run(new RecordRouter(), record).results()).containsExactly(record);
  }

  @Test
  void anElementBesideRecordsIsNotLost() throws Exception {
    var outcome =
        TestingRecords.run(
            new RecordRouter(),
            record(
                RecordKind.CHAT,
                "{\"chats\":[7,\"x y\",%s,{\"chat_id\":\"3\"},[1]]}".formatted(B)));

    assertThat(outcome.results())
        .extracting(LandedRecord::text)
        .containsExactly(B, "{\"chat_id\":\"3\"}");
    assertThat(outcome.deadLetters())
        .extracting(letter -> letter.errorClass() + " " + letter.rawText())
        .containsExactly("NOT_AN_OBJECT 7", "NOT_AN_OBJECT \"x y\"", "NOT_AN_OBJECT [1]");
    assertThat(outcome.deadLetters()).extracting(DeadLetter::id).doesNotHaveDuplicates();
  }

  @Test
  void opensPagesOfTickets() throws Exception {
    String ticket = "{\"ticket_id\":\"T\",\"cust_id\":\"D\"}";

    var outcome =
        TestingRecords.run(
            new RecordRouter(),
            record(RecordKind.TICKET, "{\"tickets\":[%s],\"count\":1}".formatted(ticket)));

    assertThat(outcome.side(RecordRouter.TICKETS))
        .extracting(LandedRecord::text)
        .containsExactly(ticket);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"conversations\":[{\"cust_id\":1,\"messages\":[]},{\"cust_id\":2,\"messages\":[]}]}"
            + "| an array conversations of 2 objects that look like a chat.",
        "{\"data\":{\"chat\":{\"cust_id\":1,\"messages\":[]}}} | an object chat that looks like a chat.",
        "{\"jo@example.com\":{\"cust_id\":1,\"messages\":[]}} | an object * that looks like a chat.",
      })
  void theReasonSaysWhatIsWithin(String text, String hint) throws Exception {
    var outcome = TestingRecords.run(new ChatParser(), record(RecordKind.CHAT, text));

    assertThat(outcome.deadLetters().get(0).reason())
        .startsWith("chat_id is missing. It holds " + hint + " ");
  }
}
