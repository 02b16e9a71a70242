package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Ticket;
import java.time.Instant;

/**
 * What a chat takes from its ticket; no personal data. Fields are null where the ticket does not
 * say.
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
}
