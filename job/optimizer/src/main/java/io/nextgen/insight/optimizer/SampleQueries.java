package io.nextgen.insight.optimizer;

import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Shows on two queries of analysts how much of a table they need not read. */
final class SampleQueries {
  private final SparkSession spark;
  private final PrintStream out;

  SampleQueries(SparkSession spark, PrintStream out) {
    this.spark = spark;
    this.out = out;
  }

  /**
   * @param insights {@code gold.customer_insights}
   */
  void show(DeltaTable insights) {
    List<Row> customer =
        insights.rows().select("cust_id").where("cust_id IS NOT NULL").limit(1).collectAsList();
    List<Row> pairs =
        insights
            .rows()
            .where("Region IS NOT NULL AND Priority IS NOT NULL")
            .groupBy("Region", "Priority")
            .count()
            .orderBy("count", "Region", "Priority")
            .collectAsList();
    if (customer.isEmpty() || pairs.isEmpty()) {
      return;
    }
    Row pair = pairs.get(pairs.size() / 2);
    // The customer is not named: what is printed is kept as the job's log.
    show(insights, "WHERE cust_id = ...", equal("cust_id", customer.get(0).getString(0)));
    show(
        insights,
        "WHERE Region = '%s' AND Priority = '%s'".formatted(pair.getString(0), pair.getString(1)),
        equal("Region", pair.getString(0)).and(equal("Priority", pair.getString(1))));
  }

  private void show(DeltaTable table, String sql, org.apache.spark.sql.Column condition) {
    Dataset<Row> query = table.rows().where(condition);
    out.printf("%-24s %s %s%n", table.name(), sql, ReadFiles.of(spark, table, query));
  }

  private static org.apache.spark.sql.Column equal(String column, String value) {
    return functions.col(column).equalTo(value);
  }
}
