package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Ticket;
import java.time.Instant;

/**
 * What a chat takes from its ticket. Fields are null where the ticket does not say. They are not
 * meant to hold personal data, but nobody has looked at them yet.
 */
public record TicketFacts(
    String ticketId, String region, String priority, String product, Instant createdAt) {

  public static TicketFacts of(Ticket ticket) {
    return new TicketFacts(
        ticket.ticketId(),
        ticket.region(),
        ticket.priority(),
        ticket.product(),
        ticket.createdAt());
  }

  /** Without what the source wrote into the fields. */
  @Override
  public String toString() {
    return "TicketFacts[%s]".formatted(ticketId);
  }
}
