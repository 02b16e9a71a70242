package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.internal.actions.Protocol;
import io.delta.kernel.internal.tablefeatures.TableFeature;
import io.delta.kernel.internal.tablefeatures.TableFeatures;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriterFeaturesTest {

  private static final String UNKNOWN = "is not known to this sink";

  private static final Set<String> REFUSED_OF_KERNEL =
      Set.of(
          "catalogManaged",
          "collations",
          "collations-preview",
          "geospatial",
          "icebergCompatV2",
          "icebergCompatV3",
          "icebergWriterCompatV1",
          "icebergWriterCompatV3",
          "materializePartitionColumns");

  @TempDir Path folder;

  private static Stream<String> featuresOfKernel() {
    return TableFeatures.TABLE_FEATURES.stream().map(TableFeature::featureName);
  }

  /** A newer Kernel brings features of which somebody has to decide. */
  @ParameterizedTest
  @MethodSource("featuresOfKernel")
  void everyFeatureThatKernelKnowsIsDecidedOn(String feature) {
    assertThat(WriterFeatures.refusalOf(feature)).isNotEqualTo(java.util.Optional.of(UNKNOWN));
    assertThat(WriterFeatures.refusalOf(feature).isPresent())
        .isEqualTo(REFUSED_OF_KERNEL.contains(feature));
  }

  @ParameterizedTest
  @CsvSource({
    "materializePartitionColumns, needs the partition columns in the data files",
    "catalogManaged, lets a catalog make the commits",
    "catalogOwned-preview, lets a catalog make the commits",
    "coordinatedCommits-preview, lets a catalog make the commits",
    "icebergCompatV2, needs column mapping",
    "somethingNew, is not known to this sink"
  })
  void saysWhyAFeatureIsRefused(String feature, String why) {
    assertThatThrownBy(() -> check(new Protocol(3, 7, Set.of(), Set.of(feature)), plain()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Table t has the feature " + feature + ", which " + why);
  }

  @Test
  void legacyVersionsAreTakenWhileNothingOfThemIsInUse() {
    for (int writer = 1; writer <= 6; writer++) {
      Protocol protocol = new Protocol(writer >= 5 ? 2 : 1, writer);
      assertThatCode(() -> check(protocol, plain())).doesNotThrowAnyException();
      assertThatThrownBy(() -> check(protocol, column("delta.invariants")))
          .hasMessageContaining("an invariant on column 'id'");
      assertThatThrownBy(() -> check(protocol, column("delta.generationExpression")))
          .hasMessageContaining("the generated column 'id'");
      assertThatThrownBy(() -> check(protocol, column("delta.identity.start")))
          .hasMessageContaining("the identity column 'id'");
      assertThatThrownBy(
              () ->
                  WriterFeatures.check(
                      "t", protocol, plain(), Map.of("delta.constraints.positive", "id > 0")))
          .hasMessageContaining("the CHECK constraints positive");
    }
  }

  @Test
  void refusesVersionsToCome() {
    assertThatThrownBy(() -> check(new Protocol(1, 8), plain()))
        .hasMessageContaining("needs reader version 1 and writer version 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalogManaged", "materializePartitionColumns", "somethingNew"})
  void refusesATableInWordsOfItsOwn(String feature) throws Exception {
    TableDefinition definition = TestingLake.of(folder, rowType()).definition();
    DeltaTable table = new DeltaTable(definition, DefaultEngine.create(new Configuration()));
    table.createIfMissing(SchemaEvolution.NONE);
    Files.writeString(
        folder.resolve("table/_delta_log/00000000000000000001.json"),
        """
        {"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":%s,"writerFeatures":["inCommitTimestamp","%s"]}}
        """
            .formatted(feature.startsWith("m") ? "[]" : "[\"" + feature + "\"]", feature));
    table.reload();

    assertThatThrownBy(() -> table.createIfMissing(SchemaEvolution.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has the feature " + feature);
  }

  @Test
  void refusesToCreateATableThatItCouldNotWrite() {
    assertThatThrownBy(
            () ->
                DeltaSink.builder()
                    .tablePath(folder.toString())
                    .rowType(rowType())
                    .tableProperty("delta.feature.materializePartitionColumns", "supported")
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delta.feature.materializePartitionColumns");
  }

  private static void check(Protocol protocol, StructType schema) {
    WriterFeatures.check("t", protocol, schema, Map.of());
  }

  private static StructType plain() {
    return new StructType(List.of(new StructField("id", LongType.LONG, true)));
  }

  private static StructType column(String metadata) {
    return new StructType(
        List.of(
            new StructField(
                "id",
                LongType.LONG,
                true,
                FieldMetadata.builder().putString(metadata, "1").build())));
  }

  private static RowType rowType() {
    return RowType.of(new LogicalType[] {new BigIntType()}, new String[] {"id"});
  }
}
