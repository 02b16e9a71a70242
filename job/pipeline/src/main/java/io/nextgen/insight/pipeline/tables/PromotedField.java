package io.nextgen.insight.pipeline.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.table.types.logical.LogicalType;

/**
 * A field that the contract does not know and that has a column of its own all the same.
 *
 * @param path names from the record down to the field
 */
record PromotedField(List<String> path, Type type) implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Pattern PATH =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

  /** What a column may hold, and which JSON values are that. */
  enum Type {
    STRING(ColumnTypes.STRING, JsonNode::isTextual, JsonNode::textValue),
    INT(ColumnTypes.INT, node -> isWhole(node) && node.canConvertToInt(), JsonNode::intValue),
    LONG(ColumnTypes.BIGINT, node -> isWhole(node) && node.canConvertToLong(), JsonNode::longValue),
    DOUBLE(
        ColumnTypes.DOUBLE,
        node -> node.isNumber() && Double.isFinite(node.doubleValue()),
        JsonNode::doubleValue),
    BOOLEAN(ColumnTypes.BOOLEAN, JsonNode::isBoolean, JsonNode::booleanValue);

    private final LogicalType columnType;
    private final Predicate<JsonNode> holds;
    private final Function<JsonNode, Object> value;

    Type(LogicalType columnType, Predicate<JsonNode> holds, Function<JsonNode, Object> value) {
      this.columnType = columnType;
      this.holds = holds;
      this.value = value;
    }

    LogicalType columnType() {
      return columnType;
    }

    boolean holds(JsonNode node) {
      return holds.test(node);
    }

    Object value(JsonNode node) {
      return value.apply(node);
    }

    private static boolean isWhole(JsonNode node) {
      return node.isIntegralNumber();
    }

    private static Optional<Type> of(String name) {
      return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(name)).findAny();
    }

    private static String names() {
      return Arrays.stream(values())
          .map(type -> type.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }
  }

  /** The path in one word, since dots in column names need quotes in every query. */
  String column() {
    return String.join("_", path);
  }

  /**
   * Reads {@code name:type, outer.inner:type}.
   *
   * @param option which the text is of
   * @throws IllegalConfigurationException naming the entry that cannot be, without its text
   */
  static List<PromotedField> parse(ConfigOption<String> option, String text) {
    List<PromotedField> fields = new ArrayList<>();
    if (text.isBlank()) {
      return fields;
    }
    for (String entry : text.split(",", -1)) {
      String where = "--%s, entry %d".formatted(option.key(), fields.size() + 1);
      String[] parts = entry.strip().split("\\s*:\\s*", -1);
      if (parts.length != 2 || !PATH.matcher(parts[0]).matches()) {
        throw new IllegalConfigurationException(
            where + ", is not NAME:TYPE, such as plan:string or device.model:string");
      }
      Type type =
          Type.of(parts[1])
              .orElseThrow(
                  () ->
                      new IllegalConfigurationException(
                          where + ", has a type that is none of " + Type.names()));
      fields.add(new PromotedField(List.of(parts[0].split("\\.")), type));
    }
    return List.copyOf(fields);
  }
}
