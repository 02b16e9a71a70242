package io.nextgen.insight.optimizer;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What analysts ask, on the tables of a real run: each view and each query of the dashboard beside
 * the same figures, made in Java from the tables' rows.
 */
class AnalystViewsIT {
  private static final Path QUERIES = Path.of("sql/queries");
  private static final Path PAGE = Path.of("docs/analysts.md");
  private static final Pattern HEADING =
      Pattern.compile("## (\\w+\\.\\w+)(?:, and (\\w+\\.\\w+))?");
  private static final Pattern QUOTED = Pattern.compile("`(\\w+)`");

  /** Newest revisions alone. */
  private static List<Row> chats;

  private static List<Row> standings;

  @BeforeAll
  static void publishTheTablesOfARealRun() throws Exception {
    Path lake = RealRun.lake();
    assertThat(TestingSpark.run("publish", "--lake", lake.toString()))
        .isEqualTo("Published 8 tables and 8 views%n".formatted());
    assertThat(TestingSpark.run("publish", "--lake", lake.toString()))
        .as("again")
        .startsWith("Published");
    chats =
        newest(
            TestingSpark.rows(lake, "SELECT * FROM {gold.customer_insights}"),
            chat -> text(chat, "cust_id") + text(chat, "chat_id"),
            Comparator.comparing(chat -> chat.<Integer>getAs("revision")));
    standings =
        newest(
            TestingSpark.rows(lake, "SELECT * FROM {gold.customer_risk}"),
            standing -> text(standing, "cust_id"),
            Comparator.comparing(
                    (Row standing) -> standing.getTimestamp(standing.fieldIndex("changed_at")))
                .thenComparing(standing -> standing.getTimestamp(standing.fieldIndex("as_of")))
                .thenComparing(standing -> text(standing, "trigger_chat_id")));
    assertThat(chats).as("chats of the sample data").hasSize(81);
  }

  @AfterAll
  static void takeThemOutOfTheCatalog() {
    List.of("gold", "silver", "bronze")
        .forEach(layer -> TestingSpark.session().sql("DROP SCHEMA " + layer + " CASCADE"));
  }

  @Test
  void currentCustomerInsightsHasTheNewestRevisionOfEachChat() {
    Dataset<Row> view = view("current_customer_insights");

    assertThat(view.collectAsList().stream().map(row -> values(row, view.columns())))
        .containsExactlyInAnyOrderElementsOf(
            chats.stream().map(chat -> values(chat, view.columns())).toList());
    assertThat(rows(view.where("revision > 1"))).as("the one that came again").hasSize(1);
  }

  @Test
  void currentCustomerRiskHasTheNewestStandingOfEachCustomer() {
    Dataset<Row> view = view("current_customer_risk");

    assertThat(view.collectAsList().stream().map(row -> values(row, view.columns())))
        .containsExactlyInAnyOrderElementsOf(
            standings.stream().map(standing -> values(standing, view.columns())).toList());
  }

