package io.nextgen.insight.pipeline.model;

import java.time.Instant;
import java.util.List;

/**
 * A chat as the contract reads it, before masking.
 *
 * @param chatId never null
 * @param custId never null
 * @param ticketId null where the chat belongs to no ticket
 * @param eventTime when the chat took place; never null
 * @param channel null where the source does not say
 * @param language BCP 47, lower case; null where the source does not say
 * @param messages in the order of the source, with the labels of their speakers as they are; may be
 *     empty
 * @param rescuedData a JSON object of the fields that the contract does not know or could not read;
 *     null where there are none
 * @param revision 0 as parsed; 1 for the first content seen under this id, then counting up
 */
public record Chat(
    String chatId,
    String custId,
    String ticketId,
    Instant eventTime,
    String channel,
    String language,
    List<Message> messages,
    String rescuedData,
    int revision,
    Origin origin,
    Instant ingestedAt) {

  public Chat withRevision(int newRevision) {
    return new Chat(
        chatId,
        custId,
        ticketId,
        eventTime,
        channel,
        language,
        messages,
        rescuedData,
        newRevision,
        origin,
        ingestedAt);
  }

  /** Without what was said, which may hold personal data. */
  @Override
  public String toString() {
    return "Chat[%s, revision %d, %d messages, %s]"
        .formatted(chatId, revision, messages.size(), origin);
  }
}
