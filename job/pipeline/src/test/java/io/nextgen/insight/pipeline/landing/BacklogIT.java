package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.pipeline.model.LandedRecord;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backlog of many small files and a large one, read by a process with little heap: job manager,
 * task manager and two readers in one.
 *
 * <p>{@code -Dlanding.backlog.files=100000 -Dlanding.backlog.megabytes=5000
 * -Dlanding.backlog.heap=512m} is the size that counts.
 */
class BacklogIT {

  private static final int FILES = Integer.getInteger("landing.backlog.files", 1_500);
  private static final int MEGABYTES = Integer.getInteger("landing.backlog.megabytes", 60);
  private static final String HEAP = System.getProperty("landing.backlog.heap", "192m");
  private static final int LINE = 1_000;
  private static final Duration CHECKPOINTS = Duration.ofSeconds(1);
  private static final AtomicLong RECORDS = new AtomicLong();

  @TempDir Path directory;

  @Test
  void aBacklogIsReadWithLittleHeapAndSmallCheckpoints() throws Exception {
    long records = land();

    Process process = start(records);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    System.out.println(output);
    assertThat(output).contains("%d of %d records".formatted(records, records));
    long largest =
        Long.parseLong(output.replaceAll("(?s).*largest checkpoint (\\d+) bytes.*", "$1"));
    assertThat(largest).as("bytes of the largest checkpoint").isLessThan(100_000 + 8L * FILES);
  }

  /** The process with little heap. */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    long expected = Long.parseLong(args[1]);
    long start = System.nanoTime();
    Configuration flink = new Configuration();
    Path checkpoints = directory.resolve("checkpoints");
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.parse("16m"));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse("16m"));
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("4m"));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, flink);
    Configuration options = new Configuration();
    options.set(LandingOptions.PATH, directory.resolve("landing").toString());
    env.fromSource(LandingSource.watching(options), WatermarkStrategy.noWatermarks(), "landing")
        .uid("landing")
        .map(BacklogIT::count)
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.executeAsync();
    long largest = 0;
    while (RECORDS.get() < expected) {
      Thread.sleep(200);
      largest = Math.max(largest, largestCheckpoint(checkpoints.toFile()));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Thread.sleep(3 * CHECKPOINTS.toMillis());
    largest = Math.max(largest, largestCheckpoint(checkpoints.toFile()));
    System.out.printf(
        "%d of %d records in %.0f s, largest checkpoint %d bytes, heap %d MB of %d%n",
        RECORDS.get(),
        expected,
        seconds,
        largest,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    System.exit(0);
  }

  private static int count(LandedRecord record) {
    RECORDS.incrementAndGet();
    return record.text().length();
  }

  private static long largestCheckpoint(File checkpoints) {
    return listed(checkpoints)
        .flatMap(BacklogIT::listed)
        .mapToLong(checkpoint -> new File(checkpoint, "_metadata").length())
        .max()
        .orElse(0);
  }

  private static Stream<File> listed(File folder) {
    File[] found = folder.listFiles();
    return found == null ? Stream.empty() : Stream.of(found);
  }

  /** How many records there are. */
  private long land() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path file = directory.resolve("landing/chats/2026/%02d/%d.json".formatted(i % 12 + 1, i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{\"id\":%d}\n{\"id\":%d}".formatted(i, i));
    }
    byte[] line =
        ("{\"text\":\"" + "x".repeat(LINE - 12) + "\"}\n").getBytes(StandardCharsets.UTF_8);
    long lines = MEGABYTES * 1_000_000L / line.length;
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(directory.resolve("landing/chats/large.json")), 1 << 20)) {
      for (long i = 0; i < lines; i++) {
        out.write(line);
      }
    }
    return 2L * FILES + lines;
  }

  private Process start(long records) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BacklogIT.class.getName());
    command.add(directory.toString());
    command.add(String.valueOf(records));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
