package io.nextgen.insight.local;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.StructType;
import org.apache.flink.formats.common.TimestampFormat;
import org.apache.flink.formats.json.JsonFormatOptions.MapNullKeyMode;
import org.apache.flink.formats.json.JsonRowDataSerializationSchema;

/**
 * Rows of a Delta table as JSON, in Flink's format: timestamps as ISO 8601 in UTC, dates as ISO
 * 8601, binary as Base64, nulls written out.
 */
final class RowJson {

  private final JsonRowDataSerializationSchema format;

  /**
   * @throws IllegalArgumentException where a column has no JSON, such as a map with keys that are
   *     no strings
   */
  RowJson(StructType schema) {
    format =
        new JsonRowDataSerializationSchema(
            FlinkRows.typeOf(schema),
            TimestampFormat.ISO_8601,
            MapNullKeyMode.FAIL,
            "",
            true,
            false);
    try {
      format.open(null); // It makes no use of the context that a job would give.
    } catch (Exception e) {
      throw new IllegalStateException("Flink's JSON format cannot be opened", e);
    }
  }

  /** One object on one line, in UTF-8, without the line's end. */
  byte[] of(Row row) {
    return format.serialize(FlinkRows.of(row));
  }
}
