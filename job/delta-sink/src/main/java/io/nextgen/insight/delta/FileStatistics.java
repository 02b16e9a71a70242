package io.nextgen.insight.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;

/**
 * A file's statistics for data skipping, from what Parquet counted while it wrote (Delta protocol,
 * section "Per-file Statistics").
 *
 * <p>Bounds hold for every row, but need not be tight: long strings are cut (the upper bound
 * upwards), upper bounds of timestamps go up to the next millisecond, the unit of the log. Floating
 * point columns with a NaN have no upper bound, booleans and binaries have none, elements of arrays
 * and maps no statistics at all. Nor have days and times bounds that are not of the years 1 to
 * 9999: the log's formats have four digits, and Kernel writes the year 2 BC as 0002.
 */
final class FileStatistics {

  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toMillis() * 1_000;

  /** Numbers keep all their digits: a bound that moved makes readers skip what they must not. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final List<String> BY_COLUMN = List.of("minValues", "maxValues", "nullCount");

  private final Map<ColumnPath, LogicalType> leaves = new LinkedHashMap<>();
  private final StructType schema;

  /** Statistics of those of the sink's columns that are among the given ones. */
  FileStatistics(TableDefinition table, StatisticsColumns columns) {
    RowType rowType = table.rowType();
    this.schema = DeltaSchema.of(rowType);
    for (int column : table.dataColumns()) {
      addLeaves(
          rowType.getTypeAt(column), new String[] {rowType.getFieldNames().get(column)}, columns);
    }
  }

  /** The same statistics, in the log's JSON, without those of other columns than these. */
  static String cut(String json, StatisticsColumns columns) {
    try {
      JsonNode statistics = JSON.readTree(json);
      boolean cut = false;
      for (String values : BY_COLUMN) {
        if (statistics.get(values) instanceof ObjectNode byColumn) {
          cut |= cut(byColumn, new ArrayList<>(), columns);
        }
      }
      return cut ? JSON.writeValueAsString(statistics) : json;
    } catch (JsonProcessingException e) {
      // Without its message, which quotes values.
      throw new IllegalStateException("The statistics of a file are not JSON");
    }
  }

  private static boolean cut(ObjectNode node, List<String> path, StatisticsColumns columns) {
    boolean cut = false;
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
        fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      path.add(field.getKey());
      if (field.getValue() instanceof ObjectNode struct) {
        cut |= cut(struct, path, columns);
      } else if (!columns.contains(path)) {
        fields.remove();
        cut = true;
      }
      path.remove(path.size() - 1);
    }
    return cut;
  }

  /** The statistics, in the log's JSON, of the file with this footer. */
  String toJson(ParquetMetadata footer) {
    long rows = 0;
    Map<ColumnPath, Statistics<?>> merged = new HashMap<>();
    for (BlockMetaData block : footer.getBlocks()) {
      rows += block.getRowCount();
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        if (leaves.containsKey(chunk.getPath())) {
          Statistics<?> statistics = chunk.getStatistics();
          merged.merge(chunk.getPath(), statistics.copy(), FileStatistics::merge);
        }
      }
    }
    Map<Column, Literal> lower = new HashMap<>();
    Map<Column, Literal> upper = new HashMap<>();
    Map<Column, Long> nulls = new HashMap<>();
    merged.forEach(
        (path, statistics) -> {
          Column column = new Column(path.toArray());
          LogicalType type = leaves.get(path);
          if (statistics.isNumNullsSet()) {
            nulls.put(column, statistics.getNumNulls());
          }
          if (statistics.hasNonNullValue()) {
            bound(type, statistics.genericGetMin(), false).ifPresent(v -> lower.put(column, v));
            bound(type, statistics.genericGetMax(), true).ifPresent(v -> upper.put(column, v));
          }
        });
    return new DataFileStatistics(rows, lower, upper, nulls, Optional.empty())
        .serializeAsJson(schema);
  }

  private void addLeaves(LogicalType type, String[] path, StatisticsColumns columns) {
    if (type instanceof RowType row) {
      for (RowType.RowField field : row.getFields()) {
        String[] nested = Arrays.copyOf(path, path.length + 1);
        nested[path.length] = field.getName();
        addLeaves(field.getType(), nested, columns);
      }
    } else if (columns.contains(List.of(path))
        && !type.is(LogicalTypeRoot.ARRAY)
        && !type.is(LogicalTypeRoot.MAP)) {
      leaves.put(ColumnPath.get(path), type);
    }
  }

  private static Statistics<?> merge(Statistics<?> left, Statistics<?> right) {
    left.mergeStatistics(right);
    return left;
  }

  private static Optional<Literal> bound(LogicalType type, Object value, boolean upper) {
    return switch (type.getTypeRoot()) {
      case CHAR, VARCHAR ->
          StringBound.of(((Binary) value).getBytesUnsafe(), upper).map(Literal::ofString);
      case TINYINT -> Optional.of(Literal.ofByte(((Integer) value).byteValue()));
      case SMALLINT -> Optional.of(Literal.ofShort(((Integer) value).shortValue()));
      case INTEGER -> Optional.of(Literal.ofInt((Integer) value));
      case BIGINT -> Optional.of(Literal.ofLong((Long) value));
      case FLOAT -> Optional.of((Float) value).filter(v -> !v.isNaN()).map(Literal::ofFloat);
      case DOUBLE -> Optional.of((Double) value).filter(v -> !v.isNaN()).map(Literal::ofDouble);
      case DATE ->
          Optional.of((Integer) value).filter(FileStatistics::hasFourDigits).map(Literal::ofDate);
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
          millisecond((Long) value, upper).map(Literal::ofTimestamp);
      case TIMESTAMP_WITHOUT_TIME_ZONE ->
          millisecond((Long) value, upper).map(Literal::ofTimestampNtz);
      case DECIMAL -> Optional.of(decimal((DecimalType) type, value));
      default -> Optional.empty();
    };
  }

  /** Microseconds rounded to a whole millisecond, down for a lower and up for an upper bound. */
  private static Optional<Long> millisecond(long micros, boolean upper) {
    long down = micros - Math.floorMod(micros, 1_000L);
    return Optional.of(upper && down != micros ? down + 1_000L : down)
        .filter(rounded -> hasFourDigits(Math.floorDiv(rounded, MICROS_OF_DAY)));
  }

  private static boolean hasFourDigits(long day) {
    return day >= FIRST_DAY && day <= LAST_DAY;
  }

  private static Literal decimal(DecimalType type, Object value) {
    BigInteger unscaled =
        value instanceof Binary binary
            ? new BigInteger(binary.getBytes())
            : BigInteger.valueOf(((Number) value).longValue());
    return Literal.ofDecimal(
        new BigDecimal(unscaled, type.getScale()), type.getPrecision(), type.getScale());
  }
}
