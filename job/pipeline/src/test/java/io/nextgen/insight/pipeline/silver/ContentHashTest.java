package io.nextgen.insight.pipeline.silver;

import static io.nextgen.insight.pipeline.silver.TestingRecords.CUSTOMER;
import static io.nextgen.insight.pipeline.silver.TestingRecords.KEY;
import static io.nextgen.insight.pipeline.silver.TestingRecords.NOON;
import static io.nextgen.insight.pipeline.silver.TestingRecords.at;
import static io.nextgen.insight.pipeline.silver.TestingRecords.chat;
import static io.nextgen.insight.pipeline.silver.TestingRecords.from;
import static io.nextgen.insight.pipeline.silver.TestingRecords.ticket;
import static io.nextgen.insight.pipeline.silver.TestingRecords.withRescued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private final ContentHash hash = new ContentHash(new PiiHasher(KEY));

  @Test
  void whereAChatCameFromMakesNoDifference() {
    Chat chat = chat("A", "T-1");
    Chat again = from(chat, new Origin("again.json", 7, at(60)), at(61)).withRevision(3);

    assertThat(hash.of(again)).isEqualTo(hash.of(chat));
  }

  @Test
  void eachFieldOfAChatCounts() {
    Message hello = new Message("customer", "hello", NOON);
    List<Chat> different =
        List.of(
            content(NOON, "T-1", "web", "en", List.of(hello), "{}"),
            content(at(1), "T-1", "web", "en", List.of(hello), "{}"),
            content(NOON, null, "web", "en", List.of(hello), "{}"),
            content(NOON, "T-1", null, "en", List.of(hello), "{}"),
            content(NOON, "T-1", "web", "de", List.of(hello), "{}"),
            content(NOON, "T-1", "web", "en", List.of(hello), null),
            content(NOON, "T-1", "web", "en", List.of(hello), "{\"a\":1}"),
            content(NOON, "T-1", "web", "en", List.of(hello, hello), "{}"),
            content(NOON, "T-1", "web", "en", List.of(hello.withText("hallo")), "{}"),
            content(NOON, "T-1", "web", "en", List.of(new Message("agent", "hello", NOON)), "{}"),
            content(NOON, "T-1", "web", "en", List.of(new Message(null, "hello", NOON)), "{}"),
            content(
                NOON, "T-1", "web", "en", List.of(new Message("customer", "hello", null)), "{}"));

    assertThat(different).extracting(hash::of).doesNotHaveDuplicates();
  }

  @Test
  void textThatMovesBetweenFieldsIsOtherContent() {
    Chat one = content(NOON, "ab", "c", null, List.of(), null);
    Chat other = content(NOON, "a", "bc", null, List.of(), null);
    Chat quoting = content(NOON, "2:ab1:c", null, null, List.of(), null);

    assertThat(List.of(one, other, quoting)).extracting(hash::of).doesNotHaveDuplicates();
  }

  @Test
  void theOrderOfUnknownFieldsMakesNoDifference() {
    Chat chat = withRescued(chat("A", null), "{\"a\":{\"x\":1.50,\"y\":[2,null]},\"b\":true}");
    Chat reordered = withRescued(chat, "{\"b\":true,\"a\":{\"y\":[2,null],\"x\":1.50}}");
    Chat otherList = withRescued(chat, "{\"b\":true,\"a\":{\"y\":[null,2],\"x\":1.50}}");

    assertThat(hash.of(reordered)).isEqualTo(hash.of(chat)).isNotEqualTo(hash.of(otherList));
  }

  @Test
  void rescuedDataThatIsNoJsonIsComparedAsItIs() {
    assertThat(hash.of(withRescued(chat("A", null), "{broken")))
        .isEqualTo(hash.of(withRescued(chat("A", null), "{broken")))
        .isNotEqualTo(hash.of(withRescued(chat("A", null), "{broken ")));
  }

  @Test
  void whatATicketTellsOfItsCustomerCounts() {
    Origin origin = new Origin("tickets.json", 1, NOON);
    String hashOfJo = hash.of(ticket(CUSTOMER, "T-1", "EU", origin, "Jo Lund"));

    assertThat(hash.of(ticket("T-1", "EU", 60))).isEqualTo(hashOfJo);
    assertThat(hash.of(ticket("T-1", "US", 0))).isNotEqualTo(hashOfJo);
    assertThat(hash.of(ticket(CUSTOMER, "T-1", "EU", origin, "Jo Lindt"))).isNotEqualTo(hashOfJo);
  }

  private static Chat content(
      Instant eventTime,
      String ticketId,
      String channel,
      String language,
      List<Message> messages,
      String rescuedData) {
    return new Chat(
        "A",
        CUSTOMER,
        ticketId,
        eventTime,
        channel,
        language,
        messages,
        rescuedData,
        0,
        new Origin("chats.json", 1, NOON),
        NOON);
  }
}
