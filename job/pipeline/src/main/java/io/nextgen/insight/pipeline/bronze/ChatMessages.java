package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said in a chat: {@code messages}, or {@code transcript} where there are none. A part of
 * a message that cannot be read is rescued under its place, such as {@code messages[2].text}.
 */
final class ChatMessages {

  private static final List<String> SPEAKER =
      List.of("speaker", "role", "from", "author", "sender");
  private static final List<String> TEXT = List.of("text", "content", "message", "body");
  private static final List<String> SENT_AT = List.of("ts", "timestamp", "time", "sent_at");

  private final JsonRecord chat;
  private final List<Message> messages = new ArrayList<>();

  /** Where a message stands in its chat, in words only when they are needed. */
  private record Place(String field, int index) {

    static final int NO_INDEX = -1;

    @Override
    public String toString() {
      return index == NO_INDEX ? field : "%s[%d]".formatted(field, index);
    }
  }

  private ChatMessages(JsonRecord chat) {
    this.chat = chat;
  }

  /**
   * Takes the messages out of a chat.
   *
   * @return in the order of the source; may be empty
   * @throws RejectedRecordException where there are none, or nothing that could be read as such
   */
  static List<Message> take(JsonRecord chat) throws RejectedRecordException {
    JsonNode messages = chat.take("messages");
    JsonNode transcript = chat.take("transcript");
    if (messages == null && transcript == null) {
      throw new RejectedRecordException(
          ErrorClass.MISSING_FIELD, "messages and transcript are both missing or null.");
    }
    ChatMessages said = new ChatMessages(chat);
    if (messages == null || messages.isEmpty() && messages.isArray() && transcript != null) {
      said.read("transcript", transcript);
    } else {
      said.read("messages", messages);
      if (transcript != null) {
        chat.rescue("transcript", transcript);
      }
    }
    return List.copyOf(said.messages);
  }

  private void read(String field, JsonNode value) throws RejectedRecordException {
    if (value.isTextual()) {
      messages.addAll(Transcript.messages(value.textValue()));
    } else if (value.isArray()) {
      int index = 0;
      for (JsonNode element : value) {
        readElement(new Place(field, index++), element);
      }
    } else if (value instanceof ObjectNode object && hasText(object)) {
      readMessage(new Place(field, Place.NO_INDEX), object);
    } else if (value instanceof ObjectNode object && holdsMessages(object)) {
      object
          .properties()
          .forEach(
              each ->
                  readElement(
                      new Place(field + "." + each.getKey(), Place.NO_INDEX), each.getValue()));
    } else {
      throw new RejectedRecordException(
          ErrorClass.WRONG_TYPE,
          "%s is %s, but should be an array of messages."
              .formatted(field, LenientJson.typeOf(value)));
    }
  }

  private static boolean hasText(ObjectNode object) {
    JsonNode text = JsonRecord.of(object).takeFirst(TEXT);
    return text != null && text.isTextual();
  }

  /** An array that was written as an object, its indexes for keys. */
  private static boolean holdsMessages(ObjectNode object) {
    return !object.isEmpty()
        && object.properties().stream()
            .allMatch(each -> each.getValue() instanceof ObjectNode inner && hasText(inner));
  }

  private void readElement(Place place, JsonNode element) {
    if (element instanceof ObjectNode object) {
      readMessage(place, object);
    } else if (element.isTextual()) {
      messages.addAll(Transcript.messages(element.textValue()));
    } else {
      chat.rescue(place.toString(), element);
    }
  }

  private void readMessage(Place place, ObjectNode object) {
    Message usual = usual(object);
    if (usual != null) {
      messages.add(usual);
      return;
    }
    JsonRecord message = JsonRecord.of(object);
    String speaker = speaker(message);
    String text = text(message);
    Instant sentAt = sentAt(message);
    ObjectNode remaining = message.remaining();
    if (remaining != null) {
      remaining
          .properties()
          .forEach(each -> chat.rescue(place + "." + each.getKey(), each.getValue()));
    }
    messages.add(new Message(speaker, text, sentAt));
  }

  /**
   * A message in the very words of the contract with nothing beside it, as nearly all are, at a
   * fraction of the cost; null where it is not.
   */
  private static Message usual(ObjectNode object) {
    JsonNode speaker = object.get("speaker");
    JsonNode text = object.get("text");
    JsonNode ts = object.get("ts");
    boolean complete = speaker != null && text != null && object.size() == (ts == null ? 2 : 3);
    if (!complete || !speaker.isTextual() || !text.isTextual()) {
      return null;
    }
    String role = Speakers.role(speaker.textValue());
    Instant sentAt = ts == null ? null : Timestamps.read(ts);
    boolean readable = role != null && (ts == null || sentAt != null);
    return readable ? new Message(role, text.textValue(), sentAt) : null;
  }

  private static String speaker(JsonRecord message) {
    JsonNode value = message.takeFirst(SPEAKER);
    if (value == null) {
      return null;
    }
    String role = value.isTextual() ? Speakers.role(value.textValue()) : null;
    if (role == null) {
      message.rescue("speaker", value);
    }
    return role;
  }

  /** Empty where there is no text to read. */
  private static String text(JsonRecord message) {
    JsonNode value = message.takeFirst(TEXT);
    if (value == null) {
      return "";
    }
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value instanceof ObjectNode object) {
      JsonRecord nested = JsonRecord.of(object);
      JsonNode inner = nested.takeFirst(TEXT);
      if (inner != null && inner.isTextual()) {
        ObjectNode remaining = nested.remaining();
        if (remaining != null) {
          message.rescue("text", remaining);
        }
        return inner.textValue();
      }
    }
    message.rescue("text", value);
    return "";
  }

  private static Instant sentAt(JsonRecord message) {
    JsonNode value = message.takeFirst(SENT_AT);
    Instant instant = value == null ? null : Timestamps.read(value);
    if (value != null && instant == null) {
      message.rescue("ts", value);
    }
    return instant;
  }
}
