package io.nextgen.insight.pipeline.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.DateType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;

/**
 * The column types that the tables use. All are nullable, as Delta's readers expect of append-only
 * tables whose schema grows.
 */
final class ColumnTypes {
  static final LogicalType STRING = new VarCharType(VarCharType.MAX_LENGTH);
  static final LogicalType INT = new IntType();
  static final LogicalType BIGINT = new BigIntType();
  static final LogicalType DOUBLE = new DoubleType();
  static final LogicalType BOOLEAN = new BooleanType();
  static final LogicalType DATE = new DateType();

  /** An instant, in microseconds: Delta's {@code timestamp}. */
  static final LogicalType TIMESTAMP = new LocalZonedTimestampType(6);

  static final LogicalType STRINGS = new ArrayType(STRING);
  static final LogicalType MESSAGES =
      new ArrayType(
          new RowType(
              List.of(
                  new RowType.RowField(
                      "speaker",
                      STRING,
                      "customer, agent, bot, system; participant_N where the role is unknown"),
                  new RowType.RowField("text", STRING, "what was said, masked"),
                  new RowType.RowField("ts", TIMESTAMP, "when it was said"))));

  private ColumnTypes() {}

  /** The UTC day of an instant, for date partitions. */
  static LocalDate utcDate(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
