package io.nextgen.insight.optimizer;

import static io.nextgen.insight.optimizer.PublishedRun.chats;
import static io.nextgen.insight.optimizer.PublishedRun.day;
import static io.nextgen.insight.optimizer.PublishedRun.orUnknown;
import static io.nextgen.insight.optimizer.PublishedRun.queries;
import static io.nextgen.insight.optimizer.PublishedRun.query;
import static io.nextgen.insight.optimizer.PublishedRun.rows;
import static io.nextgen.insight.optimizer.PublishedRun.sentiment;
import static io.nextgen.insight.optimizer.PublishedRun.sql;
import static io.nextgen.insight.optimizer.PublishedRun.standings;
import static io.nextgen.insight.optimizer.PublishedRun.text;
import static io.nextgen.insight.optimizer.PublishedRun.view;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Date;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The queries of the dashboard, on the tables of a real run: each beside the same figures, made in
 * Java from the tables' rows; and the dashboard that is made of them.
 */
class AnalystQueriesIT {
  @BeforeAll
  static void publish() throws Exception {
    PublishedRun.publish();
  }

  @Test
  void headlineFigures() throws Exception {
    Row headline = query("headline").head();

    assertThat(headline.<Long>getAs("customers"))
        .isEqualTo(chats().stream().map(chat -> text(chat, "cust_id")).distinct().count());
    assertThat(headline.<Long>getAs("customers_at_risk"))
        .isEqualTo(view("customers_at_risk").count())
        .isEqualTo(20);
    assertThat(headline.<Long>getAs("chats_to_review")).isEqualTo(view("review_queue").count());
    long weekBefore =
        chats().stream()
                .mapToLong(chat -> chat.getTimestamp(chat.fieldIndex("event_time")).getTime())
                .max()
                .getAsLong()
            - 7L * 24 * 3600 * 1000;
    assertThat(headline.<Long>getAs("high_risk_chats_last_week"))
        .isEqualTo(
            chats().stream()
                .filter(chat -> chat.<Boolean>getAs("is_high_risk"))
                .filter(
                    chat -> chat.getTimestamp(chat.fieldIndex("event_time")).getTime() > weekBefore)
                .count())
        .isPositive();
  }

  @Test
  void customersByTier() throws Exception {
    Map<String, Long> expected =
        standings().stream()
            .collect(
                groupingBy(
                    row -> text(row, "tier") + "|" + orUnknown(text(row, "Region")), counting()));

    assertThat(
            rows(query("customers_by_tier")).stream()
                .collect(
                    toMap(
                        row -> text(row, "tier") + "|" + text(row, "Region"),
                        row -> row.<Long>getAs("customers"))))
        .isEqualTo(expected);
  }

  @Test
  void customersToCallBeginWithTheMostUrgent() throws Exception {
    List<Row> toCall = rows(query("customers_to_call"));

    assertThat(toCall).hasSize(20);
    assertThat(toCall.stream().map(row -> text(row, "tier")).distinct())
        .isSubsetOf("CRITICAL", "HIGH", "ELEVATED")
        .startsWith("CRITICAL");
    assertThat(
            toCall.stream()
                .map(row -> List.of("CRITICAL", "HIGH", "ELEVATED").indexOf(text(row, "tier"))))
        .isSorted();
    assertThat(toCall)
        .allSatisfy(row -> assertThat(text(row, "last_issues")).matches("[A-Z_]+(, [A-Z_]+)*"));
  }

  @Test
  void sentimentByDayAndTheSharesAddUpToTheSameChats() throws Exception {
    List<Row> read = chats().stream().filter(chat -> chat.getAs("sentiment") != null).toList();

    assertThat(
            rows(query("sentiment_by_day")).stream()
                .filter(row -> row.<Long>getAs("chats") > 0)
                .collect(
                    toMap(
                        row -> row.getAs("day") + "|" + text(row, "sentiment"),
                        row -> row.<Long>getAs("chats"))))
        .isEqualTo(
            read.stream()
                .collect(
                    groupingBy(chat -> day(chat) + "|" + text(chat, "sentiment"), counting())));
    for (String query : List.of("negative_share_by_region", "sentiment_by_region_and_product")) {
      List<Row> rows = rows(query(query));
      assertThat(rows.stream().mapToLong(row -> row.<Long>getAs("chats")).sum())
          .as(query)
          .isEqualTo(read.size());
      assertThat(
              rows.stream()
                  .mapToDouble(
                      row -> row.<Double>getAs("negative_share") * row.<Long>getAs("chats"))
                  .sum())
          .as(query)
          .isCloseTo(read.stream().filter(sentiment("negative")).count(), within(1e-6));
      assertThat(
              rows.stream()
                  .map(row -> row.<Date>getAs("week").toLocalDate().getDayOfWeek())
                  .distinct())
          .as("weeks begin on Mondays")
          .containsExactly(DayOfWeek.MONDAY);
    }
  }

  @Test
  void theMostFrequentIssuesComeFirst() throws Exception {
    Map<Object, Long> expected =
        chats().stream()
            .flatMap(chat -> chat.getList(chat.fieldIndex("technical_issues")).stream())
            .collect(groupingBy(identity(), counting()));

    List<Row> issues = rows(query("most_frequent_issues"));

    assertThat(
            issues.stream()
                .collect(toMap(row -> row.getAs("issue"), row -> row.<Long>getAs("chats"))))
        .isEqualTo(expected);
    assertThat(issues.stream().map(row -> -row.<Long>getAs("chats"))).isSorted();
  }

  @Test
  void theOtherQueriesShowTheirViews() throws Exception {
    assertThat(query("chats_to_review").count()).isEqualTo(view("review_queue").count());
    assertThat(query("dead_letters").count()).isEqualTo(1);
    assertThat(query("freshness").count()).isEqualTo(3);
  }

  @Test
  void theDashboardIsMadeOfTheQueriesAndItsChartsOfTheirColumns() throws Exception {
    JsonNode dashboard =
        new ObjectMapper().readTree(Path.of("dashboard/customer-insight.lvdash.json").toFile());
    Map<String, Set<String>> columns = new HashMap<>();
    for (JsonNode dataset : dashboard.get("datasets")) {
      String name = dataset.get("name").asText();
      StringBuilder sql = new StringBuilder();
      dataset.get("queryLines").forEach(line -> sql.append(line.asText()));
      assertThat(sql.toString().strip()).as(name).isEqualTo(sql(name).strip());
      columns.put(name, Set.of(query(name).columns()));
    }
    assertThat(columns.keySet()).isEqualTo(queries());

    Set<String> shown = new TreeSet<>();
    for (JsonNode widget : dashboard.findValues("widget")) {
      String name = widget.get("name").asText();
      Set<String> fields = new TreeSet<>();
      for (JsonNode query : widget.findValues("query")) {
        String dataset = query.get("datasetName").asText();
        shown.add(dataset);
        for (JsonNode field : query.get("fields")) {
          String column = field.get("name").asText();
          assertThat(columns.get(dataset)).as(name + " of " + dataset).contains(column);
          assertThat(field.get("expression").asText()).as(name).isEqualTo("`" + column + "`");
          fields.add(column);
        }
      }
      List<String> encoded = widget.get("spec").get("encodings").findValuesAsText("fieldName");
      assertThat(encoded).as(name).isNotEmpty();
      assertThat(fields).as(name).isEqualTo(new TreeSet<>(encoded));
    }
    assertThat(shown).as("each query is shown").isEqualTo(queries());
  }
}
