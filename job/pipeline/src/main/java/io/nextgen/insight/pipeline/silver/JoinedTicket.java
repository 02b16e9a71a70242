package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Ticket;
import java.util.List;

/**
 * A new version of a ticket, still to be masked.
 *
 * @param known what the customer's tickets so far, this one included, tell of him or her
 */
public record JoinedTicket(Ticket ticket, List<KnownValue> known) {}
