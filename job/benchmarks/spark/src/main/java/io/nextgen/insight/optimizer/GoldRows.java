package io.nextgen.insight.optimizer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Rows of {@code gold.customer_insights} in the order of their arrival, the same each time. A
 * fourth of the chats is of one region, and few customers write often.
 */
final class GoldRows {
  /** Regions with their shares of the chats, in percent. */
  private static final List<String> REGIONS =
      List.of(
          "Philadelphia 25",
          "Dublin 14",
          "Chicago 11",
          "Paris 9",
          "Lyon 8",
          "Berlin 7",
          "Madrid 6",
          "Austin 5",
          "Denver 5",
          "Milan 4",
          "Porto 3",
          "Ghent 3");

  private static final List<String> PRIORITIES =
      List.of("Critical 10", "High 25", "Medium 40", "Low 25");

  private final SparkSession spark;
  private final long rows;
  private final int files;

  GoldRows(SparkSession spark, long rows, int files) {
    this.spark = spark;
    this.rows = rows;
    this.files = files;
  }

  /** A table of them, in files of equal numbers of rows. */
  DeltaTable write(Path path) {
    spark
        .range(0, rows, 1, files)
        .selectExpr(
            "concat('CH-', id) AS chat_id",
            "1 AS revision",
            // Half of the chats are of a tenth of the customers.
            "concat('C-', lpad(cast(%d * pow(%s, 3.3) AS BIGINT), 7, '0')) AS cust_id"
                .formatted(Math.max(10, rows / 8), random(1)),
            "concat('T-', id) AS ticket_id",
            drawn("Region", REGIONS, 2),
            drawn("Priority", PRIORITIES, 3),
            "concat('product ', cast(9 * %s AS INT)) AS product".formatted(random(4)),
            "'chat' AS channel",
            "'en' AS language",
            "timestamp_seconds(1790000000 + id * 3) AS event_time",
            "element_at(array('negative', 'mixed', 'neutral', 'positive'), 1 + cast(4 * %s AS INT)) AS sentiment"
                .formatted(random(5)),
            random(6) + " AS confidence",
            random(7) + " AS positive_score",
            random(8) + " AS neutral_score",
            random(9) + " AS negative_score",
            "array(concat('router ', hash(id) % 5000), concat('bill of ', hash(id) % 700)) AS key_phrases",
            "array('OUTAGE', 'SLOW_SPEED') AS technical_issues",
            "array('COMPETITOR') AS churn_signals",
            random(10) + " < 0.3 AS is_high_risk",
            random(11) + " < 0.2 AS needs_review",
            "'NONE' AS next_action",
            "concat('Negative (', round(%s, 2), '): \"', sha1(cast(id AS STRING)), '\" (OUTAGE). Criticised: router, bill') AS ai_insights"
                .formatted(random(6)),
            "'OK' AS enrichment_status",
            "cast(null AS STRING) AS enrichment_error",
            "'2023-04-01' AS model_version",
            "timestamp_seconds(1790000010 + id * 3) AS enriched_at",
            "timestamp_seconds(1790000005 + id * 3) AS ingested_at")
        .write()
        .format("delta")
        .save(path.toString());
    return DeltaTable.open(spark, LakeTable.CUSTOMER_INSIGHTS.qualifiedName(), path.toString());
  }

  /** Between 0 and 1, from the row's number alone. */
  private static String random(int column) {
    return "(pmod(xxhash64(id, %d), 1000000007) / 1000000007D)".formatted(column);
  }

  private static String drawn(String column, List<String> shares, int seed) {
    return shares.stream()
        .map(share -> share.split(" "))
        .map(share -> "array_repeat('%s', %s)".formatted(share[0], share[1]))
        .collect(
            Collectors.joining(
                ", ",
                "element_at(concat(",
                "), 1 + cast(100 * %s AS INT)) AS %s".formatted(random(seed), column)));
  }
}
