package io.nextgen.insight.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.config.JobArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shape of the flow, as far as rescaling depends on it. */
class KeyedFlowTest {
  @TempDir Path folder;

  /**
   * The autoscaler gives each vertex a parallelism of its own. An operator with keyed state whose
   * records come by a forward edge would then get keys that are not its own, and fail for ever.
   */
  @Test
  void operatorsWithKeyedStateGetTheirRecordsByKey() throws IOException {
    int keyed = 0;
    for (StreamNode node : operators(1)) {
      if (node.getStatePartitioners().length > 0) {
        keyed++;
        for (StreamEdge edge : node.getInEdges()) {
          assertThat(edge.getPartitioner())
              .as(edge.toString())
              .isInstanceOf(KeyGroupStreamPartitioner.class);
        }
      }
    }
    assertThat(keyed).as("operators with keyed state").isGreaterThanOrEqualTo(5);
  }

  /**
   * State is found in a savepoint by these names: one that changes or goes leaves its state behind,
   * and the job does not start from the savepoints of the release before. A new operator is a new
   * line.
   */
  @Test
  void uidsStayAsTheyWereReleased() throws IOException {
    Set<String> expected =
        new HashSet<>(
            Set.of(
                "landing",
                "record-router",
                "chat-parser",
                "ticket-parser",
                "drift-bundler",
                "drift-reporter",
                "chat-deduplicator",
                "ticket-request",
                "ticket-directory",
                "ticket-join",
                "pii-masking",
                "event-time",
                "region-traffic-counter",
                "salt-planner",
                "region-salter",
                "region-batcher",
                "chat-enrichment",
                "enriched-batch-splitter",
                "risk-gate"));
    for (String table :
        List.of(
            "bronze.chats",
            "bronze.tickets",
            "bronze.dead_letters",
            "bronze.schema_drift",
            "silver.chats",
            "silver.tickets",
            "gold.customer_insights",
            "gold.customer_risk")) {
      expected.add(table + "-rows");
      expected.add(table);
      expected.add(table + ": aggregator");
      expected.add("Sink Committer: " + table);
    }
    assertThat(uids(1)).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** All that was hashed under the earlier key stays behind, and nothing else. */
  @Test
  void anotherGenerationOfTheKeyMovesTheStateThatDependsOnIt() throws IOException {
    Set<String> first = uids(1);
    Set<String> second = uids(2);

    assertThat(difference(first, second))
        .containsExactlyInAnyOrder(
            "chat-deduplicator", "ticket-directory", "ticket-join", "pii-masking");
    assertThat(difference(second, first))
        .containsExactlyInAnyOrder(
            "chat-deduplicator-key-2",
            "ticket-directory-key-2",
            "ticket-join-key-2",
            "pii-masking-key-2");
  }

  private static Set<String> difference(Set<String> of, Set<String> without) {
    Set<String> difference = new HashSet<>(of);
    difference.removeAll(without);
    return difference;
  }

  private Set<String> uids(int keyGeneration) throws IOException {
    return operators(keyGeneration).stream()
        .map(StreamNode::getTransformationUID)
        .collect(Collectors.toSet());
  }

  private Collection<StreamNode> operators(int keyGeneration) throws IOException {
    Configuration job =
        JobArguments.parse(
            new String[] {
              "--landing.path=" + folder.resolve("landing"),
              "--lake.path=" + folder.resolve("lake"),
              "--pii.key-file=" + TestingKeyFile.in(folder),
              "--pii.key-generation=" + keyGeneration,
              "--language.endpoint=https://language.cognitiveservices.azure.com"
            },
            InsightJob.rules());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    InsightJob.defineFlow(env, InsightJob.landing(job), job);
    return env.getStreamGraph().getStreamNodes();
  }
}