  @Test
  void customersAtRiskAreThoseAboveLowWithTheirLastReasons() {
    Map<String, Row> atRisk = byCustomer(rows(view("customers_at_risk")));

    assertThat(atRisk.keySet())
        .isEqualTo(
            standings.stream()
                .filter(standing -> !text(standing, "tier").equals("LOW"))
                .map(standing -> text(standing, "cust_id"))
                .collect(toSet()))
        .contains("C-2041");
    Map<String, Row> lastHighRisk =
        byCustomer(
            newest(
                chats.stream().filter(chat -> chat.<Boolean>getAs("is_high_risk")).toList(),
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
                chats.stream().filter(chat -> chat.getAs("sentiment") != null).toList(),
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
    for (Row chat : chats) {
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
    for (Row chat : chats) {
      boolean read = text(chat, "enrichment_status").equals("OK");
      boolean sure = !chat.<Boolean>getAs("needs_review");
      if (!read || !sure || text(chat, "next_action").equals("HUMAN_REVIEW")) {
        expected.put(text(chat, "chat_id"), !read ? "NOT_READ" : !sure ? "NOT_SURE" : "ASKED_FOR");
      }
    }

    assertThat(
            rows(view("review_queue")).stream()
                .collect(toMap(row -> text(row, "chat_id"), row -> text(row, "why"))))
        .isEqualTo(expected)
        .isNotEmpty()
        .hasSizeLessThan(chats.size());
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

  @Test
  void headlineFigures() throws Exception {
    Row headline = query("headline").head();

    assertThat(headline.<Long>getAs("customers"))
        .isEqualTo(chats.stream().map(chat -> text(chat, "cust_id")).distinct().count());
    assertThat(headline.<Long>getAs("customers_at_risk"))
        .isEqualTo(view("customers_at_risk").count())
        .isEqualTo(20);
    assertThat(headline.<Long>getAs("chats_to_review")).isEqualTo(view("review_queue").count());
    long weekBefore =
        chats.stream()
                .mapToLong(chat -> chat.getTimestamp(chat.fieldIndex("event_time")).getTime())
                .max()
                .getAsLong()
            - 7L * 24 * 3600 * 1000;
    assertThat(headline.<Long>getAs("high_risk_chats_last_week"))
        .isEqualTo(
            chats.stream()
                .filter(chat -> chat.<Boolean>getAs("is_high_risk"))
                .filter(
                    chat -> chat.getTimestamp(chat.fieldIndex("event_time")).getTime() > weekBefore)
                .count())
        .isPositive();
  }

  @Test
  void customersByTier() throws Exception {
    Map<String, Long> expected =
        standings.stream()
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
    List<Row> read = chats.stream().filter(chat -> chat.getAs("sentiment") != null).toList();

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
        chats.stream()
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

  /** The page for analysts has each column of what they may read, and no other. */
  @Test
  void thePageExplainsEachColumn() throws Exception {
    Map<String, Set<String>> explained = new TreeMap<>();
    List<String> current = List.of();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        Matcher heading = HEADING.matcher(line);
        current =
            heading.matches()
                ? Stream.of(heading.group(1), heading.group(2)).filter(Objects::nonNull).toList()
                : List.of();
        current.forEach(table -> explained.put(table, new LinkedHashSet<>()));
      } else if (line.startsWith("| `") && !current.isEmpty()) {
        Matcher column = QUOTED.matcher(line.substring(0, line.indexOf('|', 1)));
        while (column.find()) {
          current.forEach(table -> explained.get(table).add(column.group(1)));
        }
      }
    }

    Map<String, Set<String>> there = new TreeMap<>();
    for (LakeTable table : LakeTable.values()) {
      if (!table.layer().equals("bronze")) {
        there.put(table.qualifiedName(), columns(table.qualifiedName()));
      }
    }
    for (String view : Publication.VIEWS) {
      there.put("gold." + view, columns("gold." + view));
    }
    assertThat(explained.keySet()).isEqualTo(there.keySet());
    // A view of a table need not have all of its columns; they share a part of the page.
    Set<String> insights = there.get("gold.customer_insights");
    assertThat(insights).containsAll(there.put("gold.current_customer_insights", insights));
    there.forEach(
        (table, columns) -> assertThat(explained.get(table)).as(table).isEqualTo(columns));
  }

  @Test
  void columnsOfViewsHaveTheirComments() {
    for (String view : Publication.VIEWS) {
      for (StructField column : view(view).schema().fields()) {
        assertThat(column.getComment().isDefined()).as(view + "." + column.name()).isTrue();
      }
    }
  }

  @Test
  void everyViewOfTheFolderIsPublished() throws Exception {
    assertThat(names(Path.of("sql/views"))).isEqualTo(new TreeSet<>(Publication.VIEWS));
  }

  private static Set<String> columns(String table) {
    return new LinkedHashSet<>(List.of(TestingSpark.session().table(table).columns()));
  }

  private static Dataset<Row> view(String name) {
    return TestingSpark.session().table("gold." + name);
  }

  private static Dataset<Row> query(String name) throws Exception {
    return TestingSpark.session().sql(sql(name));
  }

  private static String sql(String name) throws Exception {
    return Files.readString(QUERIES.resolve(name + ".sql"));
  }

  private static Set<String> queries() throws Exception {
    return names(QUERIES);
  }

  private static Set<String> names(Path folder) throws Exception {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sql")) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".sql", "")));
    }
    return names;
  }

  private static List<Row> rows(Dataset<Row> query) {
    return query.collectAsList();
  }

  private static String text(Row row, String column) {
    return row.getAs(column);
  }

  private static List<Object> values(Row row, String[] columns) {
    return Arrays.stream(columns)
        .<Object>map(row::getAs)
        .map(String::valueOf)
        .map(Object.class::cast)
        .toList();
  }

  private static List<Row> newest(
      List<Row> rows, Function<Row, String> key, Comparator<Row> order) {
    return new ArrayList<>(
        rows.stream().collect(toMap(key, identity(), BinaryOperator.maxBy(order))).values());
  }

  private static Map<String, Row> byCustomer(List<Row> rows) {
    return rows.stream().collect(toMap(row -> text(row, "cust_id"), identity()));
  }

  private static Predicate<Row> sentiment(String sentiment) {
    return chat -> sentiment.equals(chat.getAs("sentiment"));
  }

  /** Day, region and product of a chat. */
  private static String place(Row chat) {
    return day(chat)
        + "|"
        + orUnknown(text(chat, "Region"))
        + "|"
        + orUnknown(text(chat, "product"));
  }

  private static String day(Row chat) {
    return chat.getTimestamp(chat.fieldIndex("event_time"))
        .toInstant()
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  private static String orUnknown(String value) {
    return value == null ? "unknown" : value;
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
