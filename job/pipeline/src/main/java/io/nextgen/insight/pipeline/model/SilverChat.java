package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

  /**
   * What the customer said, a line a message: what the AI reads, since an agent's politeness would
   * pass for a happy customer. All that was said where nothing is known to be the customer's; empty
   * where nothing was said.
   */
  public String customerText() {
    Predicate<Message> ofCustomer = message -> !message.fromAgent();
    Predicate<Message> chosen = messages.stream().anyMatch(ofCustomer) ? ofCustomer : any -> true;
    return messages.stream()
        .filter(chosen)
        .map(Message::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return "SilverChat[%s, revision %d, %s]".formatted(chatId, revision, origin);
  }
}
