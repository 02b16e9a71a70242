package io.nextgen.insight.pipeline.bronze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nextgen.insight.pipeline.model.Defect;
import io.nextgen.insight.pipeline.model.ErrorClass;
import io.nextgen.insight.pipeline.model.LandedRecord;
import java.util.Locale;
import java.util.Map;

/**
 * Says where a record without an id holds what looks like records: what to look at first, and often
 * all that is wrong.
 */
final class LookalikeRecords {

  private static final int MAX_DEPTH = 3;

  /** Fields of the contract, of which one alone says little. */
  private static final int ENOUGH_FIELDS = 2;

  private LookalikeRecords() {}

  /** The defect, with what the record holds where a field is missing. */
  static Defect explain(Defect defect, LandedRecord record, Contract contract) {
    if (defect.errorClass() != ErrorClass.MISSING_FIELD) {
      return defect;
    }
    ObjectNode fields;
    try {
      fields = JsonRecord.parse(record.text()).remaining();
    } catch (RejectedRecordException e) {
      return defect;
    }
    String place = fields == null ? null : place(fields, contract, 1);
    return place == null
        ? defect
        : new Defect(
            defect.errorClass(),
            "%s It holds %s like a %s."
                .formatted(defect.reason(), place, record.kind().name().toLowerCase(Locale.ROOT)));
  }

  private static String place(ObjectNode object, Contract contract, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = DriftedFields.shownName(field.getKey());
      JsonNode value = field.getValue();
      long records = 0;
      for (JsonNode element : value) {
        records += value.isArray() && resembles(element, contract) ? 1 : 0;
      }
      if (records > 0) {
        return "an array %s of %,d objects that look".formatted(name, records);
      }
      if (resembles(value, contract)) {
        return "an object %s that looks".formatted(name);
      }
      if (depth < MAX_DEPTH && value instanceof ObjectNode inner) {
        String within = place(inner, contract, depth + 1);
        if (within != null) {
          return within;
        }
      }
    }
    return null;
  }

  private static boolean resembles(JsonNode value, Contract contract) {
    return value instanceof ObjectNode object
        && object.properties().stream()
                .filter(field -> contract.fields().contains(JsonRecord.key(field.getKey())))
                .count()
            >= ENOUGH_FIELDS;
  }
}
