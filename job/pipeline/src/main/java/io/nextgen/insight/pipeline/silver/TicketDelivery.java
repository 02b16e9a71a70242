package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Ticket;

/**
 * A version of a ticket on its way to a customer.
 *
 * @param custId to whom it goes: the ticket's own customer, or one whose chats name the ticket
 */
public record TicketDelivery(String custId, Ticket ticket) {

  /** Whether it goes to the customer whose ticket it is. */
  boolean own() {
    return custId.equals(ticket.custId());
  }
}
