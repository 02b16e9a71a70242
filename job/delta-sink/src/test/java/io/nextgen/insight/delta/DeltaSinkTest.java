package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class DeltaSinkTest {

  private static final RowType ROW_TYPE =
      (RowType)
          DataTypes.ROW(
                  DataTypes.FIELD("id", DataTypes.BIGINT()),
                  DataTypes.FIELD("at", DataTypes.TIME()))
              .getLogicalType();

  private static final RowType VALID =
      (RowType) DataTypes.ROW(DataTypes.FIELD("id", DataTypes.BIGINT())).getLogicalType();

  @Test
  void refusesAnUnsupportedTypeWhenItIsBuilt() {
    DeltaSink.Builder builder = DeltaSink.builder().tablePath("/lake/t").rowType(ROW_TYPE);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'at'");
  }

  @Test
  void tellsWhatIsMissing() {
    assertThatThrownBy(() -> DeltaSink.builder().rowType(VALID).build())
        .hasMessageContaining("tablePath");
    assertThatThrownBy(() -> DeltaSink.builder().tablePath("/lake/t").build())
        .hasMessageContaining("rowType");
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    for (var wrong :
        Map.of(
                "write.compression", "LZ77",
                "write.target-file-size", "much",
                "write.max-open-files", "0",
                "write.compresion", "ZSTD")
            .entrySet()) {
      assertThatThrownBy(
              () ->
                  DeltaSink.builder()
                      .tablePath("/lake/t")
                      .rowType(VALID)
                      .options(Map.ofEntries(wrong))
                      .build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getKey());
    }
    assertThat(
            DeltaSink.builder()
                .tablePath("/lake/t")
                .rowType(VALID)
                .options(Map.of("taskmanager.numberOfTaskSlots", "4"))
                .build())
        .isNotNull();
  }

  @Test
  void refusesPropertiesOfTablesThatItCouldNotWrite() {
    for (var wrong :
        Map.of(
                "delta.isolationLevel", "Snapshot",
                "delta.columnMapping.mode", "name",
                "delta.enableIcebergCompatV2", "true")
            .entrySet()) {
      DeltaSink.Builder builder =
          DeltaSink.builder()
              .tablePath("/lake/t")
              .rowType(VALID)
              .tableProperty(wrong.getKey(), wrong.getValue());

      assertThatThrownBy(builder::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getKey().replace("V2", ""));
    }
  }

  @Test
  void travelsToTheTaskManagersWithoutShowingSecrets() throws Exception {
    DeltaSink sink =
        DeltaSink.builder()
            .tablePath("abfss://lake@account.dfs.core.windows.net/gold/orders")
            .rowType(VALID)
            .hadoopConfiguration(Map.of("fs.azure.account.key", "secret"))
            .options(Map.of("write.compression", "ZSTD"))
            .build();

    DeltaSink copy = InstantiationUtil.clone(sink);

    assertThat(copy).hasToString(sink.toString()).asString().doesNotContain("secret");
    assertThat(new HadoopSettings(Map.of("key", "secret")).toString()).doesNotContain("secret");
  }

  @Test
  void severalSinksReadWellInOneGraph() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(2);
    for (String table : List.of("orders", "refunds")) {
      env.fromData(RowData.class, GenericRowData.of(1L))
          .uid("source-" + table)
          .sinkTo(DeltaSink.builder().tablePath("/lake/gold/" + table).rowType(VALID).build())
          .name("gold." + table)
          .uid("gold-" + table);
    }

    JobGraph graph = env.getStreamGraph().getJobGraph();

    Set<String> names =
        StreamSupport.stream(graph.getVertices().spliterator(), false)
            .map(vertex -> vertex.getName() + " x" + vertex.getParallelism())
            .collect(Collectors.toSet());
    assertThat(names)
        .contains(
            "gold.orders: Writer x2",
            "gold.orders: Aggregator x1",
            "gold.orders: Committer x2",
            "gold.refunds: Writer x2",
            "gold.refunds: Aggregator x1",
            "gold.refunds: Committer x2");
  }
}
