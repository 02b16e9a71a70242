package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;

/**
 * The tickets of the customer whose key is the current one. The version from the file that was
 * modified last is the newest, whatever the order of arrival; file name and position decide between
 * equals, so that a replay decides the same.
 */
final class CustomerTickets {
  /** So many versions of a ticket are recognised when they are delivered again. */
  static final int MAX_CONTENTS = 64;

  static final Comparator<Origin> BY_AGE =
      Comparator.comparing(Origin::fileModifiedAt)
          .thenComparing(Origin::file)
          .thenComparing(Origin::position);

  private final MapState<String, RememberedTicket> tickets;
  private final ContentHash contentHash;
  private final StateSeal seal;

  CustomerTickets(
      MapState<String, RememberedTicket> tickets, ContentHash contentHash, StateSeal seal) {
    this.tickets = tickets;
    this.contentHash = contentHash;
    this.seal = seal;
  }

  /**
   * Takes a ticket in.
   *
   * @param custId the current key; the ticket may be another customer's
   * @return whether it is a version of its own: a newer one that says something else than the
   *     newest so far, or an older one with a content that never came. A ticket that goes back to
   *     what it said before the newest version counts; the same file delivered again does not.
   */
  boolean add(String custId, Ticket ticket) throws Exception {
    String content = contentHash.of(ticket);
    RememberedTicket known = tickets.get(ticket.ticketId());
    if (known == null) {
      tickets.put(
          ticket.ticketId(),
          new RememberedTicket(ticket.origin(), List.of(content), sealed(custId, ticket)));
      return true;
    }
    String newestContent = known.contents().get(0);
    boolean newer = BY_AGE.compare(ticket.origin(), known.newest()) > 0;
    boolean version = newer ? !content.equals(newestContent) : !known.contents().contains(content);
    if (newer) {
      tickets.put(
          ticket.ticketId(),
          new RememberedTicket(
              ticket.origin(),
              contents(Stream.of(content), known),
              version ? sealed(custId, ticket) : known.facts()));
    } else if (version) {
      tickets.put(
          ticket.ticketId(),
          new RememberedTicket(
              known.newest(), contents(Stream.of(newestContent, content), known), known.facts()));
    }
    return version;
  }

  /** What the newest version of the ticket says; null where none has come. */
  TicketFacts find(String custId, String ticketId) throws Exception {
    RememberedTicket ticket = tickets.get(ticketId);
    return ticket == null ? null : seal.open(custId, ticket.facts(), TicketFacts.class);
  }

  private byte[] sealed(String custId, Ticket ticket) {
    return seal.seal(custId, TicketFacts.of(ticket));
  }

  private static List<String> contents(Stream<String> first, RememberedTicket known) {
    return Stream.concat(first, known.contents().stream()).distinct().limit(MAX_CONTENTS).toList();
  }
}
