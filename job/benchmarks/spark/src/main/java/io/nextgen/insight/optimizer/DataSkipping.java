package io.nextgen.insight.optimizer;

import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Cost;
import io.nextgen.insight.benchmarks.Series;
import io.nextgen.insight.benchmarks.Setting;
import io.nextgen.insight.benchmarks.Side;
import io.nextgen.insight.benchmarks.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What two questions of analysts read and take, of {@code gold.customer_insights} as a stream left
 * it and of the same rows after the scheduled run: one customer's chats, and those of a region and
 * a priority.
 */
public final class DataSkipping implements Benchmark {
  private static final Setting ROWS = Setting.of("rows", "rows of the table", 1_000_000, 6_000);
  private static final Setting FILES = Setting.of("files", "files that the stream left", 2_000, 40);
  private static final Setting CUSTOMERS =
      Setting.of("customers", "customers whose files are counted", 50, 3);

  private static final Setting PAIRS =
      Setting.of("pairs", "pairs of a region and a priority whose files are counted", 48, 3);

  private static final String AS_IT_CAME = "as it came";
  private static final String AFTER = "after maintain";

  @Override
  public String name() {
    return "data-skipping";
  }

  @Override
  public String summary() {
    return "files that analysts' questions read, and their times: before and after the scheduled run";
  }

  @Override
  public List<Setting> settings() {
    return List.of(ROWS, FILES, CUSTOMERS, PAIRS);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(SparkSession.class, org.apache.parquet.hadoop.ParquetWriter.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    Path directory = run.directory();
    try (SparkSession spark = LocalOptimizer.session(directory)) {
      GoldRows rows = new GoldRows(spark, run.number(ROWS), (int) run.number(FILES));
      DeltaTable asItCame = rows.write(directory.resolve("as-it-came/gold/customer_insights"));
      DeltaTable after = rows.write(directory.resolve("lake/gold/customer_insights"));
      Cost cost = Cost.of(() -> maintain(spark, directory.resolve("lake"), after));
      run.out()
          .printf(
              Locale.ROOT,
              "Z-order by %s: %s -> %s, %.0f s, %.0f CPU s%n%n",
              Option.Z_ORDER.defaultValue(),
              extent(asItCame),
              extent(after),
              cost.seconds(),
              cost.cpuSeconds());
      List<Row> customers = customers(asItCame, (int) run.number(CUSTOMERS));
      List<Row> pairs = pairs(asItCame, (int) run.number(PAIRS));
      countFiles(run, spark, asItCame, after, customers, pairs);
      run.sideBySide()
          .side(AS_IT_CAME, questions(asItCame, customers.get(0), pairs))
          .side(AFTER, questions(after, customers.get(0), pairs))
          .run()
          .print(run.out());
    }
  }

  private static void maintain(SparkSession spark, Path lake, DeltaTable table) {
    Lake tables = new Lake(spark, lake.toString());
    Arguments arguments = Arguments.parse("maintain", "--lake", lake.toString());
    new FileLayout(tables, new RunLog(tables), arguments)
        .improve(LakeTable.CUSTOMER_INSIGHTS, table);
  }

  private static String extent(DeltaTable table) {
    DeltaTable.Extent extent = table.extent();
    return String.format(
        Locale.ROOT, "%,d files, %s", extent.files(), Sizes.format(extent.bytes()));
  }

  /** Customers as they come, so those with many chats are among them. */
  private static List<Row> customers(DeltaTable table, int count) {
    return table
        .rows()
        .orderBy(functions.xxhash64(functions.col("chat_id")))
        .select("cust_id")
        .limit(count)
        .collectAsList();
  }

  /** Regions with priorities, those with the most chats first. */
  private static List<Row> pairs(DeltaTable table, int count) {
    return table
        .rows()
        .groupBy("Region", "Priority")
        .count()
        .orderBy(functions.desc("count"), functions.col("Region"), functions.col("Priority"))
        .limit(count)
        .collectAsList();
  }

  private static void countFiles(
      BenchmarkRun run,
      SparkSession spark,
      DeltaTable asItCame,
      DeltaTable after,
      List<Row> customers,
      List<Row> pairs) {
    Table table =
        new Table(
            "% of the files that are read", AS_IT_CAME, AFTER, "worst", "% of the bytes", "worst");
    count(table, "WHERE cust_id = …", spark, asItCame, after, customers);
    count(table, "WHERE Region = … AND Priority = …", spark, asItCame, after, pairs);
    count(
        table,
        "the same, the pair with the most chats",
        spark,
        asItCame,
        after,
        pairs.subList(0, 1));
    table.print(run.out());
  }

  private static void count(
      Table table,
      String question,
      SparkSession spark,
      DeltaTable asItCame,
      DeltaTable after,
      List<Row> values) {
    Series before = files(asItCame, values.subList(0, Math.min(3, values.size())));
    List<ReadFiles> read =
        values.stream()
            .map(value -> ReadFiles.of(spark, after, after.rows().where(condition(value))))
            .toList();
    Series files = new Series(read.stream().mapToDouble(ReadFiles::percent).toArray());
    Series readBytes =
        new Series(
            read.stream()
                .mapToDouble(each -> 100.0 * each.bytes() / each.table().bytes())
                .toArray());
    table.row(
        question,
        percent(before.median()),
        percent(files.median()),
        percent(files.max()),
        percent(readBytes.median()),
        percent(readBytes.max()));
  }

  private static Series files(DeltaTable table, List<Row> values) {
    long all = table.extent().files();
    return new Series(
        values.stream()
            .mapToDouble(
                value -> 100.0 * ReadFiles.files(table.rows().where(condition(value))).size() / all)
            .toArray());
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static Column condition(Row value) {
    Column condition = functions.lit(true);
    for (String column : List.of("cust_id", "Region", "Priority")) {
      if (List.of(value.schema().fieldNames()).contains(column)) {
        condition = condition.and(functions.col(column).equalTo(value.<String>getAs(column)));
      }
    }
    return condition;
  }

  private static Side questions(DeltaTable table, Row customer, List<Row> pairs) {
    Map<String, Column> questions = new LinkedHashMap<>();
    questions.put("ms, one customer", condition(customer));
    questions.put("ms, region and priority", condition(pairs.get(pairs.size() / 2)));
    questions.put("ms, the pair with the most chats", condition(pairs.get(0)));
    return () -> {
      Map<String, Double> figures = new LinkedHashMap<>();
      for (var question : questions.entrySet()) {
        List<Row> answer = new ArrayList<>();
        Cost cost =
            Cost.of(
                () ->
                    answer.addAll(
                        table
                            .rows()
                            .where(question.getValue())
                            .selectExpr("count(*)", "avg(confidence)", "max(ai_insights)")
                            .collectAsList()));
        if (answer.get(0).getLong(0) == 0) {
          throw new IllegalStateException("No chats for " + question.getKey());
        }
        figures.put(question.getKey(), 1000 * cost.seconds());
      }
      return figures;
    };
  }
}
