package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nextgen.insight.pipeline.model.DriftKind;
import io.nextgen.insight.pipeline.model.LandedRecord;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.SchemaDrift;
import io.nextgen.insight.pipeline.speaker.SpeakerRoles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * What a record's rescued data tells of its schema: each field once, objects and arrays down to
 * their scalars.
 */
final class DriftedFields {

  static final OutputTag<SchemaDrift> TAG =
      new OutputTag<>("schema-drift", TypeInformation.of(SchemaDrift.class));

  /** A record with more is an accident or an attack; the others count as other fields. */
  static final int MAX_FIELDS = 64;

  private static final int MAX_DEPTH = 6;

  private static final String SPEAKER = "messages[].speaker";

  /** {@code messages[2].text}, or {@code text#2}: a name that {@link JsonRecord#rescue} gave. */
  private static final Pattern RESCUED =
      Pattern.compile("([^\\[#.]+)(\\[\\d+])?(?:\\.(.+?))?(?:#\\d+)?");

  /** Longer runs of digits are numbers of somebody or something, not the end of a name. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?!.*\\d{4})[\\p{Alpha}_$@][\\w$-]{0,47}");

  private final LandedRecord record;
  private final Contract contract;
  private final Map<String, SchemaDrift> fields = new LinkedHashMap<>();

  private DriftedFields(LandedRecord record, Contract contract) {
    this.record = record;
    this.contract = contract;
  }

  /**
   * Hands out each drifted field of a record.
   *
   * @param rescued null where there is none
   */
  static void of(
      LandedRecord record, Contract contract, ObjectNode rescued, Consumer<SchemaDrift> out) {
    of(record, contract, rescued, List.of(), out);
  }

  /**
   * As above, and the speaker where its label names no role: by its shape alone, since it may be a
   * person's name.
   */
  static void of(
      LandedRecord record,
      Contract contract,
      ObjectNode rescued,
      List<Message> messages,
      Consumer<SchemaDrift> out) {
    DriftedFields drifted = new DriftedFields(record, contract);
    if (rescued != null) {
      rescued.properties().forEach(each -> drifted.addRescued(each.getKey(), each.getValue()));
    }
    for (Message message : messages) {
      String label = message.speaker();
      if (label != null && SpeakerRoles.of(label) == null) {
        drifted.add(DriftKind.UNREADABLE_FIELD, SPEAKER, TextNode.valueOf(label), 1);
      }
    }
    drifted.fields.values().forEach(out);
  }

  private void addRescued(String name, JsonNode value) {
    Matcher rescued = RESCUED.matcher(name);
    boolean known =
        rescued.matches() && contract.fields().contains(JsonRecord.key(rescued.group(1)));
    if (!known) {
      add(DriftKind.NEW_FIELD, shownName(name.replaceFirst("#\\d+$", "")), value, 1);
      return;
    }
    String path = rescued.group(2) == null ? rescued.group(1) : rescued.group(1) + "[]";
    String inner = rescued.group(3);
    boolean newWithin = inner != null && !contract.messageFields().contains(JsonRecord.key(inner));
    add(
        newWithin ? DriftKind.NEW_FIELD : DriftKind.UNREADABLE_FIELD,
        inner == null ? path : path + "." + shownName(inner),
        value,
        1);
  }

  private void add(DriftKind drift, String path, JsonNode value, int depth) {
    if (depth < MAX_DEPTH && value.isObject() && !value.isEmpty()) {
      value
          .properties()
          .forEach(
              each ->
                  add(drift, path + "." + shownName(each.getKey()), each.getValue(), depth + 1));
    } else if (depth < MAX_DEPTH && value.isArray() && !value.isEmpty()) {
      value.forEach(each -> add(drift, path + "[]", each, depth + 1));
    } else {
      put(
          new SchemaDrift(
              record.kind(),
              drift,
              path,
              ValueShape.typeOf(value),
              ValueShape.of(value),
              1,
              record.ingestedAt(),
              record.ingestedAt(),
              record.origin().file(),
              record.origin().file()));
    }
  }

  /** A field counts once for a record, however often it is in there. */
  private void put(SchemaDrift field) {
    if (fields.size() < MAX_FIELDS || fields.containsKey(field.identity())) {
      fields.putIfAbsent(field.identity(), field);
    } else {
      fields.putIfAbsent(SchemaDrift.OTHER_FIELDS, field.asOneOfMany());
    }
  }

  /** A key may be data, such as somebody's email address. */
  static String shownName(String name) {
    return IDENTIFIER.matcher(name).matches() ? name : "*";
  }
}
