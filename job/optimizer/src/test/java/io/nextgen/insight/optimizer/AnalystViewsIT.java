package io.nextgen.insight.optimizer;

import static io.nextgen.insight.optimizer.PublishedRun.chats;
import static io.nextgen.insight.optimizer.PublishedRun.day;
import static io.nextgen.insight.optimizer.PublishedRun.newest;
import static io.nextgen.insight.optimizer.PublishedRun.orUnknown;
import static io.nextgen.insight.optimizer.PublishedRun.rows;
import static io.nextgen.insight.optimizer.PublishedRun.sentiment;
import static io.nextgen.insight.optimizer.PublishedRun.standings;
import static io.nextgen.insight.optimizer.PublishedRun.text;
import static io.nextgen.insight.optimizer.PublishedRun.view;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The views for analysts, on the tables of a real run: each beside the same figures, made in Java
 * from the tables' rows.
 */
class AnalystViewsIT {
  @BeforeAll
  static void publish() throws Exception {
    PublishedRun.publish();
  }

  @Test
  void publishingAgainChangesNothing() throws Exception {
    List<Row> before = rows(view("current_customer_risk"));

    assertThat(TestingSpark.run("publish", "--lake", RealRun.lake().toString()))
        .startsWith("Published");

    assertThat(rows(view("current_customer_risk"))).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void currentCustomerInsightsHasTheNewestRevisionOfEachChat() {
    Dataset<Row> view = view("current_customer_insights").drop("effective_time");

    assertThat(view.collectAsList().stream().map(row -> values(row, view.columns())))
        .containsExactlyInAnyOrderElementsOf(
            chats().stream().map(chat -> values(chat, view.columns())).toList());
    assertThat(rows(view.where("revision > 1"))).as("the one that came again").hasSize(1);
  }

  @Test
  void currentCustomerRiskHasTheNewestStandingOfEachCustomer() {
    Dataset<Row> view = view("current_customer_risk");

    assertThat(view.collectAsList().stream().map(row -> values(row, view.columns())))
        .containsExactlyInAnyOrderElementsOf(
            standings().stream().map(standing -> values(standing, view.columns())).toList());
  }

  @Test
  void customersAtRiskAreThoseAboveLowWithTheirLastReasons() {
    Map<String, Row> atRisk = byCustomer(rows(view("customers_at_risk")));

    assertThat(atRisk.keySet())
        .isEqualTo(
            standings().stream()
                .filter(standing -> !text(standing, "tier").equals("LOW"))
                .map(standing -> text(standing, "cust_id"))
                .collect(toSet()))
        .contains("C-2041");
    Map<String, Row> lastHighRisk =
        byCustomer(
            newest(
                chats().stream().filter(chat -> chat.<Boolean>getAs("is_high_risk")).toList(),
                chat -> text(chat, "cust_id"),
                Comparator.comparing((Row chat) -> chat.getTimestamp(chat.fieldIndex("event_time")))
                    .thenComparing(chat -> text(chat, "chat_id"))));
    atRisk.forEach(
        (customer, row) -> {
          Row chat = lastHighRisk.get(customer);
          assertThat(text(row, "last_chat_id")).isEqualTo(text(chat, "chat_id"));
          assertThat(text(row, "last_reason")).isEqualTo(text(chat, "ai_insights")).isNotBlank();
          assertThat(row.getList(row.fieldIndex("last_issues")))
              .isEqualTo(chat.getList(chat.fieldIndex("technical_issues")))
              .isNotEmpty();
          assertThat(text(row, "product")).isEqualTo(text(chat, "product"));
          assertThat(row.<Integer>getAs("tier_rank"))
              .isEqualTo(List.of("CRITICAL", "HIGH", "ELEVATED").indexOf(text(row, "tier")) + 1);
        });
    assertThat(text(atRisk.get("C-2041"), "tier")).isEqualTo("CRITICAL");
    assertThat(text(atRisk.get("C-2041"), "Region")).isEqualTo("Philadelphia");
  }

  @Test
  void sentimentTrendAddsUpTheChats() {
    assertThat(
            counts(
                "gold.sentiment_trend",
                "day, Region, product",
                "chats, negative_chats, mixed_chats, neutral_chats, positive_chats, high_risk_chats"))
        .isEqualTo(
            counted(
                chats().stream().filter(chat -> chat.getAs("sentiment") != null).toList(),
                AnalystViewsIT::place,
                List.of(
                    chat -> true,
                    sentiment("negative"),
                    sentiment("mixed"),
                    sentiment("neutral"),
                    sentiment("positive"),
                    chat -> chat.getAs("is_high_risk"))));
    assertThat(
            rows(
                view("sentiment_trend")
                    .where(
                        "abs(negative_share - negative_chats / chats) > 1e-9"
                            + " OR average_confidence NOT BETWEEN 0 AND 1")))
        .isEmpty();
  }

  @Test
  void technicalIssuesCountsEachChatOnceForEachOfItsIssues() {
    Map<String, List<Long>> expected = new TreeMap<>();
    Map<String, Set<String>> customers = new HashMap<>();
    for (Row chat : chats()) {
      for (Object issue : chat.getList(chat.fieldIndex("technical_issues"))) {
        String key = issue + "|" + place(chat);
        customers.computeIfAbsent(key, k -> new TreeSet<>()).add(text(chat, "cust_id"));
        expected.merge(
            key,
            List.of(1L, 0L, chat.<Boolean>getAs("is_high_risk") ? 1L : 0L),
            AnalystViewsIT::sum);
      }
    }
    expected.replaceAll(
        (key, counts) -> List.of(counts.get(0), (long) customers.get(key).size(), counts.get(2)));

    assertThat(
            counts(
                "gold.technical_issues",
                "issue, day, Region, product",
                "chats, customers, high_risk_chats"))
        .isEqualTo(expected)
        .isNotEmpty();
  }

  @Test
  void reviewQueueHasTheChatsThatAPersonShouldRead() {
    Map<String, String> expected = new TreeMap<>();
    for (Row chat : chats()) {
      boolean read = text(chat, "enrichment_status").equals("OK");
      boolean sure = !chat.<Boolean>getAs("needs_review");
      String doubt = chat.<Boolean>getAs("speakers_unknown") ? "SPEAKERS_UNKNOWN" : "NOT_SURE";
      if (!read || !sure || text(chat, "next_action").equals("HUMAN_REVIEW")) {
        expected.put(text(chat, "chat_id"), !read ? "NOT_READ" : !sure ? doubt : "ASKED_FOR");
      }
    }

    assertThat(
            rows(view("review_queue")).stream()
                .collect(toMap(row -> text(row, "chat_id"), row -> text(row, "why"))))
        .isEqualTo(expected)
        .isNotEmpty()
        .hasSizeLessThan(chats().size());
  }

  @Test
  void deadLettersAreCountedWithoutTheirTexts() {
    Dataset<Row> view = view("dead_letter_overview");

    assertThat(rows(view)).hasSize(1);
    Row cutOff = rows(view).get(0);
    assertThat(text(cutOff, "stage") + " " + text(cutOff, "kind")).isEqualTo("LANDING CHAT");
    assertThat(cutOff.<Long>getAs("records")).isEqualTo(1);
    assertThat(text(cutOff, "newest_source_file")).isEqualTo("sample_chats.json");
    assertThat(view.columns()).doesNotContain("raw_text");
  }

  @Test
  void freshnessTellsWhenTheRunWas() {
    Map<String, Row> freshness =
        rows(view("pipeline_freshness")).stream()
            .collect(toMap(row -> text(row, "table_name"), identity()));

    assertThat(freshness).hasSize(3);
    assertThat(rowsOfLastDay(freshness, "bronze.chats")).isEqualTo(83);
    assertThat(rowsOfLastDay(freshness, "bronze.tickets")).isEqualTo(74);
    assertThat(rowsOfLastDay(freshness, "gold.customer_insights")).isEqualTo(82);
    freshness
        .values()
        .forEach(
            row ->
                assertThat(((Number) row.getAs("minutes_behind")).doubleValue())
                    .isBetween(0., 60.));
    Row gold = freshness.get("gold.customer_insights");
    assertThat(gold.<Long>getAs("median_seconds"))
        .isBetween(0L, gold.<Long>getAs("slowest_seconds"))
        .isLessThan(300);
    assertThat(freshness.get("bronze.chats").<Long>getAs("median_seconds")).isNull();
  }

  private static List<Object> values(Row row, String[] columns) {
    return Arrays.stream(columns)
        .<Object>map(row::getAs)
        .map(String::valueOf)
        .map(Object.class::cast)
        .toList();
  }

  private static Map<String, Row> byCustomer(List<Row> rows) {
    return rows.stream().collect(toMap(row -> text(row, "cust_id"), identity()));
  }

  /** Day, region and product of a chat. */
  private static String place(Row chat) {
    return day(chat)
        + "|"
        + orUnknown(text(chat, "Region"))
        + "|"
        + orUnknown(text(chat, "product"));
  }

  /** By key, how many rows each condition holds for. */
  private static Map<String, List<Long>> counted(
      List<Row> rows, Function<Row, String> key, List<Predicate<Row>> conditions) {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (Row row : rows) {
      counts.merge(
          key.apply(row),
          conditions.stream().map(condition -> condition.test(row) ? 1L : 0L).toList(),
          AnalystViewsIT::sum);
    }
    return counts;
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      sums.add(one.get(i) + other.get(i));
    }
    return sums;
  }

  /** The same of a view that counts by these columns. */
  private static Map<String, List<Long>> counts(String view, String keys, String counts) {
    Map<String, List<Long>> there = new TreeMap<>();
    for (Row row :
        rows(
            TestingSpark.session()
                .sql(
                    "SELECT concat_ws('|', %s) AS key, array(%s) AS counts FROM %s"
                        .formatted(keys, counts, view)))) {
      assertThat(there.put(row.getString(0), row.getList(1))).as("one row for each").isNull();
    }
    return there;
  }

  private static long rowsOfLastDay(Map<String, Row> freshness, String table) {
    return freshness.get(table).<Long>getAs("rows_last_day");
  }
}
