package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.RecordKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds the records within an object that is not one itself: a page of an API ({@code {"chats":
 * [...]}}), an event ({@code {"data": {...}}}), a row of a change feed ({@code {"after": {...}}}).
 * A record has the id and the content of its kind. Beside records in an array, every other element
 * counts as one, so that none is lost. An object with the id at its top is a record, whatever it
 * holds: that is found out from its first fields.
 */
final class RecordEnvelope {

  /**
   * Where something stands in the envelope's text.
   *
   * @param end exclusive
   */
  record Place(int start, int end) {}

  /** Levels of an envelope; what is nested deeper belongs to a record. */
  private static final int MAX_DEPTH = 8;

  /** A row as it was before a change, which is a record of the past. */
  private static final Set<String> OLD_IMAGES =
      JsonRecord.keys("before", "old", "old_image", "before_image", "full_document_before_change");

  private static final Set<String> CHAT_ID = JsonRecord.keys("chat_id");
  private static final Set<String> CHAT_CONTENT = JsonRecord.keys("messages", "transcript");
  private static final Set<String> TICKET_ID = JsonRecord.keys("ticket_id");
  private static final Set<String> TICKET_CONTENT = JsonRecord.keys("cust_id");

  private final Set<String> id;
  private final Set<String> content;
  private final String text;
  private final List<Place> records = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();

  /** An object or array that is open. */
  private static final class Level {
    final boolean array;
    final int start;

    /** The number of records when it began. */
    final int recordsBefore;

    final List<Place> otherElements = new ArrayList<>();
    boolean hasId;
    boolean hasContent;

    Level(boolean array, int start, int recordsBefore) {
      this.array = array;
      this.start = start;
      this.recordsBefore = recordsBefore;
    }
  }

  private RecordEnvelope(RecordKind kind, String text) {
    this.id = kind == RecordKind.CHAT ? CHAT_ID : TICKET_ID;
    this.content = kind == RecordKind.CHAT ? CHAT_CONTENT : TICKET_CONTENT;
    this.text = text;
  }

  /** The records within, in their order; empty where the record is not an envelope. */
  static List<Place> open(LandedRecord record) {
    RecordEnvelope envelope = new RecordEnvelope(record.kind(), record.text());
    if (envelope.beginsWithId()) {
      return List.of();
    }
    try (JsonParser json = LenientJson.parser(record.text())) {
      return envelope.read(json);
    } catch (IOException e) {
      return List.of(); // The parser meets it too, and says what is wrong.
    }
  }

  /** Nearly all records do: they are not read twice. */
  private boolean beginsWithId() {
    int quote = text.indexOf('"');
    int end = quote < 0 ? -1 : text.indexOf('"', quote + 1);
    return end > 0 && id.contains(JsonRecord.key(text.substring(quote + 1, end)));
  }

  private List<Place> read(JsonParser json) throws IOException {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      switch (token) {
        case FIELD_NAME -> {
          if (isRecord(json)) {
            return List.of();
          }
        }
        case START_OBJECT, START_ARRAY -> begin(json, token == JsonToken.START_ARRAY);
        case END_OBJECT, END_ARRAY -> end(json);
        default -> element(start(json), json);
      }
    }
    records.sort(Comparator.comparingInt(Place::start));
    return records;
  }

  /** Notes the field; true where the whole text turns out to be a record. */
  private boolean isRecord(JsonParser json) throws IOException {
    String name = JsonRecord.key(json.currentName());
    Level level = levels.peek();
    level.hasId |= id.contains(name);
    level.hasContent |= content.contains(name);
    if (OLD_IMAGES.contains(name)) {
      json.nextToken();
      json.skipChildren();
    }
    return level.hasId && levels.size() == 1;
  }

  private void begin(JsonParser json, boolean array) throws IOException {
    int start = start(json);
    if (levels.size() == MAX_DEPTH) {
      json.skipChildren();
      element(start, json);
    } else {
      levels.push(new Level(array, start, records.size()));
    }
  }

  private void end(JsonParser json) throws IOException {
    Level level = levels.pop();
    boolean holdsRecords = records.size() > level.recordsBefore;
    if (level.hasId && level.hasContent) {
      records.subList(level.recordsBefore, records.size()).clear();
      records.add(new Place(level.start, endOf(json)));
    } else if (holdsRecords) {
      records.addAll(level.otherElements);
    } else {
      element(level.start, json);
    }
  }

  /** A value without a record in it. */
  private void element(int start, JsonParser json) throws IOException {
    Level level = levels.peek();
    if (level != null && level.array) {
      json.finishToken();
      level.otherElements.add(new Place(start, endOf(json)));
    }
  }

  private static int start(JsonParser json) {
    return (int) json.currentTokenLocation().getCharOffset();
  }

  /** Right after the token, which must be finished. */
  private static int endOf(JsonParser json) {
    return (int) json.currentLocation().getCharOffset();
  }
}
