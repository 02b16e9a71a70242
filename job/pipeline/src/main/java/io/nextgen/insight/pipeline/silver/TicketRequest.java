package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * A chat's question for the ticket that it names.
 *
 * @param custId the chat's customer, who need not be the ticket's
 */
public record TicketRequest(String ticketId, String custId) {

  /** The question of each chat that names a ticket. */
  public static final class OfChat implements FlatMapFunction<Chat, TicketRequest> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Chat chat, Collector<TicketRequest> requests) {
      if (chat.ticketId() != null) {
        requests.collect(new TicketRequest(chat.ticketId(), chat.custId()));
      }
    }
  }
}
