package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was said in a chat: {@code messages}, or {@code transcript} where there are none. A part of
 * a message that cannot be read is rescued under its place, such as {@code messages[2].text}.
 */
final class ChatMessages {

  private static final int MAX_NAMES = 12;

  private final JsonRecord chat;
  private final List<Message> messages = new ArrayList<>();

  /** Names of what no field of a message took, as a reason may show them. */
  private final Set<String> unread = new LinkedHashSet<>();

  private boolean textGiven;

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
    said.requireText();
    return List.copyOf(said.messages);
  }

  private void readArray(String field, JsonNode array) {
    if (readLines(array)) {
      return;
    }
    int index = 0;
    for (JsonNode element : array) {
      readElement(new Place(field, index++), element);
    }
  }

  /** An array of lines with labels is a transcript. */
  private boolean readLines(JsonNode array) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : array) {
      if (!line.isTextual()) {
        return false;
      }
      lines.add(line.textValue());
    }
    List<Message> turns = Transcript.messages(String.join("\n", lines));
    boolean labelled = turns.stream().filter(turn -> turn.speaker() != null).count() > 1;
    if (labelled) {
      messages.addAll(turns);
    }
    return labelled;
  }

  private void read(String field, JsonNode value) throws RejectedRecordException {
    if (value.isTextual()) {
      messages.addAll(Transcript.messages(value.textValue()));
    } else if (value.isArray()) {
      readArray(field, value);
    } else if (value instanceof ObjectNode object && MessageFields.hasText(object)) {
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

  /** An array that was written as an object, its indexes for keys. */
  private static boolean holdsMessages(ObjectNode object) {
    return !object.isEmpty()
        && object.properties().stream()
            .allMatch(
                each ->
                    each.getValue() instanceof ObjectNode inner && MessageFields.hasText(inner));
  }

  private void readElement(Place place, JsonNode element) {
    if (element instanceof ObjectNode object) {
      readMessage(place, object);
    } else if (element.isTextual()) {
      messages.addAll(Transcript.messages(element.textValue()));
    } else if (!readRow(element)) {
      chat.rescue(place.toString(), element);
      unread.add(element.getNodeType().name().toLowerCase(Locale.ROOT));
    }
  }

  /** A message as a row: speaker, text, and the time or nothing. */
  private boolean readRow(JsonNode row) {
    int size = row.isArray() ? row.size() : 0;
    if (size < 2 || size > 3 || !row.get(0).isTextual() || !row.get(1).isTextual()) {
      return false;
    }
    String label = SpeakerRoles.label(row.get(0).textValue());
    Instant sentAt = size == 2 ? null : Timestamps.read(row.get(2));
    boolean readable = SpeakerRoles.of(label) != null && (size == 2 || sentAt != null);
    if (readable) {
      messages.add(new Message(label, row.get(1).textValue(), sentAt));
    }
    return readable;
  }

  private void readMessage(Place place, ObjectNode object) {
    Message usual = usual(object);
    if (usual != null) {
      messages.add(usual);
      return;
    }
    JsonRecord message = JsonRecord.of(object);
    MessageFields fields = new MessageFields(message);
    String speaker = fields.speaker();
    String text = fields.text();
    Instant sentAt = fields.sentAt();
    textGiven |= fields.textGiven();
    ObjectNode remaining = message.remaining();
    if (remaining != null) {
      remaining
          .properties()
          .forEach(
              each -> {
                chat.rescue(place + "." + each.getKey(), each.getValue());
                unread.add(DriftedFields.shownName(each.getKey()));
              });
    }
    messages.add(new Message(speaker, text, sentAt));
  }

  /** Words that nobody would read are not nothing: their field has another name. */
  private void requireText() throws RejectedRecordException {
    boolean silent = messages.stream().allMatch(message -> message.text().isBlank());
    if (silent && !textGiven && !unread.isEmpty()) {
      throw new RejectedRecordException(
          ErrorClass.NO_MESSAGE_TEXT,
          "No message has a text; what is there instead: %s."
              .formatted(
                  unread.stream().limit(MAX_NAMES).sorted().collect(Collectors.joining(", "))));
    }
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
    String words = text.textValue();
    String label = SpeakerRoles.label(speaker.textValue());
    Instant sentAt = ts == null ? null : Timestamps.read(ts);
    boolean readable =
        label != null
            && (ts == null || sentAt != null)
            && !words.isBlank()
            && !HtmlText.isHtml(words);
    return readable ? new Message(label, words, sentAt) : null;
  }
}
