package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.ErrorClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of one record, taken one by one by the name that the contract gives them. Names are
 * matched without regard to letter case, {@code _} and {@code -}. What is not taken, or handed back
 * because it cannot be read, is the rescued data.
 */
final class JsonRecord {

  /** Names in the form in which they are compared: records of a kind share theirs. */
  private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

  private static final int MAX_KEYS = 1_000;

  /** Decimals beyond it keep their exponent: written out, 1e999999999 would fill the memory. */
  private static final int LONGEST_PLAIN = 40;

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /** Null until there is something. */
  private ObjectNode rescued;

  private record Field(String name, JsonNode value) {}

  private JsonRecord() {}

  /**
   * Reads a record's text.
   *
   * @throws RejectedRecordException where it is not one JSON object
   */
  static JsonRecord parse(String text) throws RejectedRecordException {
    JsonRecord record = new JsonRecord();
    try (JsonParser parser = LenientJson.parser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new RejectedRecordException(ErrorClass.MALFORMED_JSON, "There is no JSON object.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = CleanText.clean(parser.currentName());
        parser.nextToken();
        record.add(name, parser.readValueAsTree());
      }
    } catch (StreamConstraintsException e) {
      throw new RejectedRecordException(
          ErrorClass.MALFORMED_JSON,
          "The record is nested deeper than %,d levels, or holds a number of more than %,d digits."
              .formatted(LenientJson.MAX_DEPTH, LenientJson.MAX_NUMBER_LENGTH));
    } catch (JsonProcessingException e) {
      // Without its message, which quotes the record.
      throw new RejectedRecordException(
          ErrorClass.MALFORMED_JSON,
          "The JSON breaks at line %,d, column %,d of the record."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from a string", e);
    }
    return record;
  }

  /** A nested object as a record of its own; what it rescues is to be handed on by the caller. */
  static JsonRecord of(ObjectNode object) {
    JsonRecord record = new JsonRecord();
    object.properties().forEach(each -> record.add(each.getKey(), each.getValue()));
    return record;
  }

  /** Of two fields of one name the later wins, unless it is null; the other is rescued. */
  private void add(String name, JsonNode value) {
    String key = key(name);
    Field before = fields.get(key);
    if (before != null && value.isNull()) {
      rescue(name, value);
      return;
    }
    if (before != null) {
      rescue(before.name(), before.value());
    }
    fields.put(key, new Field(name, value));
  }

  /** A name in the form in which names are compared. */
  static String key(String name) {
    String key = KEYS.get(name);
    if (key == null) {
      key = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
      if (KEYS.size() < MAX_KEYS) {
        KEYS.put(name, key);
      }
    }
    return key;
  }

  /** {@link #key} of each of the names. */
  static Set<String> keys(String... names) {
    return Stream.of(names).map(JsonRecord::key).collect(Collectors.toUnmodifiableSet());
  }

  /** The field's value, which is then no longer rescued; null where it is missing or null. */
  JsonNode take(String name) {
    Field field = fields.remove(key(name));
    return field == null || field.value().isNull() ? null : field.value();
  }

  /** The first of the names that is there; null where none is. */
  JsonNode takeFirst(Iterable<String> names) {
    for (String name : names) {
      JsonNode value = take(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /**
   * An identifier: text or a number.
   *
   * @throws RejectedRecordException where it is missing, blank, or of another type
   */
  String requiredId(String name) throws RejectedRecordException {
    Field field = fields.get(key(name));
    JsonNode value = take(name);
    if (value != null && !isScalar(value)) {
      throw new RejectedRecordException(
          ErrorClass.WRONG_TYPE,
          "%s is %s, but should be text.".formatted(name, LenientJson.typeOf(value)));
    }
    String id = value == null ? null : text(value);
    if (id == null) {
      throw new RejectedRecordException(
          ErrorClass.MISSING_FIELD,
          "%s is %s."
              .formatted(name, field == null ? "missing" : value == null ? "null" : "blank"));
    }
    return id;
  }

  /**
   * A text or number; null where it is missing or says nothing; rescued where it is another type.
   */
  String optionalText(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!isScalar(value)) {
      rescue(name, value);
      return null;
    }
    return text(value);
  }

  /** A point in time; null where it is missing; rescued where it cannot be read. */
  Instant optionalTimestamp(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    Instant instant = Timestamps.read(value);
    if (instant == null) {
      rescue(name, value);
    }
    return instant;
  }

  /**
   * A point in time.
   *
   * @throws RejectedRecordException where it is missing or cannot be read
   */
  Instant requiredTimestamp(String name) throws RejectedRecordException {
    JsonNode value = take(name);
    if (value == null) {
      throw new RejectedRecordException(
          ErrorClass.MISSING_FIELD, "%s is missing or null.".formatted(name));
    }
    Instant instant = Timestamps.read(value);
    if (instant == null) {
      throw new RejectedRecordException(
          ErrorClass.UNREADABLE_TIMESTAMP,
          "%s is %s that is no point in time.".formatted(name, LenientJson.typeOf(value)));
    }
    return instant;
  }

  /** Hands a value back. A name that is taken gets a number. */
  void rescue(String name, JsonNode value) {
    if (rescued == null) {
      rescued = LenientJson.newObject();
    }
    String free = name;
    for (int i = 2; rescued.has(free); i++) {
      free = name + "#" + i;
    }
    rescued.set(free, LenientJson.shallow(value));
  }

  /** Everything that was not taken, and what was handed back, by name; null where there is none. */
  ObjectNode remaining() {
    fields.values().forEach(field -> rescue(field.name(), field.value()));
    fields.clear();
    return rescued;
  }

  /** {@link #remaining()} as a JSON object; null where nothing remains. */
  String rescuedData() {
    return remaining() == null ? null : LenientJson.write(rescued);
  }

  static boolean isScalar(JsonNode value) {
    return value.isTextual() || value instanceof NumericNode number && !number.isNaN();
  }

  /** A scalar's text, trimmed; null where it is blank or spells null. */
  static String text(JsonNode value) {
    String text = value.asText();
    if (value instanceof DecimalNode decimal
        && Math.abs(decimal.decimalValue().scale()) < LONGEST_PLAIN) {
      text = decimal.decimalValue().toPlainString();
    }
    return text(text);
  }

  /** Trimmed; null where it is blank or spells null. */
  static String text(String scalar) {
    String text = scalar.strip();
    return text.isEmpty() || text.equalsIgnoreCase("null") || text.equalsIgnoreCase("none")
        ? null
        : text;
  }
}
