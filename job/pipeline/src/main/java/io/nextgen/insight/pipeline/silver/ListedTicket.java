package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * What the directory keeps of a ticket.
 *
 * @param newest where the newest version came from; null where none has come
 * @param ticket that version, under {@link StateSeal}; null where none has come
 * @param customers those who asked for the ticket and are not its own
 */
public record ListedTicket(Origin newest, byte[] ticket, List<String> customers) {

  static final ListedTicket NONE = new ListedTicket(null, null, List.of());

  boolean isOlderThan(Origin origin) {
    return newest == null || CustomerTickets.BY_AGE.compare(origin, newest) > 0;
  }

  ListedTicket withVersion(Origin origin, byte[] sealed) {
    return new ListedTicket(origin, sealed, customers);
  }

  ListedTicket withCustomer(String custId) {
    List<String> more = new ArrayList<>(customers);
    more.add(custId);
    return new ListedTicket(newest, ticket, List.copyOf(more));
  }

  ListedTicket withoutCustomer(String custId) {
    return new ListedTicket(
        newest, ticket, customers.stream().filter(each -> !each.equals(custId)).toList());
  }

  @Override
  public String toString() {
    return "ListedTicket[%s, %d customers]".formatted(newest, customers.size());
  }
}
