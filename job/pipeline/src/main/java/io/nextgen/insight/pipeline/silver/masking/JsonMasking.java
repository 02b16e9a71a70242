package io.nextgen.insight.pipeline.silver.masking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nextgen.insight.pipeline.silver.PiiKind;

/**
 * Masks a JSON document: strings and numbers at every depth, and the names of fields. A field that
 * is called after a kind of personal data ("contactPhone") is masked whole, with all that it holds.
 * What comes out is valid JSON.
 */
final class JsonMasking {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final PiiMasker.Conversation conversation;
  private final ContextWords context;

  JsonMasking(PiiMasker.Conversation conversation, ContextWords context) {
    this.conversation = conversation;
    this.context = context;
  }

  /** The document without personal data; a JSON string of the masked text where it is no JSON. */
  String mask(String json) {
    try {
      return JSON.writeValueAsString(masked(read(json), null));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON nodes can always be written");
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(json);
    }
  }

  /**
   * @param kind what the name of the field around says that this is; null for nothing
   */
  private JsonNode masked(JsonNode node, PiiKind kind) {
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties()
          .forEach(
              field -> {
                PiiKind own = FieldName.kindOf(field.getKey(), context);
                object.set(
                    conversation.maskField(field.getKey()),
                    masked(field.getValue(), own == null ? kind : own));
              });
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(element -> array.add(masked(element, kind)));
      return array;
    }
    return node.isTextual() || node.isNumber() ? maskedValue(node, kind) : node;
  }

  private JsonNode maskedValue(JsonNode node, PiiKind kind) {
    String text = node.asText();
    String masked = kind == null ? conversation.maskField(text) : conversation.maskAs(kind, text);
    return masked.equals(text) ? node : TextNode.valueOf(masked);
  }
}
