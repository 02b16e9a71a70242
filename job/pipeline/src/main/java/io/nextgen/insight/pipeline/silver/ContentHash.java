package io.nextgen.insight.pipeline.silver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.Ticket;
import java.util.List;

/**
 * Tells by a keyed hash whether two records say the same, so that state need not hold what they
 * say. Where a record came from and when it was read makes no difference, nor does the order of the
 * fields that the contract does not know.
 */
final class ContentHash {
  private static final ObjectMapper SORTED_JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final PiiHasher hasher;

  ContentHash(PiiHasher hasher) {
    this.hasher = hasher;
  }

  String of(Chat chat) {
    Fields fields =
        new Fields()
            .add(chat.eventTime())
            .add(chat.ticketId())
            .add(chat.channel())
            .add(chat.language())
            .addJson(chat.rescuedData())
            .add(chat.messages().size());
    for (Message message : chat.messages()) {
      fields.add(message.speaker()).add(message.text()).add(message.sentAt());
    }
    return hasher.hash("CHAT_CONTENT", fields.toString());
  }

  String of(Ticket ticket) {
    List<String> accounts = ticket.accountNumbers();
    Fields fields =
        new Fields()
            .add(ticket.region())
            .add(ticket.priority())
            .add(ticket.product())
            .add(ticket.createdAt())
            .add(ticket.customerName())
            .add(ticket.email())
            .add(ticket.phone())
            .addJson(ticket.rescuedData())
            .add(accounts.size());
    accounts.forEach(fields::add);
    return hasher.hash("TICKET_CONTENT", fields.toString());
  }

  /** Values one after the other, each with its length, so that none can pass for two. */
  private static final class Fields {
    private final StringBuilder text = new StringBuilder();

    Fields add(Object value) {
      if (value == null) {
        text.append('-');
      } else {
        String each = value.toString();
        text.append(each.length()).append(':').append(each);
      }
      return this;
    }

    /** A JSON document with its fields sorted; as it is where a strict reader refuses it. */
    Fields addJson(String json) {
      if (json == null) {
        return add(null);
      }
      try {
        return add(SORTED_JSON.writeValueAsString(SORTED_JSON.readValue(json, Object.class)));
      } catch (JsonProcessingException e) {
        return add(json);
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
