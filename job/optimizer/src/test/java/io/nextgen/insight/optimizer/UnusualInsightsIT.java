package io.nextgen.insight.optimizer;

import static io.nextgen.insight.optimizer.PublishedRun.rows;
import static io.nextgen.insight.optimizer.PublishedRun.text;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The views and the headline on insights that the sample data lacks: a chat dated in the future,
 * one whose speakers are unknown, and a table of an earlier version of the job. Each test has the
 * views in a schema of its own.
 */
class UnusualInsightsIT {
  private static final String YEAR_2031 = "2031-05-04 10:00:00";
  private static final List<String> VIEWS =
      List.of(
          "current_customer_insights",
          "current_customer_risk",
          "customers_at_risk",
          "sentiment_trend",
          "technical_issues",
          "review_queue");

  private static final SparkSession SPARK = TestingSpark.session();

  @BeforeAll
  static void publish() throws Exception {
    PublishedRun.publish();
  }

  @Test
  void aChatDatedInTheFutureIsNeverNow() throws Exception {
    Dataset<Row> insights = SPARK.table("gold.customer_insights");
    Dataset<Row> future =
        insights
            .where("cust_id = 'C-2041' AND is_high_risk")
            .limit(1)
            .withColumn("chat_id", lit("of-2031"))
            .withColumn("event_time", lit(YEAR_2031).cast("timestamp"))
            .withColumn("event_time_in_future", lit(true));
    String schema = schema("future_chat", insights.union(future));

    Row before = PublishedRun.query("headline").head();
    Row headline = SPARK.sql(in(schema, PublishedRun.sql("headline"))).head();
    assertThat(headline.<Long>getAs("high_risk_chats_last_week"))
        .as("of the same week, and the chat itself")
        .isEqualTo(before.<Long>getAs("high_risk_chats_last_week") + 1);
    assertThat(headline.<Long>getAs("customers")).isEqualTo(before.<Long>getAs("customers"));

    for (String trend : List.of("sentiment_trend", "technical_issues")) {
      assertThat(rows(SPARK.table(schema + trend).where("day > current_date()"))).isEmpty();
    }
    Row atRisk = SPARK.table(schema + "customers_at_risk").where("cust_id = 'C-2041'").head();
    assertThat(text(atRisk, "last_chat_id")).isEqualTo("of-2031");
    assertThat(rows(SPARK.table(schema + "customers_at_risk").where("last_chat_at > now()")))
        .isEmpty();
    assertThat(
            rows(
                SPARK
                    .table(schema + "current_customer_insights")
                    .where("event_time_in_future")
                    .selectExpr(
                        "chat_id", "string(event_time)", "effective_time = ingested_at AS read")))
        .hasToString("[[of-2031,%s,true]]".formatted(YEAR_2031));
  }

  @Test
  void whereAllChatsAreDatedInTheFutureTheTimeOfReadingCounts() throws Exception {
    Dataset<Row> insights =
        SPARK
            .table("gold.customer_insights")
            .withColumn("event_time", lit(YEAR_2031).cast("timestamp"));
    String schema = schema("future_chats", insights);

    Row headline = SPARK.sql(in(schema, PublishedRun.sql("headline"))).head();

    assertThat(headline.<Long>getAs("high_risk_chats_last_week"))
        .isEqualTo(SPARK.table(schema + "current_customer_insights").where("is_high_risk").count());
  }

  @Test
  void unknownSpeakersAreTheReasonForAReview() throws Exception {
    Dataset<Row> insights =
        SPARK
            .table("gold.customer_insights")
            .where("enrichment_status = 'OK'")
            .limit(1)
            .withColumn("needs_review", lit(true))
            .withColumn("speakers_unknown", lit(true));
    String schema = schema("unknown_speakers", insights);

    assertThat(rows(SPARK.table(schema + "review_queue").select("why")))
        .hasToString("[[SPEAKERS_UNKNOWN]]");
  }

  @Test
  void aTableOfAnEarlierVersionHasItsViewsAndItsNewColumnsLater() throws Exception {
    Dataset<Row> insights = SPARK.table("gold.customer_insights");
    Dataset<Row> earlier = insights.drop("speakers_unknown", "event_time_in_future");
    String schema = schema("earlier_version", earlier);
    Dataset<Row> view = SPARK.table(schema + "current_customer_insights");
    assertThat(view.count()).isEqualTo(PublishedRun.chats().size());
    assertThat(rows(view.where("speakers_unknown IS NOT NULL OR event_time_in_future IS NOT NULL")))
        .isEmpty();
    assertThat(SPARK.table(schema + "review_queue").count())
        .isEqualTo(SPARK.table("gold.review_queue").count());

    insights
        .limit(1)
        .withColumn("chat_id", lit("later"))
        .withColumn("speakers_unknown", lit(true))
        .withColumn("event_time_in_future", lit(false))
        .write()
        .format("delta")
        .mode("append")
        .option("mergeSchema", "true")
        .saveAsTable(schema + "customer_insights");

    assertThat(
            rows(
                SPARK
                    .table(schema + "current_customer_insights")
                    .where("speakers_unknown IS NOT NULL")
                    .select(col("chat_id"), col("speakers_unknown"), col("event_time_in_future"))))
        .hasToString("[[later,true,false]]");
  }

  /** Makes a schema of these insights, with the views; returns its name and a dot. */
  private static String schema(String name, Dataset<Row> insights) {
    SPARK.sql("DROP SCHEMA IF EXISTS " + name + " CASCADE");
    SPARK.sql("CREATE SCHEMA " + name);
    insights.write().format("delta").saveAsTable(name + ".customer_insights");
    SPARK.table("gold.customer_risk").write().format("delta").saveAsTable(name + ".customer_risk");
    VIEWS.forEach(view -> SPARK.sql(in(name + ".", Publication.sql("views/" + view + ".sql"))));
    return name + ".";
  }

  private static String in(String schema, String sql) {
    return sql.replace("gold.", schema);
  }
}
