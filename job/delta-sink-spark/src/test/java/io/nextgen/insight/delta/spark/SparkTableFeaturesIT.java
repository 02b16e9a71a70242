package io.nextgen.insight.delta.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spark makes a table of every kind, the sink appends to it or refuses it, and Spark reads it. One
 * process of the sink does all of them.
 */
class SparkTableFeaturesIT {

  private static final SparkSession SPARK = TestingSpark.session();

  @TempDir static Path folder;

  /** Statements that make a table, by its name; it has the row (0, 1, 'spark') afterwards. */
  private static final Map<String, List<String>> TABLES =
      Map.ofEntries(
          table("append_only", "'delta.appendOnly' = 'true'"),
          table("change_data_feed", "'delta.enableChangeDataFeed' = 'true'"),
          table("v2_checkpoints", "'delta.checkpointPolicy' = 'v2'"),
          table("in_commit_timestamps", "'delta.enableInCommitTimestamps' = 'true'"),
          table("statistics_columns", "'delta.dataSkippingStatsColumns' = 'n'"),
          table("path with a space", ""),
          Map.entry(
              "domains",
              List.of(create("CLUSTER BY (name)", "'delta.enableRowTracking' = 'true'", "0L"))),
          Map.entry(
              "liquid",
              List.of(
                  create("CLUSTER BY (name)", "", "0L"),
                  "ALTER TABLE %s SET TBLPROPERTIES ('delta.dataSkippingNumIndexedCols' = '1')")),
          table(
              "deletion_vectors",
              "'delta.enableDeletionVectors' = 'true'",
              "INSERT INTO %s SELECT /*+ COALESCE(1) */ id, 1, 'gone' FROM range(5, 7)",
              "DELETE FROM %s WHERE id = 5",
              "DELETE FROM %s WHERE id = 6"),
          table(
              "dropped_check",
              "",
              "ALTER TABLE %s ADD CONSTRAINT positive CHECK (id >= 0)",
              "ALTER TABLE %s DROP CONSTRAINT positive"),
          Map.entry("not_null", notNull()),
          table(
              "defaults",
              "'delta.feature.allowColumnDefaults' = 'supported'",
              "ALTER TABLE %s ALTER COLUMN name SET DEFAULT 'nobody'"),
          Map.entry(
              "widened_to_int",
              List.of(
                  create("", "'delta.enableTypeWidening' = 'true'", "0L").replace("1 AS", "1S AS"),
                  "ALTER TABLE %s ALTER COLUMN n TYPE INT")),
          table("column_mapping", "'delta.columnMapping.mode' = 'name'"),
          table("check", "", "ALTER TABLE %s ADD CONSTRAINT positive CHECK (id >= 0)"),
          Map.entry("nullable_into_not_null", notNull()),
          Map.entry("wider_type", List.of(create("", "", "0"))),
          table("other_letter_case", ""));

  @BeforeAll
  static void letTheSinkAppend() throws Exception {
    Files.createDirectories(folder.resolve("tables"));
    for (var table : TABLES.entrySet()) {
      table.getValue().forEach(statement -> SPARK.sql(on(table.getKey(), statement)));
    }
    SPARK.sql(
        "CREATE TABLE delta.`%s` SHALLOW CLONE delta.`%s`"
            .formatted(path("shallow_clone"), path("append_only")));
    makeWith("generated", "id", "delta.generationExpression", "n + 1");
    makeWith("invariant", "id", "delta.invariants", "{\"expression\":{\"expression\":\"id > 0\"}}");
    TestingSinkProcess.runToItsEnd("TestingFeatures", folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "append_only",
        "change_data_feed",
        "v2_checkpoints",
        "in_commit_timestamps",
        "path with a space",
        "liquid",
        "statistics_columns",
        "deletion_vectors",
        "dropped_check",
        "not_null",
        "defaults",
        "widened_to_int",
        "shallow_clone"
      })
  void readsWhatTheSinkHasAppended(String table) throws Exception {
    assertThat(outcome(table)).isEqualTo("appended");
    assertThat(rows(table, "ORDER BY id"))
        .containsExactly("0 1 spark", "1 10 sink 1", "2 10 sink 2");
    assertThat(rows(table, "WHERE name = 'sink 2'")).containsExactly("2 10 sink 2");
  }

  @ParameterizedTest
  @CsvSource({
    "column_mapping, delta.columnMapping.mode = name",
    "check, has the CHECK constraints positive",
    "generated, has the generated column 'id'",
    "invariant, has an invariant on column 'id'",
    "nullable_into_not_null, column 'id' is NOT NULL in the table and nullable in the sink",
    "wider_type, column 'id' is integer in the table and long in the sink",
    "other_letter_case, 'column ''ID'' is not in the table, which has ''id'''"
  })
  void isLeftAloneWithATableThatTheSinkRefuses(String table, String reason) throws Exception {
    assertThat(outcome(table)).contains(reason);
    assertThat(rows(table, "")).containsExactly("0 1 spark");
  }

