package io.nextgen.insight.pipeline.speaker;

import io.nextgen.insight.pipeline.model.Message;
import java.util.List;
import java.util.stream.Collectors;

/** What the customer says in a chat whose speakers are resolved ({@link ChatSpeakers}). */
public final class CustomerTurns {

  private CustomerTurns() {}

  /**
   * The customer's turns, a line each: what the AI reads, since an agent's politeness would pass
   * for a happy customer. Where no turn is the customer's, those that are not the company's either;
   * empty where only the company speaks.
   */
  public static String text(List<Message> messages) {
    List<Message> customers = turns(messages, SpeakerRole.CUSTOMER);
    return (customers.isEmpty() ? turns(messages, null) : customers)
        .stream().map(Message::text).collect(Collectors.joining("\n"));
  }

  /**
   * Whether the customer's turns cannot be told from those of the company: none is known to be the
   * customer's, and there are turns of people whose role is unknown. One message alone, without a
   * label, is the customer's.
   */
  public static boolean areUnknown(List<Message> messages) {
    List<Message> unknown = turns(messages, null);
    return turns(messages, SpeakerRole.CUSTOMER).isEmpty()
        && (unknown.size() > 1 || unknown.stream().anyMatch(each -> each.speaker() != null));
  }

  /** Those with words. */
  private static List<Message> turns(List<Message> messages, SpeakerRole role) {
    return messages.stream()
        .filter(message -> !message.text().isBlank())
        .filter(message -> SpeakerRoles.of(message.speaker()) == role)
        .toList();
  }
}
