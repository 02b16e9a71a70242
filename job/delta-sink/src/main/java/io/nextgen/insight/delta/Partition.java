package io.nextgen.insight.delta;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/**
 * The partition columns of a row type: their values in rows, in the log and in paths. Not for
 * several threads.
 */
final class Partition {

  private static final String NULL_DIRECTORY = "__HIVE_DEFAULT_PARTITION__";

  /** As Hive and Spark escape the names of partition directories. */
  private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007F";

  /** Bytes. File systems end at 255 for a name; the directory's name has no meaning to readers. */
  private static final int LONGEST_DIRECTORY = 200;

  private final String[] names;
  private final int[] positions;
  private final LogicalTypeRoot[] types;

  /** What the last row had, since the next one mostly has the same. */
  private final Object[] lastRaw;

  private List<String> lastValues;

  Partition(TableDefinition table) {
    this.names = table.partitionColumns().toArray(String[]::new);
    this.positions = table.partitionColumnPositions();
    this.types = new LogicalTypeRoot[positions.length];
    this.lastRaw = new Object[positions.length];
    for (int i = 0; i < positions.length; i++) {
      types[i] = table.rowType().getTypeAt(positions[i]).getTypeRoot();
    }
  }

  /**
   * The row's partition values as the log has them: null for a null and for the empty string, which
   * the protocol's section "Partition Value Serialization" makes the same.
   */
  List<String> valuesOf(RowData row) {
    if (lastValues == null || !sameAsLast(row)) {
      List<String> values = new ArrayList<>(positions.length);
      for (int i = 0; i < positions.length; i++) {
        Object raw = raw(row, i);
        values.add(raw == null ? null : value(raw, types[i]));
        // Not the row's own string, whose bytes may be overwritten by the next row.
        lastRaw[i] = raw instanceof StringData ? StringData.fromString(raw.toString()) : raw;
      }
      lastValues = values;
    }
    return lastValues;
  }

  /**
   * The directory of a partition below the table's root, ending with a slash; empty if the table
   * has no partition columns.
   */
  String directory(List<String> values) {
    StringBuilder directory = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      String value = values.get(i) == null ? NULL_DIRECTORY : escape(values.get(i));
      directory.append(asName(escape(names[i]) + "=" + value)).append('/');
    }
    return directory.toString();
  }

  /** A value from the log, null included, as Kernel wants it. */
  static Literal literal(String value, DataType type) {
    if (value == null) {
      return Literal.ofNull(type);
    } else if (type instanceof StringType) {
      return Literal.ofString(value);
    } else if (type instanceof DateType) {
      return Literal.ofDate(Math.toIntExact(LocalDate.parse(value).toEpochDay()));
    } else if (type instanceof ByteType) {
      return Literal.ofByte(Byte.parseByte(value));
    } else if (type instanceof ShortType) {
      return Literal.ofShort(Short.parseShort(value));
    } else if (type instanceof IntegerType) {
      return Literal.ofInt(Integer.parseInt(value));
    } else if (type instanceof LongType) {
      return Literal.ofLong(Long.parseLong(value));
    }
    throw new IllegalArgumentException("A partition column of type " + type);
  }

  private boolean sameAsLast(RowData row) {
    for (int i = 0; i < positions.length; i++) {
      if (!Objects.equals(raw(row, i), lastRaw[i])) {
        return false;
      }
    }
    return true;
  }

  private Object raw(RowData row, int i) {
    int position = positions[i];
    if (row.isNullAt(position)) {
      return null;
    }
    return switch (types[i]) {
      case CHAR, VARCHAR -> row.getString(position);
      case TINYINT -> row.getByte(position);
      case SMALLINT -> row.getShort(position);
      case DATE, INTEGER -> row.getInt(position);
      case BIGINT -> row.getLong(position);
      default -> throw new IllegalArgumentException("A partition column of type " + types[i]);
    };
  }

  private static String value(Object raw, LogicalTypeRoot type) {
    if (type == LogicalTypeRoot.DATE) {
      return LocalDate.ofEpochDay((Integer) raw).toString();
    }
    String value = raw.toString();
    return value.isEmpty() ? null : value;
  }

  /** Cut to the length that a name may have, and without a dot at its end, which ABFS refuses. */
  private static String asName(String component) {
    int end = 0;
    int bytes = 0;
    while (end < component.length()) {
      int next = component.offsetByCodePoints(end, 1);
      bytes += component.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_DIRECTORY) {
        break;
      }
      end = next;
    }
    String name = component.substring(0, end);
    return name.endsWith(".") ? name.substring(0, end - 1) + "%2E" : name;
  }

  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || ESCAPED.indexOf(c) >= 0) {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
