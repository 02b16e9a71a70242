package io.nextgen.insight.optimizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the tables into a catalog, where they are, and the analysts' views beside them. */
final class Publication {
  /** Files of {@code sql/views}, in an order in which each finds the views that it reads. */
  static final List<String> VIEWS =
      List.of(
          "current_customer_insights",
          "current_customer_risk",
          "customers_at_risk",
          "sentiment_trend",
          "technical_issues",
          "review_queue",
          "dead_letter_overview",
          "pipeline_freshness");

  private final Lake lake;
  private final PrintStream out;

  Publication(Lake lake, PrintStream out) {
    this.lake = lake;
    this.out = out;
  }

  /**
   * @throws JobException where a table is missing from the lake, or where the catalog has another
   *     one of its name
   */
  void publish(Optional<String> catalog) {
    catalog.ifPresent(name -> lake.spark().sql("USE CATALOG " + quoted(name)));
    List<LakeTable> tables = List.of(LakeTable.values());
    tables.forEach(lake::open);
    Stream.of("bronze", "silver", "gold")
        .forEach(layer -> lake.spark().sql("CREATE SCHEMA IF NOT EXISTS " + quoted(layer)));
    tables.forEach(table -> register(table.layer(), table.table()));
    VIEWS.forEach(view -> lake.spark().sql(sql("views/" + view + ".sql")));
    out.printf("Published %d tables and %d views%n", tables.size(), VIEWS.size());
  }

  private void register(String layer, String table) {
    String name = quoted(layer) + "." + quoted(table);
    String path = lake.path(layer, table);
    lake.spark()
        .sql(
            "CREATE TABLE IF NOT EXISTS %s USING DELTA LOCATION '%s'"
                .formatted(name, path.replace("'", "\\'")));
    String there = lake.spark().sql("DESCRIBE DETAIL " + name).head().getAs("location");
    String here = lake.spark().sql("DESCRIBE DETAIL delta.`" + path + "`").head().getAs("location");
    if (!there.equals(here)) {
      throw new JobException(
          "%s.%s is in the catalog already, at another place: %s".formatted(layer, table, there));
    }
  }

  /** A statement that the jar carries. */
  static String sql(String file) {
    try (InputStream in = Publication.class.getResourceAsStream("/sql/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
  }

  static String name(String catalog, String layer, String table) {
    return quoted(catalog) + "." + quoted(layer) + "." + quoted(table);
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
