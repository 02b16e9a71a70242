package io.nextgen.insight.optimizer;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers of the sample data are forgotten, down to the bytes of every file. */
class ErasureIT {
  private static final List<String> TABLES =
      Stream.of(LakeTable.values())
          .filter(table -> table.rows() != LakeTable.Rows.OF_NOBODY)
          .map(LakeTable::qualifiedName)
          .toList();

  /** What is known of a customer of the sample data, and of nobody else in it. */
  private static final List<String> STRINGS =
      List.of("C-2041", "Denise", "Okafor", "denise.okafor@example.com", "215-555-0142");

  @TempDir Path folder;
  private Path lake;

  @BeforeEach
  void copyTheLake() throws Exception {
    lake = RealRun.copyTo(folder.resolve("lake"));
  }

  @Test
  void noFileHoldsTheCustomersStringsAfterThePurge() throws Exception {
    deadLetter("{\"Cust_ID\": \"C-2041\", \"ticket");
    deadLetter("{\"ticket_id\":\"T-1\",\"email\":\"denise.okafor@example.com\",\"cust");
    deadLetter("{\"cust_id\": \"C-20410\", \"ticket");
    Map<String, Long> before = counts();
    Set<String> found = filesWith(STRINGS);
    assertThat(found)
        .anyMatch(file -> file.endsWith(".json"))
        .anyMatch(file -> file.endsWith(".parquet"));

    String printed = erase("--cust-id", "C-2041", "--purge", "all", "--reference", "case 17");

    assertThat(printed).contains("1 customers").contains("The old files and what the logs said");
    assertThat(filesWith(STRINGS.stream().filter(text -> !text.equals("C-2041")).toList()))
        .isEmpty();
    assertThat(filesWith(List.of("C-2041\"", "C-2041\\", "C-2041,")))
        .as("as a whole: C-20410 stays")
        .isEmpty();
    assertThat(counts())
        .as("four chats with their tickets, and two of the three dead letters")
        .isEqualTo(
            Map.of(
                "bronze.chats", before.get("bronze.chats") - chatsOfDenise(),
                "bronze.tickets", before.get("bronze.tickets") - ticketsOfDenise(),
                "bronze.dead_letters", before.get("bronze.dead_letters") - 2,
                "silver.chats", before.get("silver.chats") - chatsOfDenise(),
                "silver.tickets", before.get("silver.tickets") - ticketsOfDenise(),
                "gold.customer_insights", before.get("gold.customer_insights") - chatsOfDenise(),
                "gold.customer_risk", before.get("gold.customer_risk") - standingsOfDenise()));
    assertThat(audit())
        .containsExactly("[REQUESTED,1,case 17,0]", "[ERASED,1,case 17,7]", "[PURGED,1,case 17,0]");
    assertThat(TestingSpark.rows(lake, "SELECT to_json(struct(*)) FROM {bronze.erasures}"))
        .as("the record of it does not name the customer")
        .noneMatch(row -> row.getString(0).contains("2041"));

    assertThat(erase("--cust-id", "C-2041")).containsPattern("silver.chats +0 rows");
    assertThat(TestingSpark.count(lake, "silver.chats"))
        .isEqualTo(before.get("silver.chats") - chatsOfDenise());
  }

  @Test
  void severalCustomersAreReadFromAFileAndTheirHistoryNamesNobody() throws Exception {
    Path ids = Files.writeString(folder.resolve("ids"), "C-2041\n\n C-2702 \n");

    erase("--cust-id-file", ids.toString());

    assertThat(
            TestingSpark.rows(
                lake,
                "SELECT 1 FROM {gold.customer_insights} WHERE cust_id IN ('C-2041', 'C-2702')"))
        .isEmpty();
    for (String table : TABLES) {
      assertThat(
              TestingSpark.rows(lake, "DESCRIBE HISTORY {" + table + "}").stream()
                  .filter(row -> row.<String>getAs("operation").equals("DELETE"))
                  .map(Row::toString))
          .as("conditions in the history of " + table)
          .noneMatch(row -> row.contains("2041") || row.contains("2702"));
    }
  }

  @Test
  void whatArrivesLaterIsErasedByTheNextScheduledRun() {
    String row = "delta.`%s/gold/customer_insights`".formatted(lake);
    TestingSpark.session()
        .sql(
            "CREATE OR REPLACE TEMP VIEW late AS SELECT * FROM %s WHERE cust_id = 'C-2041'"
                .formatted(row))
        .count();
    List<Row> late = TestingSpark.rows(lake, "SELECT * FROM late");
    erase("--cust-id", "C-2041");
    TestingSpark.session()
        .createDataFrame(late, TestingSpark.session().sql("SELECT * FROM " + row).schema())
        .write()
        .format("delta")
        .mode("append")
        .save(lake + "/gold/customer_insights");

    String printed = maintain();

    assertThat(printed)
        .contains(
            "Erasures: 1 customers on the list, %d rows of theirs had arrived"
                .formatted(late.size()));
    assertThat(TestingSpark.rows(lake, "SELECT 1 FROM " + row + " WHERE cust_id = 'C-2041'"))
        .isEmpty();
    assertThat(audit()).last().asString().startsWith("[ERASED_AGAIN,1,null,");
    assertThat(maintain()).contains("0 rows of theirs had arrived");
    assertThat(audit()).as("nothing is written for nothing").hasSize(3);
  }

