package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The newcomer's command on the sample data, and then another engine on what it wrote: every table
 * is a Delta table to Spark, with the rows that the sample data must give.
 */
class SparkReadsTheLakeIT {
  private static Path lake;
  private static SparkSession spark;

  @BeforeAll
  static void runTheJobAndStartSpark() throws Exception {
    lake = RealRun.lake();
    spark = TestingSpark.session();
  }

  @Test
  void theQueryOfTheDesignRunsAsWritten() {
    List<Row> rows =
        spark
            .sql(
                """
                SELECT cust_id, Region, ai_insights
                FROM delta.`%s/gold/customer_insights`
                WHERE is_high_risk = true
                """
                    .formatted(lake))
            .collectAsList();

    assertThat(rows).allSatisfy(row -> assertThat(row.getString(2)).isNotBlank());
    assertThat(rows.stream().map(row -> row.getString(0)).distinct()).hasSize(20);
    assertThat(
            rows.stream()
                .filter(row -> "C-2041".equals(row.getString(0)))
                .map(row -> row.getString(1)))
        .containsOnly("Philadelphia");
  }

  /** Who wrote the sample data meant these to be high risk, and no other. */
  @Test
  void theFlaggedChatsAreThoseThatAReaderWouldFlag() {
    Set<String> flagged = new TreeSet<>();
    rows("SELECT chat_id FROM %s WHERE is_high_risk", "gold.customer_insights")
        .forEach(row -> flagged.add(row.getString(0)));

    assertThat(flagged)
        .containsExactlyInAnyOrder(
            Stream.of(
                    "0001 0005 0006 0009 0010 0011 0013 0016 0018 0019 0020 0024 0027 0029 0033"
                        + " 0037 0045 0050 0058 0060 0064 0065 0066 0067 0068 0070 0072 0073 0082")
                .flatMap(ids -> Stream.of(ids.split(" ")))
                .map(id -> "CH-1" + id)
                .toArray(String[]::new));
  }

  @Test
  void everyTableHasItsRows() {
    assertThat(count("bronze.chats")).as("81 chats, a duplicate and a revision").isEqualTo(83);
    assertThat(count("bronze.tickets")).isEqualTo(74);
    assertThat(count("bronze.dead_letters")).as("the one that is cut off").isEqualTo(1);
    assertThat(
            rows("SELECT DISTINCT field FROM %s", "bronze.schema_drift").stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("csat.score", "csat.comment", "agent_notes", "queue_wait_s");
    assertThat(count("silver.chats")).isEqualTo(82);
    assertThat(count("silver.tickets")).isEqualTo(74);
    assertThat(count("gold.customer_insights")).isEqualTo(82);
    assertThat(
            single("SELECT count(DISTINCT chat_id, revision) FROM %s", "silver.chats").getLong(0))
        .isEqualTo(82);
    assertThat(
            single(
                    "SELECT max_by(tier, changed_at) FROM %s WHERE cust_id = 'C-2041'",
                    "gold.customer_risk")
                .getString(0))
        .as("four outages in a month")
        .isEqualTo("CRITICAL");
  }

  /** Those that the job does not know would be neither maintained nor erased from. */
  @Test
  void everyTableThatIsWrittenIsLookedAfter() throws Exception {
    Set<String> written = new TreeSet<>();
    for (String layer : List.of("bronze", "silver", "gold")) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(lake.resolve(layer))) {
        folders.forEach(table -> written.add(layer + "." + table.getFileName()));
      }
    }

    assertThat(written)
        .containsExactlyInAnyOrder(
            Stream.of(LakeTable.values()).map(LakeTable::qualifiedName).toArray(String[]::new));
  }

  @Test
  void nothingThatATicketTellsOfItsCustomerIsPastBronze() {
    List<Row> people =
        rows(
            "SELECT explode(array(get_json_object(raw_text, '$.customer_name'),"
                + " get_json_object(raw_text, '$.email'), get_json_object(raw_text, '$.phone')))"
                + " FROM %s",
            "bronze.tickets");
    assertThat(people).hasSize(3 * 74);
    for (String table :
        List.of("silver.chats", "silver.tickets", "gold.customer_insights", "gold.customer_risk")) {
      String everything =
          rows("SELECT to_json(struct(*)) FROM %s", table).stream()
              .map(row -> row.getString(0))
              .collect(Collectors.joining("\n"));
      assertThat(people)
          .as(table)
          .allSatisfy(value -> assertThat(everything).doesNotContain(value.getString(0)));
    }
  }

  @Test
  void chatsCarryTheirTicketsColumns() {
    assertThat(
            rows("SELECT chat_id FROM %s WHERE ticket_matched AND product IS NULL", "silver.chats"))
        .isEmpty();
    assertThat(
            rows("SELECT chat_id FROM %s WHERE NOT ticket_matched ORDER BY chat_id", "silver.chats")
                .stream()
                .map(row -> row.getString(0)))
        .as("the first names no ticket, that of the second never lands")
        .containsExactly("CH-10041", "CH-10065");
  }

  /** Of every table that there is, and of the fields within its columns. */
  @Test
  void columnsHaveTheirComments() throws Exception {
    Set<String> uncommented = new TreeSet<>();
    int tables = 0;
    for (String layer : List.of("bronze", "silver", "gold")) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(lake.resolve(layer))) {
        for (Path table : folders) {
          tables++;
          StructType schema = spark.read().format("delta").load(table.toString()).schema();
          collectUncommented(layer + "." + table.getFileName(), schema, uncommented);
        }
      }
    }
    assertThat(tables).isGreaterThanOrEqualTo(7);
    assertThat(uncommented).isEmpty();
  }

  private static void collectUncommented(String path, DataType type, Set<String> uncommented) {
    if (type instanceof ArrayType array) {
      collectUncommented(path, array.elementType(), uncommented);
    } else if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        String name = path + "." + field.name();
        if (field.getComment().isEmpty()) {
          uncommented.add(name);
        }
        collectUncommented(name, field.dataType(), uncommented);
      }
    }
  }

  private static long count(String table) {
    return single("SELECT count(*) FROM %s", table).getLong(0);
  }

  private static Row single(String sql, String table) {
    return rows(sql, table).get(0);
  }

  private static List<Row> rows(String sql, String table) {
    return spark.sql(sql.formatted("delta.`" + path(table) + "`")).collectAsList();
  }

  private static String path(String table) {
    return lake.resolve(table.replace('.', '/')).toString();
  }
}
