package io.nextgen.insight.pipeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.CustomerInsight;
import io.nextgen.insight.pipeline.model.Message;
import io.nextgen.insight.pipeline.model.NextAction;
import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.SilverChat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LakeTableTest {

  static Stream<LakeTable<?>> tables() {
    return Stream.of(
        BronzeTables.CHATS,
        BronzeTables.TICKETS,
        BronzeTables.DEAD_LETTERS,
        BronzeTables.SCHEMA_DRIFT,
        SilverTables.CHATS,
        SilverTables.TICKETS,
        GoldTables.CUSTOMER_INSIGHTS,
        GoldTables.CUSTOMER_RISK);
  }

  @Test
  void hasItsPlaceBelowTheLake() {
    assertThat(SilverTables.CHATS.qualifiedName()).isEqualTo("silver.chats");
    assertThat(SilverTables.CHATS.path("/data/lake")).isEqualTo("/data/lake/silver/chats");
    assertThat(GoldTables.CUSTOMER_RISK.path("abfss://lake@account.dfs.core.windows.net/"))
        .isEqualTo("abfss://lake@account.dfs.core.windows.net/gold/customer_risk");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "abfss://{layer}@account.dfs.core.windows.net,"
        + "abfss://gold@account.dfs.core.windows.net/customer_risk",
    "abfss://{layer}@account.dfs.core.windows.net/,"
        + "abfss://gold@account.dfs.core.windows.net/customer_risk",
    "abfss://{layer}@account.dfs.core.windows.net/a/{layer}-b/,"
        + "abfss://gold@account.dfs.core.windows.net/a/gold-b/customer_risk",
  })
  void hasItsPlaceInTheContainerOfItsLayer(String lakePath, String tablePath) {
    assertThat(GoldTables.CUSTOMER_RISK.path(lakePath)).isEqualTo(tablePath);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void explainsEachColumn(LakeTable<?> table) {
    assertThat(table.description()).isNotBlank();
    assertThat(table.rowType().getFields())
        .hasSameSizeAs(table.columns())
        .allSatisfy(field -> assertThat(field.getDescription()).isPresent().get().isNotEqualTo(""));
  }

  /** Delta's readers take names without regard to case. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void hasNoTwoColumnsOfOneName(LakeTable<?> table) {
    assertThat(table.rowType().getFieldNames().stream().map(String::toLowerCase))
        .doesNotHaveDuplicates();
  }

  /** A row that lacks a value must not fail the job, and an old file lacks every later column. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void hasNullableColumnsOnly(LakeTable<?> table) {
    assertThat(table.rowType().getChildren()).allMatch(LogicalType::isNullable);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void isPartitionedByColumnsThatItHas(LakeTable<?> table) {
    assertThat(table.rowType().getFieldNames()).containsAll(table.partitionColumns());
  }

  /** The Spark job Z-orders by them, which it cannot do with partition columns. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void isNotPartitionedByWhatGoldIsOrderedBy(LakeTable<?> table) {
    assertThat(table.partitionColumns()).doesNotContain("cust_id", "Region", "Priority");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void travelsWithTheJob(LakeTable<?> table) throws Exception {
    LakeTable<?> copy = InstantiationUtil.clone(table);

    assertThat(copy.rowType()).isEqualTo(table.rowType());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T10:00:00Z, false",
    "2026-11-22T23:59:59.999Z, false",
    "2026-11-23T14:00:00Z, false",
    "2026-11-23T23:59:59.999Z, false",
    "2026-11-24T00:00:00Z, true",
    "2031-05-04T10:00:00Z, true",
  })
  void flagsATimeThatIsMoreThanADayAhead(Instant eventTime, boolean future) throws Exception {
    SilverChat chat = chat(eventTime, Instant.parse("2026-11-22T23:59:59.999Z"));
    RowData silver = SilverTables.CHATS.toRow().map(chat);
    RowType type = SilverTables.CHATS.rowType();
    assertThat(silver.getBoolean(type.getFieldIndex("event_time_in_future"))).isEqualTo(future);
    assertThat(silver.getTimestamp(type.getFieldIndex("event_time"), 6).toInstant())
        .isEqualTo(eventTime);

    CustomerInsight insight = insight(eventTime, chat.ingestedAt());
    RowData gold = GoldTables.CUSTOMER_INSIGHTS.toRow().map(insight);
    RowType goldType = GoldTables.CUSTOMER_INSIGHTS.rowType();
    assertThat(gold.getBoolean(goldType.getFieldIndex("event_time_in_future"))).isEqualTo(future);
  }

  @Test
  void makesARowOfARecord() throws Exception {
    Instant ingestedAt = Instant.parse("2026-11-22T23:59:59.999Z");
    SilverChat chat = chat(Instant.parse("2026-11-20T10:00:00Z"), ingestedAt);

    RowData row = SilverTables.CHATS.toRow().map(chat);

    RowType type = SilverTables.CHATS.rowType();
    assertThat(row.getArity()).isEqualTo(type.getFieldCount());
    assertThat(row.getString(type.getFieldIndex("chat_id"))).hasToString("CH-1");
    assertThat(row.getInt(type.getFieldIndex("revision"))).isEqualTo(2);
    assertThat(row.getBoolean(type.getFieldIndex("ticket_matched"))).isTrue();
    assertThat(row.getString(type.getFieldIndex("Region"))).hasToString("Berlin");
    assertThat(row.isNullAt(type.getFieldIndex("Priority"))).isTrue();
    assertThat(row.getArray(type.getFieldIndex("messages")).getRow(0, 3).getString(1))
        .hasToString("I am [NAME_1]");
    assertThat(row.isNullAt(type.getFieldIndex("_rescued_data"))).isTrue();
    assertThat(row.getLong(type.getFieldIndex("source_position"))).isEqualTo(7);
    assertThat(row.getTimestamp(type.getFieldIndex("ingested_at"), 6).toInstant())
        .isEqualTo(ingestedAt);
    assertThat(row.getInt(type.getFieldIndex("ingest_date")))
        .isEqualTo((int) LocalDate.of(2026, 11, 22).toEpochDay());
  }

  private static SilverChat chat(Instant eventTime, Instant ingestedAt) {
    return new SilverChat(
        "CH-1",
        2,
        "C-1",
        "T-1",
        true,
        "Berlin",
        null,
        "Fiber 500",
        "web",
        "en",
        eventTime,
        List.of(new Message("customer", "I am [NAME_1]", null)),
        null,
        new Origin("chats/1.json", 7, Instant.EPOCH),
        ingestedAt);
  }

  private static CustomerInsight insight(Instant eventTime, Instant ingestedAt) {
    return new CustomerInsight(
        "CH-1",
        1,
        "C-1",
        null,
        null,
        null,
        null,
        null,
        null,
        eventTime,
        "neutral",
        0.9,
        0.05,
        0.9,
        0.05,
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        NextAction.NONE,
        "",
        "OK",
        null,
        "v1",
        ingestedAt,
        ingestedAt,
        false);
  }
}
