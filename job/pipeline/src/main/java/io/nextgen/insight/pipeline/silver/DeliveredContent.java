package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Ticket;

/**
 * What makes two deliveries the same: all that the source says, and nothing of where and when it
 * landed. In state it is a keyed hash, since the content holds personal data.
 */
final class DeliveredContent {
  private final StringBuilder canonical = new StringBuilder();

  private DeliveredContent() {}

  static String hash(Chat chat, PiiHasher hasher) {
    DeliveredContent content = new DeliveredContent();
    content
        .add(chat.ticketId())
        .add(chat.eventTime())
        .add(chat.channel())
        .add(chat.language())
        .add(chat.rescuedData());
    for (Message message : chat.messages()) {
      content.add(message.speaker()).add(message.text()).add(message.sentAt());
    }
    return hasher.hash("chat-content", content.canonical.toString());
  }

  static String hash(Ticket ticket, PiiHasher hasher) {
    DeliveredContent content = new DeliveredContent();
    content
        .add(ticket.region())
        .add(ticket.priority())
        .add(ticket.product())
        .add(ticket.createdAt())
        .add(ticket.customerName())
        .add(ticket.email())
        .add(ticket.phone())
        .add(ticket.rescuedData());
    ticket.accountNumbers().forEach(content::add);
    return hasher.hash("ticket-content", content.canonical.toString());
  }

  /** With its length before it, so that no two lists of values run together to the same text. */
  private DeliveredContent add(Object value) {
    if (value == null) {
      canonical.append("-;");
    } else {
      String text = value.toString();
      canonical.append(text.length()).append(':').append(text).append(';');
    }
    return this;
  }
}
