package io.nextgen.insight.pipeline.silver;

/**
 * A chat that waits for its ticket.
 *
 * @param ticketId that it waits for
 * @param since when this deadline was set (processing time, ms of the epoch)
 * @param deadline when it goes on without its ticket (processing time, ms of the epoch)
 * @param chat a {@link io.nextgen.insight.pipeline.model.Chat} under {@link StateSeal}
 */
public record WaitingChat(String ticketId, long since, long deadline, byte[] chat) {

  WaitingChat until(long newDeadline, long setAt) {
    return new WaitingChat(ticketId, setAt, newDeadline, chat);
  }

  @Override
  public String toString() {
    return "WaitingChat[for %s until %d]".formatted(ticketId, deadline);
  }
}
