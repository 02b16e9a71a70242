package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** JSON values in words, and in shapes that other readers take. */
final class JsonTypes {

  /** Well below the 1,000 that JSON readers commonly allow. */
  static final int MAX_RESCUED_DEPTH = 64;

  private record Level(JsonNode node, int depth) {}

  private JsonTypes() {}

  /** The value's type, for a reason: never the value. */
  static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      default -> "no JSON value";
    };
  }

  /**
   * The value, or its JSON as a text where it is nested so deep that other readers would refuse.
   */
  static JsonNode shallow(JsonNode value, JsonMapper mapper) {
    if (!value.isContainerNode()) {
      return value;
    }
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(value, 1));
    while (!open.isEmpty()) {
      Level level = open.pop();
      if (level.depth() > MAX_RESCUED_DEPTH) {
        return TextNode.valueOf(write(value, mapper));
      }
      for (JsonNode child : level.node()) {
        if (child.isContainerNode()) {
          open.push(new Level(child, level.depth() + 1));
        }
      }
    }
    return value;
  }

  static String write(JsonNode value, JsonMapper mapper) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      // Without the cause: it might quote the value.
      throw new IllegalStateException("A tree that was read can be written");
    }
  }
}
