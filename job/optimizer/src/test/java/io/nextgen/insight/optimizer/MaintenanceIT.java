package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scheduled run, on the tables of a real run and many small files beside. */
class MaintenanceIT {
  private static final String INSIGHTS = "gold.customer_insights";
  private static final String CHATS = "silver.chats";

  @TempDir Path folder;
  private Path lake;

  @BeforeEach
  void copyTheLake() throws Exception {
    lake = RealRun.copyTo(folder.resolve("lake"));
  }

  @Test
  void filesArePutTogetherAndSortedAndOnlyWhenSomethingCame() throws Exception {
    appendSmallFiles(INSIGHTS, "range(30)", 12);
    appendSmallFiles(CHATS, "range(3)", 6);
    String insights = content(INSIGHTS);
    String chats = content(CHATS);
    Path leftover = leftover("leftover.parquet", Duration.ofDays(8));
    Path uncommitted = leftover("uncommitted.parquet", Duration.ofDays(6));

    String first = maintain();

    assertThat(first)
        .containsPattern("silver.chats +the log now goes back 168 h")
        .containsPattern("silver.chats +compacted: [0-9]+ files -> 1, [0-9.]+ KB -> [0-9.]+ KB")
        .containsPattern("gold.customer_insights +the log now goes back 168 h")
        .containsPattern(
            "gold.customer_insights +Z-ordered by cust_id,Region,Priority: [0-9]+ files -> [2-9],")
        .containsPattern(
            "gold.customer_insights +WHERE cust_id = \\.\\.\\. reads [1-4] of [5-9] files \\([0-9.]+ %\\), skips [0-9.]+ KB of [0-9.]+ KB")
        .containsPattern(
            "gold.customer_insights +WHERE Region = '\\w+.*' AND Priority = '\\w+' reads [1-8] of [5-9] files");
    assertThat(content(INSIGHTS)).as("rows").isEqualTo(insights);
    assertThat(content(CHATS)).as("rows").isEqualTo(chats);
    assertThat(table(INSIGHTS).properties())
        .containsEntry("delta.logRetentionDuration", "interval 168 hours")
        .containsEntry("delta.deletedFileRetentionDuration", "interval 168 hours");
    assertThat(runLog()).containsExactly("silver.chats COMPACTED", INSIGHTS + " Z_ORDERED");
    assertThat(leftover).doesNotExist();
    assertThat(uncommitted).as("the Flink job may still commit it").exists();

    long version = table(INSIGHTS).version();
    Set<String> sorted = ReadFiles.files(table(INSIGHTS).rows());
    assertThat(maintain())
        .containsPattern("silver.chats +nothing to put together: 1 files")
        .containsPattern("gold.customer_insights +nothing to put together: [2-9] files");
    assertThat(table(INSIGHTS).version()).as("a second run changes nothing").isEqualTo(version);

    appendSmallFiles(INSIGHTS, "range(1) LIMIT 4", 4);
    insights = content(INSIGHTS);
    assertThat(maintain("--z-order-whole-below", "1kb", "--z-order-min-new", "50"))
        .as("too little is new to write all of it again")
        .containsPattern("gold.customer_insights +compacted: [0-9]+ files -> [0-9],");
    assertThat(ReadFiles.files(table(INSIGHTS).rows()))
        .as("what is sorted stays as it is")
        .containsAll(sorted)
        .hasSize(sorted.size() + 1);
    assertThat(content(INSIGHTS)).isEqualTo(insights);

    appendSmallFiles(INSIGHTS, "range(1) LIMIT 4", 1);
    insights = content(INSIGHTS);
    assertThat(maintain("--z-order-whole-below", "1kb", "--z-order-min-new", "1"))
        .contains("Z-ordered by");
    assertThat(content(INSIGHTS)).isEqualTo(insights);
  }

