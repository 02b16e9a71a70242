package io.nextgen.insight.pipeline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.pipeline.model.Origin;
import io.nextgen.insight.pipeline.model.SilverChat;
import io.nextgen.insight.pipeline.silver.SilverOptions;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionTest {

  private static final String ALL =
      " plan : string , device.model:String,tenure_months:int,bytes:long,score:double,vip:BOOLEAN ";

  @Test
  void fieldsBecomeColumnsAtTheEnd() throws Exception {
    RowType type = SilverTables.chats(promotion(ALL)).rowType();
    List<String> names = type.getFieldNames();

    assertThat(names.subList(0, names.size() - 6))
        .isEqualTo(SilverTables.CHATS.rowType().getFieldNames());
    assertThat(names.subList(names.size() - 6, names.size()))
        .containsExactly("plan", "device_model", "tenure_months", "bytes", "score", "vip");

    RowData row =
        SilverTables.chats(promotion(ALL))
            .toRow()
            .map(
                chat(
                    "{\"Plan\":\"Gold\",\"device\":{\"model\":\"X9\",\"os\":\"7\"},\"vip\":true,"
                        + "\"tenure_months\":17,\"bytes\":5000000000,\"score\":0.5,\"more\":[1]}"));
    int first = names.size() - 6;
    assertThat(row.getString(first)).hasToString("Gold");
    assertThat(row.getString(first + 1)).hasToString("X9");
    assertThat(row.getInt(first + 2)).isEqualTo(17);
    assertThat(row.getLong(first + 3)).isEqualTo(5_000_000_000L);
    assertThat(row.getDouble(first + 4)).isEqualTo(0.5);
    assertThat(row.getBoolean(first + 5)).isTrue();
    assertThat(row.getString(names.indexOf("_rescued_data")))
        .hasToString("{\"device\":{\"os\":\"7\"},\"more\":[1]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"plan\":7} | {\"plan\":7}",
        "{\"plan\":{\"name\":\"Gold\"}} | {\"plan\":{\"name\":\"Gold\"}}",
        "{\"tenure_months\":\"17\"} | {\"tenure_months\":\"17\"}",
        "{\"tenure_months\":17.5} | {\"tenure_months\":17.5}",
        "{\"tenure_months\":5000000000} | {\"tenure_months\":5000000000}",
        "{\"bytes\":9999999999999999999} | {\"bytes\":9999999999999999999}",
        "{\"score\":1e999} | {\"score\":1E+999}",
        "{\"vip\":\"[NAME_1]\"} | {\"vip\":\"[NAME_1]\"}",
        "{\"device\":\"X9\"} | {\"device\":\"X9\"}",
        "{\"device\":{}} | {\"device\":{}}",
        "{\"device\":{\"model\":\"X9\"}} |",
        "{\"plan\":\"Gold\",\"PLAN\":\"Gold\"} | {\"PLAN\":\"Gold\"}",
        "|",
      })
  void whatIsOfAnotherTypeStaysRescued(String rescued, String remaining) {
    assertThat(promotion(ALL).remaining(rescued)).isEqualTo(remaining);
  }

  @Test
  void whatStaysRescuedIsNoColumn() {
    Promotion promotion = promotion("plan:string,device.model:string");

    for (String rescued : List.of("{\"plan\":7}", "{\"device\":\"X9\"}", "{\"plan\":null}")) {
      assertThat(promotion.fields())
          .allSatisfy(field -> assertThat(promotion.value(field, rescued)).isNull());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan | entry 1, is not NAME:TYPE",
        "plan:string, | entry 2, is not NAME:TYPE",
        "plan:string,device..model:int | entry 2, is not NAME:TYPE",
        "my plan:string | entry 1, is not NAME:TYPE",
        "plan:varchar | entry 1, has a type that is none of string, int, long, double, boolean",
        "region:string | entry 1, would be a column that silver.chats has already",
        "a.b:string,A_b:int | entry 2, would be a column that silver.chats has already",
      })
  void saysWhichEntryCannotBe(String text, String message) {
    assertThatThrownBy(() -> promotion(text))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageStartingWith("--silver.promoted-fields, " + message);
  }

  private static Promotion promotion(String text) {
    return Promotion.of(SilverOptions.PROMOTED_FIELDS, text, SilverTables.CHATS);
  }

  private static SilverChat chat(String rescuedData) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    return new SilverChat(
        "A",
        1,
        "C",
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        now,
        List.of(),
        rescuedData,
        new Origin("chats.json", 1, now),
        now);
  }
}
