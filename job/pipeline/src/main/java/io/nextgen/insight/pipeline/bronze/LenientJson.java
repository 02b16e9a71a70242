package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * JSON as sources write it, read without losing anything: numbers with all their digits, and what
 * is slightly off the standard where its meaning is beyond doubt.
 */
final class LenientJson {

  /** Deeper nesting than this is an attack or an accident; the tree costs stack to write. */
  static final int MAX_DEPTH = 4_000;

  /** In digits. */
  static final int MAX_NUMBER_LENGTH = 10_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNameLength(Integer.MAX_VALUE)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH + 2).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .nodeFactory(new CleanNodeFactory())
          .build();

  /** Well below the 1,000 that JSON readers commonly allow. */
  static final int MAX_RESCUED_DEPTH = 64;

  private record Level(JsonNode node, int depth) {}

  /** Strings are clean from the moment they are read. */
  private static final class CleanNodeFactory extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    @Override
    public TextNode textNode(String text) {
      return super.textNode(text == null ? null : CleanText.clean(text));
    }
  }

  private LenientJson() {}

  static JsonParser parser(String text) throws IOException {
    return MAPPER.createParser(text);
  }

  static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /** The value's type, for a reason: never the value. */
  static String typeOf(JsonNode value) {
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
  static JsonNode shallow(JsonNode value) {
    if (!value.isContainerNode()) {
      return value;
    }
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(value, 1));
    while (!open.isEmpty()) {
      Level level = open.pop();
      if (level.depth() > MAX_RESCUED_DEPTH) {
        return TextNode.valueOf(write(value));
      }
      for (JsonNode child : level.node()) {
        if (child.isContainerNode()) {
          open.push(new Level(child, level.depth() + 1));
        }
      }
    }
    return value;
  }

  static String write(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      // Without the cause: it might quote the value.
      throw new IllegalStateException("A tree that was read can be written");
    }
  }
}