  @Test
  void whatIsGivenUpDoesNotHoldUpTheRest() {
    appendSmallFiles(INSIGHTS, "range(3)", 6);
    ticketOfTheChatWithoutOne();
    String insights = content(INSIGHTS);
    List<String> failure = new ArrayList<>();

    RacingLogStore.race(
        "gold/customer_insights",
        () ->
            assertThatThrownBy(() -> failure.add(maintain("--attempts", "2")))
                .isInstanceOf(JobException.class)
                .hasMessageStartingWith(
                    "Left undone, as each of 2 attempts met a commit of another writer: correcting"
                        + " late tickets in gold.customer_insights. Everything else is done."));

    assertThat(failure).as("it printed nothing as if it had gone well").isEmpty();
    assertThat(content(INSIGHTS)).isEqualTo(insights);
    assertThat(table(INSIGHTS).extent().files()).as("compacted").isLessThan(6);
    assertThat(regionOfTheChatWithoutTicket(CHATS)).isEqualTo("[[Dublin]]");
    assertThat(regionOfTheChatWithoutTicket(INSIGHTS)).isEqualTo("[[null]]");
    assertThat(runLog()).contains(INSIGHTS + " Z_ORDERED");

    maintain();
    assertThat(regionOfTheChatWithoutTicket(INSIGHTS)).isEqualTo("[[Dublin]]");
  }

  @Test
  void anErasureThatMeetsAnotherWriterErasesTheRestAndIsTakenUpAgain() {
    // The next run looks for all rows of theirs, not only for those that have come lately.
    TestingSpark.rows(
        lake, "UPDATE {gold.customer_insights} SET ingested_at = ingested_at - INTERVAL 60 DAYS");

    RacingLogStore.race(
        "gold/customer_insights",
        () ->
            assertThatThrownBy(
                    () ->
                        TestingSpark.run(
                            "erase",
                            "--lake",
                            lake.toString(),
                            "--cust-id",
                            "C-2041",
                            "--attempts",
                            "1"))
                .isInstanceOf(JobException.class)
                .hasMessageStartingWith(
                    "Left undone, as each of 1 attempts met a commit of another writer: erasing"
                        + " from gold.customer_insights; erasing from bronze.tickets, which waits"
                        + " for the others. The customers are on the list"));

    assertThat(rowsOf("C-2041", "gold.customer_risk")).isZero();
    assertThat(rowsOf("C-2041", INSIGHTS)).isPositive();
    assertThat(erasureSteps()).containsExactly("REQUESTED", "ERASED_IN_PART");

    assertThat(maintain()).contains("Erasures: 1 customers on the list");
    assertThat(rowsOf("C-2041", INSIGHTS)).isZero();
    assertThat(
            TestingSpark.rows(
                lake, "SELECT 1 FROM {bronze.tickets} WHERE raw_text LIKE '%Okafor%'"))
        .isEmpty();
    assertThat(erasureSteps())
        .containsExactly("REQUESTED", "ERASED_IN_PART", "ERASED_AGAIN", "ERASED");
  }

  @Test
  void whatIsWrongIsNamedBeforeAnythingIsWritten() throws Exception {
    Set<String> files = files();

    refused("--vacuum-retention is less than 7 d", "--vacuum-retention", "167h");
    refused("--log-retention is less than --vacuum-retention", "--log-retention", "6d");
    refused("--z-order names Area, which is no column of " + INSIGHTS, "--z-order", "cust_id,Area");
    refused("--z-order has an empty entry", "--z-order", ",");
    refused(
        "gold.chats is no table of the lake. There are: bronze.chats", "--tables", "gold.chats");
    refused("--z-order-files is not a whole number, 1 or more", "--z-order-files", "0");
    refused("--attempts is not a whole number", "--attempts", "often");
    refused("`nowhere`.`bronze`.`chats` is not in the catalog", "--catalog", "nowhere");
    assertThat(files()).isEqualTo(files);

    delete(lake.resolve("gold/customer_risk"));
    files = files();
    refused(
        "There is no Delta table gold.customer_risk at " + lake + "/gold/customer_risk",
        "--tables",
        "all");
    delete(lake.resolve("gold/customer_insights/_delta_log"));
    files = files();
    refused("There is no Delta table " + INSIGHTS + " at ", "--file-size", "1gb");

    assertThat(files()).isEqualTo(files);
  }

