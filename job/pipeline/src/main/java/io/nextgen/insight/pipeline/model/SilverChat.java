package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.List;

/**
 * A chat joined with its ticket and free of personal data: a row of {@code silver.chats}.
 *
 * @param ticketMatched whether the ticket was there before the wait for it ended
 * @param region the ticket's; null without a ticket or where the ticket has none
 * @param priority like {@code region}
 * @param product like {@code region}
 * @param messages masked
 * @param rescuedData masked; null where there is none
 */
public record SilverChat(
    String chatId,
    int revision,
    String custId,
    String ticketId,
    boolean ticketMatched,
    String region,
    String priority,
    String product,
    String channel,
    String language,
    Instant eventTime,
    List<Message> messages,
    String rescuedData,
    Origin origin,
    Instant ingestedAt) {

  @Override
  public String toString() {
    return "SilverChat[%s, revision %d, %s]".formatted(chatId, revision, origin);
  }
}
