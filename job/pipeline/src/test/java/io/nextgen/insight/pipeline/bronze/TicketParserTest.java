package io.nextgen.insight.pipeline.bronze;

import static io.nextgen.insight.pipeline.bronze.TestingRecords.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.RecordKind;
import io.nextgen.insight.pipeline.model.Ticket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketParserTest {

  @Test
  void readsATicketOfTheContract() throws Exception {
    assertThat(
            parse(
                """
                {"ticket_id": 4711, "cust_id": "D-1", "Region": " PHILADELPHIA ", "priority": "High ",
                 "Product": "Home  Internet", "created_at": "2024-09-02T06:01:47-05:00",
                 "customer_name": "Jane  Doe", "email": "jane@example.com", "phone": "215-555-0142",
                 "account_number": 990011, "account_id": ["A-1", "A-2"], "sla_hours": 24}
                """))
        .isEqualTo(
            new Ticket(
                "4711",
                "D-1",
                "Philadelphia",
                "High",
                "Home Internet",
                Instant.parse("2024-09-02T11:01:47Z"),
                "Jane Doe",
                "jane@example.com",
                "215-555-0142",
                List.of("990011", "A-1", "A-2"),
                "{\"sla_hours\":24}",
                TestingRecords.ORIGIN,
                TestingRecords.READ_AT));
  }

  @Test
  void whatIsMissingOrSaysNothingIsNull() throws Exception {
    assertThat(
            parse(
                """
                {"ticket_id": "T", "cust_id": "D", "Region": null, "Priority": " ", "product": "None",
                 "created_at": null}
                """))
        .isEqualTo(
            new Ticket(
                "T",
                "D",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                TestingRecords.ORIGIN,
                TestingRecords.READ_AT));
  }

  @Test
  void rescuesWhatCannotBeRead() throws Exception {
    Ticket ticket =
        parse(
            """
            {"ticket_id": "T", "cust_id": "D", "Region": ["Boston", "Salem"], "created_at": "soon",
             "account_no": {"n": 1}}
            """);

    assertThat(ticket.region()).isNull();
    assertThat(ticket.createdAt()).isNull();
    assertThat(ticket.accountNumbers()).isEmpty();
    assertThat(ticket.rescuedData())
        .isEqualTo(
            "{\"Region\":[\"Boston\",\"Salem\"],\"created_at\":\"soon\",\"account_no\":{\"n\":1}}");
  }

  @Test
  void takesALabelOutOfWhatItIsWrappedIn() throws Exception {
    Ticket ticket =
        parse(
            """
            {"ticket_id": "T", "cust_id": "D", "Region": ["BOSTON"], "Priority": {"id": 2.0, "name": "high"},
             "product": [{"value": "Fiber"}]}
            """);

    assertThat(ticket.region()).isEqualTo("Boston");
    assertThat(ticket.priority()).isEqualTo("High");
    assertThat(ticket.product()).isEqualTo("Fiber");
    assertThat(ticket.rescuedData()).isEqualTo("{\"Priority\":{\"id\":2.0}}");
  }

  @Test
  void numbersWithDecimalsAreTheSameIds() throws Exception {
    Ticket ticket =
        parse(
            """
            {"ticket_id": 4711.0, "cust_id": "88.0", "Priority": 1.0, "phone": 12155550142.0,
             "account_no": [990011.0, "990012.0"]}
            """);

    assertThat(ticket.ticketId()).isEqualTo("4711");
    assertThat(ticket.custId()).isEqualTo("88");
    assertThat(ticket.priority()).isEqualTo("1");
    assertThat(ticket.phone()).isEqualTo("12155550142");
    assertThat(ticket.accountNumbers()).containsExactly("990011", "990012");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MISSING_FIELD | {\"cust_id\":\"D\"}",
        "MISSING_FIELD | {\"ticket_id\":null,\"cust_id\":\"D\"}",
        "MISSING_FIELD | {\"ticket_id\":\"T\"}",
        "MISSING_FIELD | {\"ticket_id\":\"n/a\",\"cust_id\":\"D\"}",
        "MISSING_FIELD | {\"ticket_id\":\"T\",\"cust_id\":\"Guest\"}",
        "WRONG_TYPE    | {\"ticket_id\":true,\"cust_id\":\"D\"}",
        "MALFORMED_JSON | {\"ticket_id\":\"T\",\"cust_id\":\"D\"",
      })
  void whatIsRequiredMustBeThere(String errorClass, String text) throws Exception {
    var outcome = TestingRecords.run(new TicketParser(), record(RecordKind.TICKET, text));

    assertThat(outcome.results()).isEmpty();
    assertThat(outcome.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.errorClass()).isEqualTo(errorClass);
              assertThat(letter.rawText()).isEqualTo(text);
              assertThat(letter.kind()).isEqualTo(RecordKind.TICKET);
            });
  }

  private static Ticket parse(String text) throws Exception {
    var outcome = TestingRecords.run(new TicketParser(), record(RecordKind.TICKET, text));
    assertThat(outcome.deadLetters()).isEmpty();
    return outcome.results().get(0);
  }
}
