package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaSchemaTest {

  static Stream<Arguments> mappedTypes() {
    return Stream.of(
        Arguments.of(DataTypes.STRING(), StringType.STRING),
        Arguments.of(DataTypes.CHAR(3), StringType.STRING),
        Arguments.of(DataTypes.BOOLEAN(), BooleanType.BOOLEAN),
        Arguments.of(DataTypes.TINYINT(), ByteType.BYTE),
        Arguments.of(DataTypes.SMALLINT(), ShortType.SHORT),
        Arguments.of(DataTypes.INT(), IntegerType.INTEGER),
        Arguments.of(DataTypes.BIGINT(), LongType.LONG),
        Arguments.of(DataTypes.FLOAT(), FloatType.FLOAT),
        Arguments.of(DataTypes.DOUBLE(), DoubleType.DOUBLE),
        Arguments.of(DataTypes.DECIMAL(20, 3), new DecimalType(20, 3)),
        Arguments.of(DataTypes.DATE(), DateType.DATE),
        Arguments.of(DataTypes.TIMESTAMP_LTZ(6), TimestampType.TIMESTAMP),
        Arguments.of(DataTypes.TIMESTAMP(3), TimestampNTZType.TIMESTAMP_NTZ),
        Arguments.of(DataTypes.BYTES(), BinaryType.BINARY),
        Arguments.of(
            DataTypes.ARRAY(DataTypes.INT().notNull()), new ArrayType(IntegerType.INTEGER, false)),
        Arguments.of(
            DataTypes.MAP(DataTypes.STRING().notNull(), DataTypes.DATE()),
            new MapType(StringType.STRING, DateType.DATE, true)),
        Arguments.of(
            DataTypes.ROW(DataTypes.FIELD("a", DataTypes.INT())),
            new StructType().add("a", IntegerType.INTEGER, true)));
  }

  @ParameterizedTest
  @MethodSource("mappedTypes")
  void mapsEveryTypeThatDeltaHas(org.apache.flink.table.types.DataType flink, DataType delta) {
    StructType schema = DeltaSchema.of(row("column", flink.getLogicalType()));

    assertThat(schema.get("column").getDataType()).isEqualTo(delta);
  }

  @Test
  void keepsNullabilityAndComments() {
    RowType rowType =
        new RowType(
            List.of(
                new RowType.RowField("id", new BigIntType(false), "who it is"),
                new RowType.RowField("age", new IntType())));

    StructType schema = DeltaSchema.of(rowType);

    assertThat(schema.get("id").isNullable()).isFalse();
    assertThat(schema.get("id").getMetadata().getString("comment")).isEqualTo("who it is");
    assertThat(schema.get("age").isNullable()).isTrue();
    assertThat(schema.get("age").getMetadata().getEntries()).isEmpty();
  }

  static Stream<org.apache.flink.table.types.DataType> foreignTypes() {
    return Stream.of(
        DataTypes.TIME(),
        DataTypes.MULTISET(DataTypes.INT()),
        DataTypes.INTERVAL(DataTypes.DAY()),
        DataTypes.TIMESTAMP_WITH_TIME_ZONE(6),
        DataTypes.TIMESTAMP_LTZ(9),
        DataTypes.TIMESTAMP(7));
  }

  @ParameterizedTest
  @MethodSource("foreignTypes")
  void refusesOthersNamingTheColumn(org.apache.flink.table.types.DataType flink) {
    RowType nested = row("outer", DataTypes.ROW(DataTypes.FIELD("inner", flink)).getLogicalType());

    assertThatThrownBy(() -> DeltaSchema.of(nested))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'outer.inner'")
        .hasMessageContaining(flink.getLogicalType().asSummaryString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "a,b", "tab\there", "x=y", "f()"})
  void refusesNamesThatNeedColumnMapping(String name) {
    assertThatThrownBy(() -> DeltaSchema.of(row(name, new IntType())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void refusesNamesThatDifferInCaseOnly() {
    RowType rowType =
        RowType.of(new LogicalType[] {new IntType(), new IntType()}, new String[] {"id", "ID"});

    assertThatThrownBy(() -> DeltaSchema.of(rowType)).hasMessageContaining("'ID' occurs twice");
  }

  @Test
  void refusesPartitionColumnsThatCannotBe() {
    RowType rowType =
        RowType.of(
            new LogicalType[] {new IntType(), DataTypes.DOUBLE().getLogicalType()},
            new String[] {"id", "score"});

    assertThatThrownBy(() -> DeltaSchema.checkPartitionColumns(rowType, List.of("day")))
        .hasMessageContaining("'day' is not one of [id, score]");
    assertThatThrownBy(() -> DeltaSchema.checkPartitionColumns(rowType, List.of("score")))
        .hasMessageContaining("'score' is of type DOUBLE");
    assertThatThrownBy(() -> DeltaSchema.checkPartitionColumns(rowType, List.of("id", "id")))
        .hasMessageContaining("'id' is named twice");
    assertThatThrownBy(
            () -> DeltaSchema.checkPartitionColumns(row("id", new IntType()), List.of("id")))
        .hasMessageContaining("at least one other");
    assertThatThrownBy(
            () -> DeltaSchema.checkPartitionColumns(row("a:b", new IntType()), List.of("a:b")))
        .hasMessageContaining("'a:b' cannot have a colon");
  }

  private static RowType row(String name, LogicalType type) {
    return RowType.of(new LogicalType[] {type}, new String[] {name});
  }
}