  @Test
  void changesAreInTheFeed() {
    assertThat(
            SPARK
                .read()
                .format("delta")
                .option("readChangeFeed", "true")
                .option("startingVersion", "1")
                .load(path("change_data_feed"))
                .selectExpr("concat_ws(' ', id, _change_type, _commit_version)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("1 insert 1", "2 insert 2");
  }

  @ParameterizedTest
  @CsvSource({"statistics_columns, n", "liquid, 'id,name'", "append_only, 'id,n,name'"})
  void statisticsAreOfTheColumnsThatTheTableWants(String table, String columns) {
    List<Row> bounds =
        SPARK
            .read()
            .json(path(table) + "/_delta_log/*.json")
            .where("add.path NOT LIKE '%c000%'")
            .selectExpr(
                "array_join(json_object_keys(get_json_object(add.stats, '$.minValues')), ',') AS columns")
            .collectAsList();

    assertThat(bounds).extracting(row -> row.getString(0)).hasSize(2).containsOnly(columns);
  }

  /** The clustering key and the row ids in use are domain metadata, which each commit keeps. */
  @Test
  void sparkContinuesWithTheDomainMetadata() {
    SPARK.sql(on("domains", "INSERT INTO %s VALUES (3, 1, 'spark')"));
    List<String> before = rowIds();
    SPARK.sql(on("domains", "OPTIMIZE %s"));

    assertThat(before).hasSize(4).doesNotHaveDuplicates();
    assertThat(rowIds()).isEqualTo(before);
    assertThat(
            SPARK
                .sql(on("domains", "DESCRIBE DETAIL %s"))
                .select("clusteringColumns")
                .first()
                .getList(0))
        .hasToString("[name]");
    assertThat(rows("domains", "ORDER BY id"))
        .containsExactly("0 1 spark", "1 10 sink 1", "2 10 sink 2", "3 1 spark");
  }

  @Test
  void historyShowsWhatACommitDid() {
    Row commit = SPARK.sql(on("append_only", "DESCRIBE HISTORY %s LIMIT 1")).first();

    assertThat(commit.<String>getAs("operation")).isEqualTo("STREAMING UPDATE");
    assertThat(commit.<String>getAs("engineInfo")).contains("Flink/2", "insight-delta-sink/");
    assertThat(commit.getJavaMap(commit.fieldIndex("operationParameters")).toString())
        .contains("outputMode=Append", "queryId=app", "epochId=2");
    assertThat(commit.getJavaMap(commit.fieldIndex("operationMetrics")).toString())
        .contains("numAddedFiles=1", "numRemovedFiles=0", "numOutputRows=1", "numOutputBytes=");
  }

  /** A statement of Spark's would check the expression; what a table has, the log says. */
  private static void makeWith(String table, String column, String key, String value)
      throws IOException {
    SPARK.sql(on(table, create("", "'delta.minWriterVersion' = '6'", "0L")));
    Path log = Path.of(path(table)).resolve("_delta_log/00000000000000000000.json");
    String field = "\\\"name\\\":\\\"" + column + "\\\"";
    String version = Files.readString(log);
    int metadata = version.indexOf("\\\"metadata\\\":{", version.indexOf(field));
    int inside = version.indexOf('{', metadata) + 1;
    String quoted = value.replace("\"", "\\\\\\\"");
    String entry = "\\\"" + key + "\\\":\\\"" + quoted + "\\\"";
    // Hadoop's checksums of the text, and Delta's copies of the metadata.
    try (Stream<Path> files = Files.list(log.getParent())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(log, version.substring(0, inside) + entry + version.substring(inside));
  }

  private static Map.Entry<String, List<String>> table(
      String name, String properties, String... alterations) {
    return Map.entry(
        name,
        Stream.concat(Stream.of(create("", properties, "0L")), Stream.of(alterations)).toList());
  }

  private static String create(String layout, String properties, String id) {
    return "CREATE TABLE %s USING delta "
        + layout
        + (properties.isEmpty() ? "" : " TBLPROPERTIES (" + properties + ")")
        + " AS SELECT "
        + id
        + " AS id, 1 AS n, 'spark' AS name";
  }

  private static List<String> notNull() {
    return List.of(
        "CREATE TABLE %s (id BIGINT NOT NULL, n INT, name STRING) USING delta",
        "INSERT INTO %s VALUES (0, 1, 'spark')");
  }

  private static String outcome(String table) throws IOException {
    return Files.readString(Path.of(path(table + ".outcome")));
  }

  private static List<String> rows(String table, String rest) {
    return SPARK
        .sql(on(table, "SELECT concat_ws(' ', id, n, name) AS text, id, name FROM %s " + rest))
        .select("text")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private static List<String> rowIds() {
    return SPARK
        .sql(on("domains", "SELECT concat_ws(' ', _metadata.row_id, id) FROM %s ORDER BY id"))
        .as(Encoders.STRING())
        .collectAsList();
  }

  private static String path(String table) {
    return folder.resolve("tables").resolve(table).toString();
  }

  private static String on(String table, String statement) {
    return statement.replace("%s", "delta.`" + path(table) + "`");
  }
}
