package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextgen.insight.pipeline.model.Chat;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a chat that is written in the very words of the contract, as nearly all are, in one pass
 * over its tokens and without a tree. It understands nothing else: whatever is out of the ordinary
 * is left to {@link ChatParser}'s lenient way, which reads every chat, and usual ones to the same
 * result.
 */
final class UsualChat {

  private final JsonParser json;

  /** Whether strings may hold characters that no reader takes: a scan of each is saved. */
  private final boolean clean;

  private String chatId;
  private String custId;
  private String ticketId;
  private Instant timestamp;
  private String channel;
  private String language;
  private List<Message> messages;

  private UsualChat(JsonParser json, boolean clean) {
    this.json = json;
    this.clean = clean;
  }

  /** Null where the chat is not a usual one, be it odd or broken. */
  static Chat read(LandedRecord landed) {
    String text = landed.text();
    // What was decoded from UTF-8 holds a lone surrogate only where an escape makes one.
    boolean clean = text.indexOf('\0') < 0 && !text.contains("\\u");
    try (JsonParser json = LenientJson.parser(text)) {
      UsualChat chat = new UsualChat(json, clean);
      return chat.readFields() ? chat.of(landed) : null;
    } catch (IOException e) {
      return null; // The lenient reader meets it too, and says what is wrong.
    }
  }

  private Chat of(LandedRecord landed) {
    if (chatId == null || custId == null || timestamp == null || messages == null) {
      return null;
    }
    return new Chat(
        chatId,
        custId,
        ticketId,
        timestamp,
        channel,
        language == null ? null : language.toLowerCase(Locale.ROOT),
        List.copyOf(messages),
        null,
        0,
        landed.origin(),
        landed.ingestedAt());
  }

  private boolean readFields() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    String name = json.nextFieldName();
    while (name != null) {
      if (!readField(name)) {
        return false;
      }
      name = json.nextFieldName();
    }
    return json.currentToken() == JsonToken.END_OBJECT;
  }

  /** A field that comes twice is not usual. */
  private boolean readField(String name) throws IOException {
    switch (name) {
      case "chat_id":
        return chatId == null && (chatId = id()) != null;
      case "cust_id":
        return custId == null && (custId = id()) != null;
      case "ticket_id":
        return ticketId == null && (ticketId = id()) != null;
      case "timestamp":
        return timestamp == null && (timestamp = instant()) != null;
      case "channel":
        return channel == null && (channel = scalar()) != null;
      case "language":
        return language == null && (language = scalar()) != null;
      case "messages":
        return messages == null && readMessages();
      default:
        return false;
    }
  }

  private boolean readMessages() throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      return false;
    }
    messages = new ArrayList<>();
    JsonToken token = json.nextToken();
    while (token == JsonToken.START_OBJECT) {
      if (!readMessage()) {
        return false;
      }
      token = json.nextToken();
    }
    return token == JsonToken.END_ARRAY && !messages.isEmpty();
  }

  private boolean readMessage() throws IOException {
    String speaker = null;
    String text = null;
    Instant sentAt = null;
    String name = json.nextFieldName();
    while (name != null) {
      boolean usual;
      switch (name) {
        case "speaker":
          usual = speaker == null && (speaker = speaker()) != null;
          break;
        case "text":
          usual = text == null && (text = words()) != null;
          break;
        case "ts":
          usual = sentAt == null && (sentAt = instant()) != null;
          break;
        default:
          usual = false;
      }
      if (!usual) {
        return false;
      }
      name = json.nextFieldName();
    }
    messages.add(new Message(speaker, text, sentAt));
    return json.currentToken() == JsonToken.END_OBJECT && speaker != null && text != null;
  }

  /** The next token, if it is a string. */
  private String string() throws IOException {
    String text = json.nextTextValue();
    return text == null || clean ? text : CleanText.clean(text);
  }

  /** An id that names somebody. */
  private String id() throws IOException {
    String id = Ids.of(scalar());
    return id == null || PlaceholderIds.isReference(id) ? null : id;
  }

  private String scalar() throws IOException {
    String text = string();
    return text == null ? null : JsonRecord.text(text);
  }

  /** A label that names no role is not usual: it is reported. */
  private String speaker() throws IOException {
    String text = string();
    String label = text == null ? null : SpeakerRoles.label(text);
    return SpeakerRoles.of(label) == null ? null : label;
  }

  /** HTML and blanks are not usual: they are read as people see them. */
  private String words() throws IOException {
    String text = string();
    return text == null || text.isBlank() || HtmlText.isHtml(text) ? null : text;
  }

  private Instant instant() throws IOException {
    String text = string();
    return text == null ? null : Timestamps.read(text);
  }
}
