package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.time.Instant;
import java.util.List;

/** Masked chats as the gold stage gets them. */
public final class TestingChats {

  private static final Instant TIME = Instant.parse("2026-11-01T12:00:00Z");

  private TestingChats() {}

  /** A chat in English that says something. */
  public static SilverChat chat(String chatId, String custId, String region) {
    return saying(chatId, custId, region, "en", "The router keeps dropping the connection.");
  }

  /** A chat in which the customer says the text. */
  public static SilverChat saying(
      String chatId, String custId, String region, String language, String text) {
    return new SilverChat(
        chatId,
        1,
        custId,
        region == null ? null : "T-" + chatId,
        region != null,
        region,
        region == null ? null : "High",
        region == null ? null : "fiber",
        "web",
        language,
        TIME,
        List.of(new Message("customer", text, TIME)),
        null,
        new Origin("chats.json", 1, TIME),
        TIME);
  }
}
