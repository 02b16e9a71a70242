package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** Chats and tickets of one invented customer. */
final class TestingChats {
  static final String CUSTOMER = "C-1";
  static final String NAME = "Ada Quillfeather";
  static final Instant FIRST_EXPORT = Instant.parse("2026-11-20T08:00:00Z");

  private TestingChats() {}

  static Chat chat(String chatId, String ticketId, String text) {
    return new Chat(
        chatId,
        CUSTOMER,
        ticketId,
        Instant.parse("2026-11-20T07:00:00Z"),
        "chat",
        "en",
        List.of(new Message("customer", text, null)),
        null,
        0,
        origin(FIRST_EXPORT),
        Instant.parse("2026-11-20T09:00:00Z"));
  }

  static Ticket ticket(String ticketId, String region, String priority, Instant exportedAt) {
    return new Ticket(
        ticketId,
        CUSTOMER,
        region,
        priority,
        "Fiber",
        Instant.parse("2026-11-19T00:00:00Z"),
        NAME,
        "ada@example.com",
        "+1 617 555 0142",
        List.of(),
        null,
        origin(exportedAt),
        Instant.parse("2026-11-20T09:00:00Z"));
  }

  /** A configuration with a key of 32 equal bytes. */
  static Configuration config(Path folder, int keyByte) throws IOException {
    byte[] key = new byte[PiiKey.MIN_BYTES];
    java.util.Arrays.fill(key, (byte) keyByte);
    Path file =
        Files.writeString(
            folder.resolve("key-" + keyByte), Base64.getEncoder().encodeToString(key));
    Configuration config = new Configuration();
    config.set(PiiKey.KEY_FILE, file.toString());
    return config;
  }

  private static Origin origin(Instant modifiedAt) {
    return new Origin("chats.json", 1, modifiedAt);
  }
}