  @Test
  void afterItsTimeACustomerIsANewOne() {
    erase("--cust-id", "C-2041", "--erase-again", "0h");

    assertThat(maintain()).doesNotContain("Erasures:");
  }

  @Test
  void whatIsWrongIsNamedBeforeAnythingIsErased() {
    long rows = TestingSpark.count(lake, "silver.chats");

    assertThatThrownBy(() -> erase())
        .hasMessage("No customer is named: --cust-id or --cust-id-file");
    assertThatThrownBy(() -> erase("--cust-id-file", "/none"))
        .hasMessage("The file /none of --cust-id-file does not exist");
    assertThatThrownBy(() -> erase("--cust-id", "C-2041", "--purge", "soon"))
        .hasMessage("--purge is retention, now or all");
    erase("--cust-id", "C-9999");
    assertThatThrownBy(() -> erase("--cust-id", "C-2041", "--key-file", otherKey()))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("bronze.erasures was written with another key than this one");
    assertThat(TestingSpark.count(lake, "silver.chats")).isEqualTo(rows);
  }

  @Test
  void aPurgeBesideTheFlinkJobLeavesTheLastHourOfTheLogAndUncommittedFiles() throws Exception {
    Path uncommitted =
        Files.writeString(lake.resolve("gold/customer_insights/uncommitted.parquet"), "to come");

    String printed = erase("--cust-id", "C-2041", "--purge", "now");

    assertThat(printed).contains("files of the logs are younger than 60 min and stay");
    assertThat(uncommitted).exists();
    assertThat(filesWith(STRINGS)).allMatch(file -> file.contains("_delta_log"));
    assertThat(audit()).noneMatch(row -> row.startsWith("[PURGED"));
  }

  private String otherKey() throws Exception {
    return Files.writeString(
            folder.resolve("other.key"), Base64.getEncoder().encodeToString(new byte[32]))
        .toString();
  }

  private String erase(String... options) {
    return TestingSpark.run(
        Stream.concat(Stream.of("erase", "--lake", lake.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private String maintain() {
    return TestingSpark.run(
        "maintain", "--lake", lake.toString(), "--tables", "gold.customer_insights");
  }

  private void deadLetter(String rawText) {
    TestingSpark.session()
        .sql(
            ("INSERT INTO delta.`%s/bronze/dead_letters` (stage, kind, error_class, reason, raw_text, dead_at,"
                    + " ingest_date) VALUES ('PARSE', 'TICKET', 'CUT_FILE', 'cut', '%s', now(), current_date())")
                .formatted(lake, rawText));
  }

  private long chatsOfDenise() throws Exception {
    return ofDenise("silver.chats");
  }

  private long ticketsOfDenise() throws Exception {
    return ofDenise("silver.tickets");
  }

  private long standingsOfDenise() throws Exception {
    return ofDenise("gold.customer_risk");
  }

  private static long ofDenise(String table) throws Exception {
    return TestingSpark.rows(
            RealRun.lake(), "SELECT 1 FROM {%s} WHERE cust_id = 'C-2041'".formatted(table))
        .size();
  }

  private Map<String, Long> counts() {
    return TABLES.stream()
        .collect(Collectors.toMap(table -> table, table -> TestingSpark.count(lake, table)));
  }

  private List<String> audit() {
    return TestingSpark.rows(
            lake,
            "SELECT step, size(customer_hashes), reference, size(tables) FROM {bronze.erasures} ORDER BY at")
        .stream()
        .map(Row::toString)
        .toList();
  }

  /**
   * Every file below the lake that holds one of the strings: byte by byte, and Parquet files as
   * Spark decodes them, too, whether a version of a table names them or not.
   */
  private Set<String> filesWith(List<String> strings) throws Exception {
    Set<String> found = new TreeSet<>();
    Map<Path, List<String>> parquet = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(lake)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      if (bytes.startsWith("PAR1")) {
        parquet.computeIfAbsent(file.getParent(), f -> new ArrayList<>()).add(file.toString());
      }
      if (strings.stream().anyMatch(bytes::contains)) {
        found.add(lake.relativize(file).toString());
      }
    }
    Column holdsOne =
        strings.stream().map(text -> col("row").contains(text)).reduce(Column::or).orElseThrow();
    try (SessionSettings settings =
        new SessionSettings(
            TestingSpark.session(),
            Map.of("spark.databricks.delta.formatCheck.enabled", "false"))) {
      for (List<String> ofOneFolder : parquet.values()) {
        TestingSpark.session()
            .read()
            .parquet(ofOneFolder.toArray(String[]::new))
            .selectExpr("_metadata.file_path", "to_json(struct(*)) AS row")
            .where(holdsOne)
            .select("file_path")
            .distinct()
            .collectAsList()
            .forEach(
                row ->
                    found.add(lake.relativize(Path.of(URI.create(row.getString(0)))).toString()));
      }
    }
    return found;
  }
}
