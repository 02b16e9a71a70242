package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The speaker, the text and the time of one message, under the names that chat systems give them. A
 * value that cannot be read is handed back to the message under the contract's name.
 */
final class MessageFields {

  private static final List<String> SPEAKER =
      List.of(
          "speaker",
          "role",
          "from",
          "author",
          "sender",
          "participant",
          "speaker_role",
          "participant_role",
          "sender_role",
          "speaker_type",
          "participant_type",
          "sender_type",
          "author_type",
          "user_type",
          "user",
          "actor",
          "name",
          "display_name",
          "direction");

  /** Within an object that stands for the speaker. */
  private static final List<String> NESTED_SPEAKER =
      List.of("role", "type", "speaker", "name", "display_name", "user_name", "id");

  private static final List<String> TEXT =
      List.of(
          "text",
          "content",
          "message",
          "body",
          "msg",
          "utterance",
          "message_text",
          "message_content",
          "message_body",
          "text_content",
          "display_text",
          "plain_text",
          "transcript",
          "html",
          "parts",
          "value");

  private static final List<String> SENT_AT =
      List.of("ts", "timestamp", "time", "sent_at", "created_at");

  /** What a part says of itself where it is text. */
  private static final Set<String> TEXT_TYPES =
      Set.of("text", "html", "plain", "text/plain", "text/html", "input_text", "output_text");

  private static final int MAX_DEPTH = 4;

  private final JsonRecord message;
  private boolean textGiven;

  MessageFields(JsonRecord message) {
    this.message = message;
  }

  static boolean hasText(ObjectNode object) {
    JsonNode text = JsonRecord.of(object).takeFirst(TEXT);
    return text != null && !text.isNumber() && !text.isBoolean();
  }

  /** The label that names a role, otherwise the first there is; null where there is none. */
  String speaker() {
    return label(message, SPEAKER, 0);
  }

  private String label(JsonRecord record, List<String> names, int depth) {
    String unknown = null;
    for (String name : names) {
      JsonNode value = record.take(name);
      if (value == null) {
        continue;
      }
      String label = label(value, depth);
      if (label == null) {
        record.rescue(depth == 0 ? "speaker" : name, value);
      } else if (SpeakerRoles.of(label) != null) {
        if (unknown != null) {
          record.rescue("speaker", TextNode.valueOf(unknown));
        }
        return label;
      } else if (unknown == null) {
        unknown = label;
      } else {
        record.rescue(name, value);
      }
    }
    return unknown;
  }

  private String label(JsonNode value, int depth) {
    if (JsonRecord.isScalar(value)) {
      return SpeakerRoles.label(value.asText());
    }
    if (depth == 0 && value instanceof ObjectNode object) {
      JsonRecord nested = JsonRecord.of(object);
      String label = label(nested, NESTED_SPEAKER, depth + 1);
      ObjectNode remaining = label == null ? null : nested.remaining();
      if (remaining != null) {
        message.rescue("speaker", remaining);
      }
      return label;
    }
    return null;
  }

  /** Empty where there is no text to read. */
  String text() {
    for (String name : TEXT) {
      JsonNode value = message.take(name);
      String text = value == null ? null : text(value, name, 0);
      if (text != null) {
        textGiven = true;
        if (!text.isBlank()) {
          return text;
        }
      } else if (value != null) {
        message.rescue("text", value);
      }
    }
    return "";
  }

  /** Whether a text was there, be it blank. */
  boolean textGiven() {
    return textGiven;
  }

  /** Null where the value is no text. */
  private String text(JsonNode value, String name, int depth) {
    if (value.isValueNode()) {
      String text = value.asText();
      return value.isTextual() && HtmlText.isHtml(text) ? HtmlText.plain(text) : text;
    }
    if (depth == MAX_DEPTH) {
      return null;
    }
    return value instanceof ObjectNode object ? nested(object, depth) : parts(value, name, depth);
  }

  private String nested(ObjectNode object, int depth) {
    JsonRecord nested = JsonRecord.of(object);
    for (String name : TEXT) {
      JsonNode value = nested.take(name);
      String text = value == null || value.isNumber() ? null : text(value, name, depth + 1);
      if (text != null) {
        JsonNode type = nested.take("type");
        if (type != null && !TEXT_TYPES.contains(type.asText().toLowerCase(Locale.ROOT))) {
          nested.rescue("type", type);
        }
        ObjectNode remaining = nested.remaining();
        if (remaining != null) {
          message.rescue("text", remaining);
        }
        return text;
      }
      if (value != null) {
        nested.rescue(name, value);
      }
    }
    return null;
  }

  /** A content of parts: its texts, a line each. */
  private String parts(JsonNode array, String name, int depth) {
    List<String> texts = new ArrayList<>();
    List<JsonNode> others = new ArrayList<>();
    for (JsonNode part : array) {
      String text = part.isNumber() || part.isNull() ? null : text(part, name, depth + 1);
      if (text == null) {
        others.add(part);
      } else {
        texts.add(text);
      }
    }
    if (texts.isEmpty()) {
      return null;
    }
    others.forEach(part -> message.rescue("text", part));
    return String.join("\n", texts);
  }

  Instant sentAt() {
    JsonNode value = message.takeFirst(SENT_AT);
    Instant instant = value == null ? null : Timestamps.read(value);
    if (value != null && instant == null) {
      message.rescue("ts", value);
    }
    return instant;
  }
}
