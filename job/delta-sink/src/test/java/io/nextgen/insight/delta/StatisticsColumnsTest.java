package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.data.Row;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsColumnsTest {

  private static final String NUMBER = "delta.dataSkippingNumIndexedCols";
  private static final String NAMES = "delta.dataSkippingStatsColumns";

  private static final RowType ROW_TYPE =
      (RowType)
          DataTypes.ROW(
                  DataTypes.FIELD("part", DataTypes.STRING()),
                  DataTypes.FIELD("id", DataTypes.BIGINT()),
                  DataTypes.FIELD("tags", DataTypes.ARRAY(DataTypes.STRING())),
                  DataTypes.FIELD(
                      "person",
                      DataTypes.ROW(
                          DataTypes.FIELD("name", DataTypes.STRING()),
                          DataTypes.FIELD("e.mail", DataTypes.STRING()))),
                  DataTypes.FIELD("tick`ed", DataTypes.STRING()))
              .getLogicalType();

  @TempDir Path folder;

  /** As Delta counts: each field of a struct, arrays too, partition columns not. */
  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "1, id",
    "2, id tags",
    "3, id tags person.name",
    "5, id tags person.name person.e.mail tick`ed",
    "-1, id tags person.name person.e.mail tick`ed",
    "99, id tags person.name person.e.mail tick`ed"
  })
  void areTheFirstOfTheTable(String number, String expected) {
    assertThat(columns(Map.of(NUMBER, number))).containsExactlyInAnyOrder(words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | id",
        "' id , person.NAME ' | id person.name",
        "person | person.name person.e.mail",
        "person.`e.mail`, `tick``ed` | person.e.mail tick`ed",
        "part, no_such_column | ''",
        "'' | ''"
      })
  void areThoseThatTheTableNamesWhateverTheNumber(String names, String expected) {
    assertThat(columns(Map.of(NAMES, names, NUMBER, "1")))
        .containsExactlyInAnyOrder(words(expected));
  }

  @Test
  void alwaysHaveTheClusteringKey() {
    StatisticsColumns columns =
        StatisticsColumns.of(
            DeltaSchema.of(ROW_TYPE),
            List.of("part"),
            Map.of(NUMBER, "0"),
            List.of(List.of("person", "name")));

    assertThat(columns.leaves()).containsExactly(List.of("person", "name"));
  }

  @Test
  void nameThePropertyThatCannotBeRead() {
    for (String wrong : List.of("", "many", "-2")) {
      assertThatThrownBy(() -> columns(Map.of(NUMBER, wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Property " + NUMBER + " is '" + wrong + "'");
    }
    assertThatThrownBy(() -> columns(Map.of(NAMES, "id, `open")))
        .hasMessageContaining("Property " + NAMES + " is not a list of column names");
  }

  /** Its owner keeps the person out of the log, after the sink has created it. */
  @Test
  void followTheTableAndNotTheSink() throws Exception {
    TestingLake lake = TestingLake.of(folder, ROW_TYPE, "part");
    lake.append("app", 1, row());
    setProperty(lake, NAMES, "id");

    assertThat(lake.write(row()).get(0).statistics()).contains("\"id\":7").doesNotContain("Ann");
  }

  @Test
  void areCutToWhatTheTableWantsWhenTheFileIsCommitted() throws Exception {
    TestingLake lake = TestingLake.of(folder, ROW_TYPE, "part");
    lake.append("app", 1, row());
    List<DataFile> files = lake.write(row());
    assertThat(files.get(0).statistics()).contains("Ann");
    setProperty(lake, NAMES, "id");

    try (DeltaCommitter committer = lake.committer(-1)) {
      committer.open(SchemaEvolution.NONE);
      committer.commit(TestingCommitRequest.of(new DeltaCommittable("app", 2, files)));
    }

    assertThat(statistics(lake)).hasSize(2).anyMatch(s -> s.contains("Ann"));
    assertThat(statistics(lake))
        .anySatisfy(
            s ->
                assertThat(s)
                    .contains(
                        "\"numRecords\":1", "\"minValues\":{\"id\":7", "\"nullCount\":{\"id\":0")
                    .doesNotContain("Ann"));
  }

  private static List<String> statistics(TestingLake lake) throws Exception {
    return lake.table().files().stream()
        .map((Row file) -> file.getString(file.getSchema().indexOf("stats")))
        .toList();
  }

  private static void setProperty(TestingLake lake, String key, String value) {
    TestingEngine.setTableProperty(
        Path.of(URI.create(lake.definition().path())).toString(), key, value);
  }

  private static RowData row() {
    return GenericRowData.of(
        StringData.fromString("p"),
        7L,
        null,
        GenericRowData.of(StringData.fromString("Ann"), StringData.fromString("ann@example.com")),
        StringData.fromString("x"));
  }

  private static List<String> columns(Map<String, String> properties) {
    return StatisticsColumns.of(DeltaSchema.of(ROW_TYPE), List.of("part"), properties, List.of())
        .leaves()
        .stream()
        .map(path -> String.join(".", path))
        .toList();
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }
}
