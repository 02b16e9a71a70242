package io.nextgen.insight.pipeline.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * Fields that leave {@code _rescued_data} for columns of their own, by their names in any letter
 * case. What is not of the column's type stays where it is, so nothing is lost.
 */
public final class Promotion implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Nothing is promoted. */
  public static final Promotion NONE = new Promotion(List.of());

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final List<PromotedField> fields;

  private Promotion(List<PromotedField> fields) {
    this.fields = List.copyOf(fields);
  }

  /**
   * What an option asks for.
   *
   * @throws IllegalConfigurationException for an entry that cannot be read, or whose column the
   *     table or an earlier entry has
   */
  public static Promotion of(ConfigOption<String> option, String text, LakeTable<?> table) {
    List<PromotedField> fields = PromotedField.parse(option, text);
    Set<String> taken = new HashSet<>();
    table.columns().forEach(column -> taken.add(column.name().toLowerCase(Locale.ROOT)));
    for (int i = 0; i < fields.size(); i++) {
      if (!taken.add(fields.get(i).column().toLowerCase(Locale.ROOT))) {
        throw new IllegalConfigurationException(
            "--%s, entry %d, would be a column that %s has already, or an earlier entry makes"
                .formatted(option.key(), i + 1, table.qualifiedName()));
      }
    }
    return new Promotion(fields);
  }

  List<PromotedField> fields() {
    return fields;
  }

  /**
   * A field's value.
   *
   * @param rescuedData a JSON object; null where there is none
   * @return null where the record has no such field, or not of its type
   */
  Object value(PromotedField field, String rescuedData) {
    if (rescuedData == null || !(read(rescuedData) instanceof ObjectNode record)) {
      return null;
    }
    JsonNode value = find(record, field.path());
    return value != null && field.type().holds(value) ? field.type().value(value) : null;
  }

  /** What is left when the fields have been taken out; null where nothing is. */
  String remaining(String rescuedData) {
    if (rescuedData == null
        || fields.isEmpty()
        || !(read(rescuedData) instanceof ObjectNode record)) {
      return rescuedData;
    }
    fields.forEach(field -> remove(record, field.path(), field.type()));
    return record.isEmpty() ? null : record.toString();
  }

  private static JsonNode find(JsonNode node, List<String> path) {
    if (path.isEmpty()) {
      return node;
    }
    String name = nameIn(node, path.get(0));
    return name == null ? null : find(node.get(name), path.subList(1, path.size()));
  }

  /** Takes the field out, and with it an object that held nothing else. */
  private static void remove(ObjectNode object, List<String> path, PromotedField.Type type) {
    String name = nameIn(object, path.get(0));
    JsonNode value = name == null ? null : object.get(name);
    if (path.size() > 1 && value instanceof ObjectNode inner && !inner.isEmpty()) {
      remove(inner, path.subList(1, path.size()), type);
      if (inner.isEmpty()) {
        object.remove(name);
      }
    } else if (path.size() == 1 && value != null && type.holds(value)) {
      object.remove(name);
    }
  }

  /** The name as the object spells it; null where it has no such field. */
  private static String nameIn(JsonNode object, String name) {
    if (object.has(name)) {
      return name;
    }
    return object.properties().stream()
        .map(each -> each.getKey())
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // Without the cause, which quotes the data.
      throw new IllegalStateException("The rescued data was written by this job as JSON");
    }
  }
}
