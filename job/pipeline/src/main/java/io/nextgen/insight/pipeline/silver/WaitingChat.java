package io.nextgen.insight.pipeline.silver;

/**
 * A chat whose ticket has not come yet: keyed state of {@link TicketJoin}.
 *
 * @param deadline when it goes on without one (processing time, ms)
 * @param sealedChat by {@link ChatSeal}
 */
public record WaitingChat(String ticketId, long deadline, byte[] sealedChat) {

  WaitingChat until(long newDeadline) {
    return new WaitingChat(ticketId, newDeadline, sealedChat);
  }
}
