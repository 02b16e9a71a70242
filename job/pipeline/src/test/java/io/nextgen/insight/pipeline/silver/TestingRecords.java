package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** Chats and tickets as the parsers hand them on, and a key. */
final class TestingRecords {
  static final String CUSTOMER = "C-1";
  static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private TestingRecords() {}

  /** Options that name a key file, which is written to the folder. */
  static Configuration options(Path folder, byte[] key) throws IOException {
    Path file = folder.resolve("pii-%d.key".formatted(key[0]));
    Files.writeString(file, Base64.getEncoder().encodeToString(key));
    return new Configuration().set(PiiKey.KEY_FILE, file.toString());
  }

  static Chat chat(String chatId, String ticketId) {
    return chat(CUSTOMER, chatId, ticketId, "My internet is down.");
  }

  static Chat chat(String custId, String chatId, String ticketId, String text) {
    return new Chat(
        chatId,
        custId,
        ticketId,
        NOON,
        "web",
        "en",
        List.of(new Message("customer", text, NOON), new Message("agent", "I'll look.", null)),
        null,
        1,
        new Origin("chats.json", 1, NOON),
        NOON);
  }

  static Chat withRescued(Chat chat, String rescuedData) {
    return new Chat(
        chat.chatId(),
        chat.custId(),
        chat.ticketId(),
        chat.eventTime(),
        chat.channel(),
        chat.language(),
        chat.messages(),
        rescuedData,
        chat.revision(),
        chat.origin(),
        chat.ingestedAt());
  }

  static Chat from(Chat chat, Origin origin, Instant ingestedAt) {
    return new Chat(
        chat.chatId(),
        chat.custId(),
        chat.ticketId(),
        chat.eventTime(),
        chat.channel(),
        chat.language(),
        chat.messages(),
        chat.rescuedData(),
        chat.revision(),
        origin,
        ingestedAt);
  }

  /** A ticket of Jo Lund, from a file that was modified the given seconds after noon. */
  static Ticket ticket(String ticketId, String region, long modifiedSeconds) {
    return ticket(
        CUSTOMER, ticketId, region, new Origin("tickets.json", 1, at(modifiedSeconds)), "Jo Lund");
  }

  static Ticket ticket(
      String custId, String ticketId, String region, Origin origin, String customerName) {
    return new Ticket(
        ticketId,
        custId,
        region,
        "High",
        "Fiber 500",
        NOON,
        customerName,
        "jo.lund@example.com",
        "+1 212 555 0134",
        List.of("ACC-778812"),
        null,
        origin,
        NOON);
  }

  static Instant at(long secondsAfterNoon) {
    return NOON.plusSeconds(secondsAfterNoon);
  }
}
