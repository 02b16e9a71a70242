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

/**
 * Masks a JSON document: strings and numbers at every depth, and the names of fields. A field that
 * is called after a kind of personal data ("contactPhone") is masked whole, with all that it holds
 * and that may be of that kind. What comes out is valid JSON.
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
      return JSON.writeValueAsString(masked(read(json), FieldName.NOTHING));
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
   * @param name what the name of the field around says that this is
   */
  private JsonNode masked(JsonNode node, FieldName name) {
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties()
          .forEach(
              field -> {
                FieldName own = FieldName.of(field.getKey(), context);
                object.set(
                    conversation.maskField(field.getKey()),
                    masked(field.getValue(), own.saysNothing() ? name : own));
              });
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(element -> array.add(masked(element, name)));
      return array;
    }
    return node.isTextual() || node.isNumber() ? maskedValue(node, name) : node;
  }

  private JsonNode maskedValue(JsonNode node, FieldName name) {
    String text = node.asText();
    String masked =
        name.isMeant(text)
            ? conversation.maskAs(name.kind(), text)
            : conversation.maskField(text, name.labelOfOther());
    return masked.equals(text) ? node : TextNode.valueOf(masked);
  }
}
