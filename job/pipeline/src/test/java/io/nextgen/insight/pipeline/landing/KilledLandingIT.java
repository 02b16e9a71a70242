package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process that reads the landing zone at random moments, as {@code kill -9} does, in the
 * middle of a file in ranges, a pretty array and a compressed file, and starts it again from the
 * newest checkpoint that is on disk, with another parallelism.
 *
 * <p>{@code -Dlanding.kills=20} kills more often than the build does.
 */
class KilledLandingIT {

  private static final int KILLS = Integer.getInteger("landing.kills", 4);
  private static final int LINES = 80_000;
  private static final int OTHERS = 5_000;

  @TempDir Path directory;

  @Test
  void killedReadersLoseAndRepeatNothing() throws Exception {
    land("chats/2026/large.json", lines("large", LINES).getBytes(StandardCharsets.UTF_8));
    String array =
        "[\n" + lines("pretty", OTHERS).replace("}\n", "\n},\n").replace("{", "{\n ") + "{}]";
    land("chats/array.json", array.getBytes(StandardCharsets.UTF_8));
    land(
        "chats/lines.gz",
        TestingGzip.members(lines("zipped", OTHERS).getBytes(StandardCharsets.UTF_8)));
    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      Optional<Path> before = newestCheckpoint();
      Process process = start(1 + kill % 3);
      try (BufferedReader output = process.inputReader()) {
        awaitNewerCheckpoint(before, process, output);
        boolean ended = process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
        assertThat(ended).as("ended by itself before kill %d", kill).isFalse();
      } finally {
        process.destroyForcibly().waitFor();
      }
      land(
          "chats/after-%d.json".formatted(kill),
          lines("late", 10).getBytes(StandardCharsets.UTF_8));
    }
    TestingLedger.reset();
    JobClient job = run(2);
    int records = LINES + 2 * OTHERS + 10 * KILLS;
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (TestingLedger.seen().size() < records && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    Thread.sleep(500);
    job.cancel().get();

    assertThat(TestingLedger.seen()).hasSize(records);
    assertThat(TestingLedger.seen().values()).containsOnly(1);
  }

  /** The process that is killed. */
  public static void main(String[] args) throws Exception {
    KilledLandingIT test = new KilledLandingIT();
    test.directory = Path.of(args[0]);
    TestingLedger.takeItsTime();
    test.run(Integer.parseInt(args[1])).getJobExecutionResult().get();
  }

  private JobClient run(int parallelism) throws Exception {
    Configuration flink = new Configuration();
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    newestCheckpoint()
        .ifPresent(
            checkpoint ->
                flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString()));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    env.setParallelism(parallelism);
    Configuration options = new Configuration();
    options.set(LandingOptions.PATH, directory.resolve("landing").toString());
    options.set(LandingOptions.DISCOVERY_INTERVAL, Duration.ofMillis(50));
    options.set(LandingOptions.SETTLE_TIME, Duration.ofMillis(100));
    options.set(LandingOptions.RANGE_SIZE, MemorySize.parse("64 kb"));
    env.fromSource(LandingSource.watching(options), WatermarkStrategy.noWatermarks(), "landing")
        .uid("landing")
        .filter(record -> record.text().contains("id"))
        .uid("records")
        .map(new TestingLedger())
        .uid("ledger")
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    return env.executeAsync();
  }

  private Process start(int parallelism) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KilledLandingIT.class.getName());
    command.add(directory.toString());
    command.add(String.valueOf(parallelism));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private void awaitNewerCheckpoint(Optional<Path> before, Process process, BufferedReader output)
      throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (newestCheckpoint().equals(before)) {
      if (!process.isAlive()) {
        throw new IllegalStateException(output.lines().collect(Collectors.joining("\n")));
      }
      assertThat(System.nanoTime()).as("No checkpoint in time").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  /** The folder of the newest checkpoint that is whole; others come and go meanwhile. */
  private Optional<Path> newestCheckpoint() {
    return listed(directory.resolve("checkpoints").toFile())
        .flatMap(KilledLandingIT::listed)
        .filter(checkpoint -> new File(checkpoint, "_metadata").length() > 0)
        .max(
            Comparator.comparingLong(
                checkpoint -> Long.parseLong(checkpoint.getName().substring(4))))
        .map(File::toPath);
  }

  private static Stream<File> listed(File folder) {
    File[] found = folder.listFiles();
    return found == null ? Stream.empty() : Stream.of(found);
  }

  private static String lines(String id, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"id\":\"%s-%d\"}\n".formatted(id, i))
        .collect(Collectors.joining());
  }

  private void land(String name, byte[] content) throws IOException {
    Path file = directory.resolve("landing").resolve(name);
    Files.createDirectories(file.getParent());
    Path written = Files.write(file.resolveSibling("_written"), content);
    Files.move(written, file);
  }
}
