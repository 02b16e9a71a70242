package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

  private static final RowType ROW_TYPE =
      (RowType)
          DataTypes.ROW(
                  DataTypes.FIELD("id", DataTypes.BIGINT()),
                  DataTypes.FIELD("day", DataTypes.DATE()),
                  DataTypes.FIELD("region", DataTypes.STRING()),
                  DataTypes.FIELD("shard", DataTypes.SMALLINT()))
              .getLogicalType();

  private final Partition partition =
      new Partition(
          new TableDefinition("/t", ROW_TYPE, List.of("region", "day", "shard"), null, Map.of()));

  @Test
  void writesValuesAsTheProtocolDoes() {
    int day = (int) LocalDate.of(2026, 11, 22).toEpochDay();

    assertThat(partition.valuesOf(row(day, "EU", (short) -3)))
        .containsExactly("EU", "2026-11-22", "-3");
  }

  @Test
  void makesTheEmptyStringANull() {
    assertThat(partition.valuesOf(row(null, "", null))).containsExactly(null, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "a b, region=a b/",
    "a/b, region=a%2Fb/",
    "50%, region=50%25/",
    "x:y=z, region=x%3Ay%3Dz/",
    "München, region=München/",
    "Acme Inc., region=Acme Inc%2E/",
    "., region=%2E/",
    ", region=__HIVE_DEFAULT_PARTITION__/"
  })
  void escapesDirectoriesAsSparkDoes(String value, String directory) {
    Partition byRegion =
        new Partition(new TableDefinition("/t", ROW_TYPE, List.of("region"), null, Map.of()));

    assertThat(byRegion.directory(Arrays.asList(value))).isEqualTo(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "日", "😀", "."})
  void keepsDirectoriesWithinWhatFileSystemsTake(String character) {
    String directory = partition.directory(List.of(character.repeat(5_000), "2026-11-22", "1"));

    assertThat(directory.split("/"))
        .allMatch(component -> component.getBytes(StandardCharsets.UTF_8).length <= 202)
        .noneMatch(component -> component.endsWith(".") || component.endsWith("?"))
        .hasSize(3);
  }

  @Test
  void hasNoDirectoryWithoutPartitionColumns() {
    Partition none = new Partition(new TableDefinition("/t", ROW_TYPE, List.of(), null, Map.of()));

    assertThat(none.directory(none.valuesOf(row(1, "EU", (short) 1)))).isEmpty();
  }

  @Test
  void readsValuesBackAsLiterals() {
    assertThat(Partition.literal("2026-11-22", DateType.DATE))
        .isEqualTo(Literal.ofDate((int) LocalDate.of(2026, 11, 22).toEpochDay()));
    assertThat(Partition.literal("-3", LongType.LONG)).isEqualTo(Literal.ofLong(-3));
    assertThat(Partition.literal(null, StringType.STRING))
        .isEqualTo(Literal.ofNull(StringType.STRING));
  }

  private static GenericRowData row(Integer day, String region, Short shard) {
    return GenericRowData.of(1L, day, StringData.fromString(region), shard);
  }
}
