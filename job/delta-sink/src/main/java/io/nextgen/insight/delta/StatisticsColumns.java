package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.tablefeatures.TableFeatures;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * The columns that a table wants statistics of in its log: those that {@value #NAMES} names, or
 * else the first {@value #NUMBER} of its schema, as Delta counts them; and always those that the
 * table is clustered by. An owner may have kept a column out because of its values, so nothing else
 * goes into the log.
 *
 * @param leaves paths of columns that are not structs
 */
record StatisticsColumns(Set<List<String>> leaves) {

  private static final String NUMBER = "delta.dataSkippingNumIndexedCols";
  private static final String NAMES = "delta.dataSkippingStatsColumns";
  private static final String DEFAULT_NUMBER = "32";

  /** A part of a column's name, as it is or between backticks, and what ends it. */
  private static final Pattern NAME_PART =
      Pattern.compile("\\s*(?:`((?:[^`]|``)*)`|([^`.,]*?))\\s*([.,]|$)");

  StatisticsColumns {
    leaves = Set.copyOf(leaves);
  }

  /** As the table has them now or, before there is a table, as the sink will create it. */
  static StatisticsColumns current(TableDefinition definition, Configuration hadoop) {
    try {
      return of(DeltaTable.load(definition.path(), DefaultEngine.create(hadoop)));
    } catch (TableNotFoundException e) {
      return of(
          DeltaSchema.of(definition.rowType()),
          definition.partitionColumns(),
          definition.properties(),
          List.of());
    }
  }

  static StatisticsColumns of(Snapshot table) {
    List<List<String>> clustering = new ArrayList<>();
    if (TableFeatures.isClusteringTableFeatureSupported(table.getProtocol())) {
      table
          .getClusteringColumnInfos()
          .ifPresent(
              columns ->
                  columns.forEach(
                      column -> clustering.add(List.of(column.getLogicalColumn().getNames()))));
    }
    return of(
        table.getSchema(), table.getPartitionColumnNames(), table.getTableProperties(), clustering);
  }

  /**
   * @throws IllegalArgumentException naming the property whose value cannot be read
   */
  static StatisticsColumns of(
      StructType schema,
      List<String> partitionColumns,
      Map<String, String> properties,
      List<List<String>> clustering) {
    List<List<String>> all = new ArrayList<>();
    for (StructField field : schema.fields()) {
      if (!partitionColumns.contains(field.getName())) {
        addLeaves(field.getDataType(), List.of(field.getName()), all);
      }
    }
    Set<List<String>> wanted = new HashSet<>();
    String names = properties.get(NAMES);
    if (names == null) {
      int number = number(properties.getOrDefault(NUMBER, DEFAULT_NUMBER));
      wanted.addAll(number < 0 ? all : all.subList(0, Math.min(number, all.size())));
    } else {
      names(names).forEach(name -> addBelow(name, all, wanted));
    }
    clustering.forEach(name -> addBelow(name, all, wanted));
    return new StatisticsColumns(wanted);
  }

  boolean contains(List<String> path) {
    return leaves.contains(path);
  }

  private static int number(String value) {
    try {
      int number = Integer.parseInt(value.trim());
      if (number >= -1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "Property " + NUMBER + " is '" + value + "'; it must be -1 (all columns), 0 or more.");
  }

  /** Arrays and maps have no statistics, but count as one column. */
  private static void addLeaves(DataType type, List<String> path, List<List<String>> leaves) {
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        List<String> nested = new ArrayList<>(path);
        nested.add(field.getName());
        addLeaves(field.getDataType(), nested, leaves);
      }
    } else {
      leaves.add(path);
    }
  }

  /** The leaf of this name, or all leaves of the struct. Delta's names have no case. */
  private static void addBelow(List<String> name, List<List<String>> all, Set<List<String>> to) {
    for (List<String> leaf : all) {
      boolean below = leaf.size() >= name.size();
      for (int i = 0; below && i < name.size(); i++) {
        below = leaf.get(i).equalsIgnoreCase(name.get(i));
      }
      if (below) {
        to.add(leaf);
      }
    }
  }

  /** Names between commas, their parts between dots; a part in backticks may hold either. */
  private static List<List<String>> names(String value) {
    List<List<String>> names = new ArrayList<>();
    List<String> name = new ArrayList<>();
    Matcher part = NAME_PART.matcher(value);
    int position = 0;
    while (position < value.length()) {
      if (!part.find(position) || part.start() != position) {
        throw new IllegalArgumentException(
            "Property " + NAMES + " is not a list of column names, at character " + position + ".");
      }
      name.add(part.group(1) == null ? part.group(2) : part.group(1).replace("``", "`"));
      if (!part.group(3).equals(".")) {
        names.add(name);
        name = new ArrayList<>();
      }
      position = part.end();
    }
    return names;
  }
}