  /** The exit code is what a schedule sees. */
  @Test
  void theCommandEndsWithAnErrorThatNamesWhatIsWrong() throws Exception {
    Path output = folder.resolve("optimize.out");
    Process run =
        new ProcessBuilder(
                RealRun.HOME.resolve("job/optimize").toString(),
                "maintain",
                "--lake",
                folder.resolve("nowhere").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(run.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).isEqualTo(2);
    assertThat(Files.readString(output))
        .contains("There is no Delta table bronze.chats at " + folder.resolve("nowhere"))
        .doesNotContain("\tat ");
  }

  private String maintain(String... options) {
    return TestingSpark.run(
        Stream.concat(
                Stream.of(
                    "maintain", "--lake", lake.toString(), "--tables", CHATS + "," + INSIGHTS),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private void refused(String message, String option, String value) {
    List<String> args = new ArrayList<>(List.of("maintain", "--lake", lake.toString()));
    args.addAll(List.of(option, value));
    assertThatThrownBy(() -> TestingSpark.run(args.toArray(String[]::new)))
        .isInstanceOf(JobException.class)
        .hasMessageContaining(message);
  }

  /** Copies of the table's rows under other ids, in so many files. */
  private void appendSmallFiles(String table, String copies, int files) {
    DeltaTable target = table(table);
    String columns =
        target.columns().stream()
            .map(
                column ->
                    switch (column) {
                      case "chat_id" -> "concat(chat_id, '-', uuid()) AS chat_id";
                      case "cust_id" -> "concat(cust_id, '-', copy.id) AS cust_id";
                      default -> "source." + column;
                    })
            .collect(Collectors.joining(", "));
    TestingSpark.session()
        .sql(
            "SELECT %s FROM %s source CROSS JOIN %s"
                .formatted(columns, target.sql(), copies.replaceFirst("\\)", ") copy")))
        .repartition(files)
        .write()
        .format("delta")
        .mode("append")
        .save(target.path());
  }

  private Path leftover(String name, Duration age) throws Exception {
    Path file = Files.writeString(lake.resolve("gold/customer_insights").resolve(name), "rows");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  private void ticketOfTheChatWithoutOne() {
    TestingSpark.rows(
        lake,
        """
        INSERT INTO {silver.tickets}
          (ticket_id, cust_id, Region, Priority, product, source_file, source_position, file_modified_at,
            ingested_at, ingest_date)
        SELECT ticket_id, cust_id, 'Dublin', 'High', 'TV', 'late.json', 1, now(), now(), current_date()
        FROM {silver.chats} WHERE chat_id = 'CH-10065'""");
  }

  private String regionOfTheChatWithoutTicket(String table) {
    return TestingSpark.rows(
            lake, "SELECT Region FROM {%s} WHERE chat_id = 'CH-10065'".formatted(table))
        .toString();
  }

  private int rowsOf(String customer, String table) {
    return TestingSpark.rows(
            lake, "SELECT 1 FROM {%s} WHERE cust_id = '%s'".formatted(table, customer))
        .size();
  }

  private List<String> erasureSteps() {
    return TestingSpark.rows(lake, "SELECT step FROM {bronze.erasures} ORDER BY at").stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** What was done, but for what was left alone. */
  private List<String> runLog() {
    return TestingSpark.rows(
            lake,
            "SELECT table_name || ' ' || action FROM {bronze.maintenance_runs} WHERE action <> 'LEFT' ORDER BY 1 DESC")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private DeltaTable table(String name) {
    return DeltaTable.open(
        TestingSpark.session(), name, lake.resolve(name.replace('.', '/')).toString());
  }

  /** The number of rows, and a sum of what is in them. */
  private String content(String table) {
    Row row =
        TestingSpark.rows(
                lake,
                "SELECT count(*), sum(cast(xxhash64(to_json(struct(*))) AS DECIMAL(30))) FROM {%s}"
                    .formatted(table))
            .get(0);
    return row.toString();
  }

  private Set<String> files() throws Exception {
    try (Stream<Path> all = Files.walk(lake)) {
      return all.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
