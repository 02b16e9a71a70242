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
import java.util.List;
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

  /** What holds the label in an object about it, in the order of trust. */
  private static final List<String> LABEL_OF_OBJECT =
      List.of("name", "display_value", "display_name", "label", "value", "title", "text");

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
   * The record's own id: text or a number, see {@link Ids}.
   *
   * @throws RejectedRecordException where it is missing, blank, a placeholder, or of another type
   */
  String requiredId(String name) throws RejectedRecordException {
    Field field = fields.get(key(name));
    JsonNode value = take(name);
    if (value != null && !isScalar(value)) {
      throw new RejectedRecordException(
          ErrorClass.WRONG_TYPE,
          "%s is %s, but should be text.".formatted(name, LenientJson.typeOf(value)));
    }
    String id = value == null ? null : Ids.of(value);
    if (id == null) {
      throw new RejectedRecordException(
          ErrorClass.MISSING_FIELD,
          "%s is %s."
              .formatted(name, field == null ? "missing" : value == null ? "null" : "blank"));
    }
    if (PlaceholderIds.isWord(id)) {
      throw placeholder(name);
    }
    return id;
  }

  /**
   * The id of another record, such as the customer: like {@link #requiredId}, and zero names none.
   */
  String requiredReference(String name) throws RejectedRecordException {
    String id = requiredId(name);
    if (PlaceholderIds.isReference(id)) {
      throw placeholder(name);
    }
    return id;
  }

  private static RejectedRecordException placeholder(String name) {
    return new RejectedRecordException(
        ErrorClass.MISSING_FIELD,
        "%s is a placeholder, such as unknown, N/A or 0, and names nobody.".formatted(name));
  }

  /** The id of another record; null where it is missing or a placeholder; else like a text. */
  String optionalReference(String name) {
    String id = optionalId(name);
    return id == null || PlaceholderIds.isReference(id) ? null : id;
  }

  /** Like {@link #optionalText}, where a whole number is that number, however it is written. */
  String optionalId(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!isScalar(value)) {
      rescue(name, value);
      return null;
    }
    return Ids.of(value);
  }

  /**
   * The text of a label. Some sources wrap it: in an array of one, or in an object with more about
   * it, which is rescued.
   */
  String optionalLabel(String name) {
    JsonNode value = take(name);
    JsonNode inner = value != null && value.isArray() && value.size() == 1 ? value.get(0) : value;
    if (inner instanceof ObjectNode object) {
      JsonRecord wrapped = of(object);
      JsonNode label = wrapped.takeFirst(LABEL_OF_OBJECT);
      if (label != null && isScalar(label)) {
        if (wrapped.remaining() != null) {
          rescue(name, wrapped.remaining());
        }
        return Ids.of(label);
      }
    }
    if (inner == null || inner.isNull()) {
      return null;
    }
    if (!isScalar(inner)) {
      rescue(name, value);
      return null;
    }
    return Ids.of(inner);
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
