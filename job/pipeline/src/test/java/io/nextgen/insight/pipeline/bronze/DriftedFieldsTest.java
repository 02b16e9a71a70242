package io.nextgen.insight.pipeline.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nextgen.insight.pipeline.model.DriftKind;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DriftedFieldsTest {

  @Test
  void aChatOfTheContractTellsNothing() throws Exception {
    assertThat(fields(chat("\"channel\":\"phone\""))).isEmpty();
  }

  @Test
  void tellsEachNewFieldDownToItsScalars() throws Exception {
    assertThat(
            fields(
                chat(
                    "\"plan\":\"Gold\",\"tenure_months\":17,"
                        + "\"device\":{\"model\":\"X9\",\"os\":null},\"tags\":[\"a\",\"b\",1]")))
        .containsExactly(
            tuple(DriftKind.NEW_FIELD, "plan", "string", "4 letters"),
            tuple(DriftKind.NEW_FIELD, "tenure_months", "integer", "2 digits"),
            tuple(DriftKind.NEW_FIELD, "device.model", "string", "1 letter, 1 digit"),
            tuple(DriftKind.NEW_FIELD, "device.os", "null", null),
            tuple(DriftKind.NEW_FIELD, "tags[]", "string", "1 letter"),
            tuple(DriftKind.NEW_FIELD, "tags[]", "integer", "1 digit"));
  }

  @Test
  void tellsNewFieldsOfTheContractFromUnreadableOnes() throws Exception {
    assertThat(
            fields(
                chat(
                    "\"channel\":{\"kind\":\"phone\"},\"CHAT_ID\":null,\"text\":\"x\",\"messages\":["
                        + "{\"speaker\":\"Jane\",\"text\":\"a\",\"mood\":\"cross\"},"
                        + "{\"speaker\":\"Jack\",\"text\":[7]},8]")))
        .containsExactlyInAnyOrder(
            tuple(DriftKind.NEW_FIELD, "text", "string", "1 letter"),
            tuple(DriftKind.UNREADABLE_FIELD, "channel.kind", "string", "5 letters"),
            tuple(DriftKind.UNREADABLE_FIELD, "CHAT_ID", "null", null),
            tuple(DriftKind.UNREADABLE_FIELD, "messages[].speaker", "string", "4 letters"),
            tuple(DriftKind.NEW_FIELD, "messages[].mood", "string", "5 letters"),
            tuple(DriftKind.UNREADABLE_FIELD, "messages[].text[]", "integer", "1 digit"),
            tuple(DriftKind.UNREADABLE_FIELD, "messages[]", "integer", "1 digit"));
  }

  @Test
  void namesThatMayBeDataAreNotTold() throws Exception {
    List<SchemaDrift> drifted =
        drifted(
            chat(
                "\"jane.doe@example.com\":1,\"+1 212 555 0134\":2,\"Jane Doe\":3,"
                    + "\"account4155550134\":4,\"contact\":{\"jane@example.com\":{\"since\":5}}"));

    assertThat(drifted)
        .extracting(SchemaDrift::path)
        .containsExactlyInAnyOrder("*", "contact.*.since");
    assertThat(drifted.toString()).doesNotContain("jane", "Jane", "555");
  }

  @Test
  void aRecordFullOfNewFieldsIsBounded() throws Exception {
    String many =
        IntStream.range(0, 5_000)
            .mapToObj("\"f_%d\":1"::formatted)
            .collect(Collectors.joining(","));

    assertThat(drifted(chat(many)))
        .hasSize(DriftedFields.MAX_FIELDS + 1)
        .last()
        .extracting(SchemaDrift::path, SchemaDrift::records)
        .containsExactly(SchemaDrift.OTHER_FIELDS, 1L);
  }

  @Test
  void ticketsDriftToo() throws Exception {
    LandedRecord ticket =
        TestingRecords.record(
            RecordKind.TICKET,
            "{\"ticket_id\":\"T\",\"cust_id\":\"C\",\"created_at\":\"soon\",\"sla\":\"gold\"}");

    assertThat(TestingRecords.run(new TicketParser(), ticket).side(TicketParser.SCHEMA_DRIFT))
        .extracting(SchemaDrift::kind, SchemaDrift::drift, SchemaDrift::path)
        .containsExactly(
            tuple(RecordKind.TICKET, DriftKind.UNREADABLE_FIELD, "created_at"),
            tuple(RecordKind.TICKET, DriftKind.NEW_FIELD, "sla"));
  }

  private static List<Tuple> fields(LandedRecord record) throws Exception {
    return drifted(record).stream()
        .map(each -> tuple(each.drift(), each.path(), each.jsonType(), each.shape()))
        .toList();
  }

  private static List<SchemaDrift> drifted(LandedRecord record) throws Exception {
    var outcome = TestingRecords.run(new ChatParser(), record);
    assertThat(outcome.results()).hasSize(1);
    return outcome.side(ChatParser.SCHEMA_DRIFT);
  }

  private static LandedRecord chat(String fields) {
    return TestingRecords.record(
        RecordKind.CHAT,
        "{\"chat_id\":\"C-1\",\"cust_id\":\"D-1\",\"timestamp\":\"2024-09-02T06:01:47Z\",%s%s}"
            .formatted(fields, fields.contains("\"messages\"") ? "" : ",\"messages\":[]"));
  }
}
