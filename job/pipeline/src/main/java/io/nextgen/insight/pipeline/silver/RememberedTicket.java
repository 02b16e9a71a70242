package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Origin;
import java.util.List;

/**
 * What the join keeps of a ticket.
 *
 * @param newest where the newest version came from
 * @param contents by {@link ContentHash}, of the versions that were seen; the newest version's
 *     first
 * @param facts of the newest version, a {@link TicketFacts} under {@link StateSeal}
 */
public record RememberedTicket(Origin newest, List<String> contents, byte[] facts) {

  @Override
  public String toString() {
    return "RememberedTicket[%s, %d contents]".formatted(newest, contents.size());
  }
}
