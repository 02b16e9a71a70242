package io.nextgen.insight.pipeline.silver;

import io.nextgen.insight.pipeline.model.Chat;
import java.util.List;

/**
 * A chat with its ticket, still to be masked.
 *
 * @param ticket null where the wait for it ended without it, or the chat names none
 * @param known what the customer's tickets so far tell of him or her
 */
public record JoinedChat(Chat chat, TicketFacts ticket, List<KnownValue> known) {}
