package io.nextgen.insight.local;

import io.delta.kernel.data.Row;
import io.nextgen.insight.pipeline.InsightJob;
import io.nextgen.insight.pipeline.tables.GoldTables;
import io.nextgen.insight.pipeline.tables.LakeTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a finished run leaves behind, read back from the tables. */
final class RunSummary {
  private static final int ROWS_SHOWN = 50;

  private final Path lake;
  private final PrintStream out;

  RunSummary(Path lake, PrintStream out) {
    this.lake = lake;
    this.out = out;
  }

  void print() throws IOException, MissingTableException {
    printHighRisk();
    out.println("\nTables in " + lake);
    for (LakeTable<?> table : InsightJob.tables()) {
      out.printf(
          "  %-24s %,8d rows   %s%n",
          table.qualifiedName(), reader(table).countRows(), table.description());
    }
    out.println(
        """

        To look at them: job/export %s --lake %s
        or, with Spark and Delta:
          SELECT cust_id, Region, ai_insights
          FROM delta.`%s`
          WHERE is_high_risk = true"""
            .formatted(
                GoldTables.CUSTOMER_INSIGHTS.qualifiedName(),
                lake,
                GoldTables.CUSTOMER_INSIGHTS.path(lake.toString())));
  }

  /** The newest revision of each chat counts. */
  private void printHighRisk() throws IOException, MissingTableException {
    Map<String, Insight> newest = new HashMap<>();
    reader(GoldTables.CUSTOMER_INSIGHTS)
        .forEachRow(
            row ->
                newest.merge(
                    text(row, "chat_id"),
                    Insight.of(row),
                    (a, b) -> a.revision() >= b.revision() ? a : b));
    List<Insight> highRisk =
        new ArrayList<>(newest.values().stream().filter(Insight::highRisk).toList());
    highRisk.sort(Comparator.comparing(Insight::custId).thenComparing(Insight::chatId));
    out.printf(
        "%nHigh-risk customers: %d of %d (negative sentiment and a technical issue)%n",
        highRisk.stream().map(Insight::custId).distinct().count(),
        newest.values().stream().map(Insight::custId).distinct().count());
    String format = "  %-12s %-14s %-10s %-16s %s%n";
    if (!highRisk.isEmpty()) {
      out.printf(format, "customer", "Region", "Priority", "chat", "what the AI found");
    }
    highRisk.stream()
        .limit(ROWS_SHOWN)
        .forEach(
            insight ->
                out.printf(
                    format,
                    insight.custId(),
                    insight.region(),
                    insight.priority(),
                    insight.chatId(),
                    insight.summary()));
    if (highRisk.size() > ROWS_SHOWN) {
      out.println("  ... and " + (highRisk.size() - ROWS_SHOWN) + " more");
    }
  }

  private DeltaTableReader reader(LakeTable<?> table) throws MissingTableException {
    return new DeltaTableReader(Path.of(table.path(lake.toString())));
  }

  private record Insight(
      String chatId,
      int revision,
      String custId,
      String region,
      String priority,
      boolean highRisk,
      String summary) {

    static Insight of(Row row) {
      return new Insight(
          text(row, "chat_id"),
          row.getInt(row.getSchema().indexOf("revision")),
          text(row, "cust_id"),
          text(row, "Region"),
          text(row, "Priority"),
          row.getBoolean(row.getSchema().indexOf("is_high_risk")),
          text(row, "ai_insights"));
    }
  }

  private static String text(Row row, String column) {
    int ordinal = row.getSchema().indexOf(column);
    return row.isNullAt(ordinal) ? "-" : row.getString(ordinal);
  }
}
