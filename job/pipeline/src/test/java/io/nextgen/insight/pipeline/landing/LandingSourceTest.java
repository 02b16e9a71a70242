package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The source in a running job: what counts is the state of an operator behind it. */
class LandingSourceTest {

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path landing;
  private JobClient job;

  @BeforeEach
  void forget() {
    TestingLedger.reset();
  }

  @AfterEach
  void stop() throws Exception {
    if (job != null && !job.getJobStatus().get().isGloballyTerminalState()) {
      job.cancel().get();
    }
  }

  @Test
  void readsEachRecordOfEachFileOnceThroughAFailureInTheMiddleOfAFile() throws Exception {
    land("chats/2026/11/21/big.json", lines("big", 12_000));
    landBytes(
        "chats/zipped.json", TestingGzip.members(utf8(lines("gz", 2_000)), utf8(lines("gy", 10))));
    TestingLedger.failOnceAfter(4_000);

    start();
    await(() -> TestingLedger.failures() == 1);
    land("chats/2026/11/22/late.json", lines("late", 100));

    await(() -> TestingLedger.seen().size() == 14_110);
    assertThat(TestingLedger.seen().values()).containsOnly(1);
  }

  @Test
  void waitsForAFileThatIsStillGrowing() throws Exception {
    start();
    Path file = landing.resolve("chats.json");
    for (int part = 0; part < 15; part++) {
      Files.writeString(
          file,
          "{\"id\":\"part-" + part + "\",\"text\":\"",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Thread.sleep(100);
      Files.writeString(file, "whole\"}\n", StandardOpenOption.APPEND);
    }

    await(() -> TestingLedger.seen().size() == 15);
    assertThat(TestingLedger.seen().values()).containsOnly(1);
  }

  @Test
  void leavesTemporaryAndHiddenAndEmptyFilesAloneUntilTheyAreNamedOrFilled() throws Exception {
    land("chats/a.json.tmp", lines("tmp", 1));
    land("chats/_b.json", lines("under", 1));
    land(".staging/c.json", lines("dot", 1));
    land("chats/d.json", "");
    start();
    land("chats/e.json", lines("good", 1));
    await(() -> !TestingLedger.seen().isEmpty());

    Files.move(landing.resolve("chats/a.json.tmp"), landing.resolve("chats/a.json"));
    land("chats/d.json", lines("filled", 1));

    await(() -> TestingLedger.seen().size() == 3);
    assertThat(TestingLedger.seen().keySet())
        .containsExactlyInAnyOrder(
            "chats/e.json good-0", "chats/a.json tmp-0", "chats/d.json filled-0");
  }

  @Test
  void readsAFileThatWasOverwrittenAgain() throws Exception {
    land("chats.json", lines("old", 2));
    start();
    await(() -> TestingLedger.seen().size() == 2);

    land("chats.json", lines("new", 3));

    await(() -> TestingLedger.seen().size() == 5);
    assertThat(TestingLedger.seen().values()).containsOnly(1);
  }

  private void start() throws Exception {
    Configuration flink = new Configuration();
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    env.setParallelism(2);
    env.enableCheckpointing(50);
    Configuration options = new Configuration();
    options.set(LandingOptions.PATH, landing.toString());
    options.set(LandingOptions.DISCOVERY_INTERVAL, Duration.ofMillis(50));
    options.set(LandingOptions.SETTLE_TIME, Duration.ofMillis(500));
    options.set(LandingOptions.RANGE_SIZE, MemorySize.parse("64 kb"));
    env.fromSource(LandingSource.watching(options), WatermarkStrategy.noWatermarks(), "landing")
        .uid("landing")
        .map(new TestingLedger())
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>());
    job = env.executeAsync();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s", TestingLedger.seen().size()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static String lines(String id, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"id\":\"%s-%d\"}\n".formatted(id, i))
        .collect(Collectors.joining());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void land(String name, String content) throws IOException {
    landBytes(name, utf8(content));
  }

  private void landBytes(String name, byte[] content) throws IOException {
    Path file = landing.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
