package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Ticket;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Brings each version of a ticket to its customer, and to every other customer whose chats name it;
 * keyed by ticket. Who chats about a ticket need not be the one who opened it: a family shares an
 * account, a customer has two, somebody mistypes a number. A ticket's id is one of a kind, so the
 * chat means that ticket. Either may come first.
 *
 * <p>State for a ticket, {@link ListedTicket}, forgotten {@link SilverOptions#TICKET_MEMORY} after
 * it was last used: its newest version, encrypted, see {@link StateSeal}; and the customers other
 * than its own who asked for it, {@value #MAX_CUSTOMERS} at most. One beyond them gets the ticket
 * where it is there, and not its later versions.
 */
public final class TicketDirectory
    extends KeyedCoProcessFunction<String, TicketRequest, Ticket, TicketDelivery> {
  private static final long serialVersionUID = 1L;

  /** More than a family or a business has; a placeholder that a source writes for none has more. */
  static final int MAX_CUSTOMERS = 100;

  /** Counter of versions that went to a customer who is not the ticket's own. */
  static final String TICKETS_OF_OTHERS = "ticketsOfOthers";

  private final Configuration options;
  private final StateTtlConfig memory;

  private transient StateSeal seal;
  private transient ValueState<ListedTicket> listed;
  private transient Counter ticketsOfOthers;

  /**
   * @param config {@link PiiKey#KEY_FILE} and {@link SilverOptions#TICKET_MEMORY}; the key itself
   *     does not travel to the task managers
   * @throws IllegalConfigurationException when the key file is not named, or the memory is not
   *     above zero
   */
  public TicketDirectory(ReadableConfig config) {
    options = new Configuration().set(PiiKey.KEY_FILE, PiiKey.file(config));
    memory = SilverOptions.forgottenAfter(config, SilverOptions.TICKET_MEMORY);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    seal = new StateSeal(PiiKey.load(options));
    ValueStateDescriptor<ListedTicket> descriptor =
        new ValueStateDescriptor<>("listed-ticket", Types.POJO(ListedTicket.class));
    descriptor.enableTimeToLive(memory);
    listed = getRuntimeContext().getState(descriptor);
    ticketsOfOthers = getRuntimeContext().getMetricGroup().counter(TICKETS_OF_OTHERS);
  }

  @Override
  public void processElement1(
      TicketRequest request, Context context, Collector<TicketDelivery> deliveries)
      throws Exception {
    ListedTicket known = listed();
    Ticket ticket = known.ticket() == null ? null : open(known, request.ticketId());
    if (ticket != null && ticket.custId().equals(request.custId())) {
      return;
    }
    if (!known.customers().contains(request.custId()) && known.customers().size() < MAX_CUSTOMERS) {
      listed.update(known.withCustomer(request.custId()));
    }
    if (ticket != null) {
      deliver(request.custId(), ticket, deliveries);
    }
  }

  @Override
  public void processElement2(Ticket ticket, Context context, Collector<TicketDelivery> deliveries)
      throws Exception {
    ListedTicket now = listed().withoutCustomer(ticket.custId());
    if (now.isOlderThan(ticket.origin())) {
      now = now.withVersion(ticket.origin(), seal.seal(owner(ticket.ticketId()), ticket));
    }
    listed.update(now);
    deliver(ticket.custId(), ticket, deliveries);
    for (String custId : now.customers()) {
      deliver(custId, ticket, deliveries);
    }
  }

  private void deliver(String custId, Ticket ticket, Collector<TicketDelivery> deliveries) {
    TicketDelivery delivery = new TicketDelivery(custId, ticket);
    if (!delivery.own()) {
      ticketsOfOthers.inc();
    }
    deliveries.collect(delivery);
  }

  private ListedTicket listed() throws Exception {
    ListedTicket known = listed.value();
    return known == null ? ListedTicket.NONE : known;
  }

  private Ticket open(ListedTicket known, String ticketId) {
    return seal.open(owner(ticketId), known.ticket(), Ticket.class);
  }

  /** Under whose key a ticket is sealed here: no customer's. */
  private static String owner(String ticketId) {
    return "ticket " + ticketId;
  }
}
