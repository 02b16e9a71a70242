package io.nextgen.insight.delta.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A Flink job of the sink's own tests in a process of its own, with their classpath: it writes the
 * numbers from 0 on to a table in its directory and goes on from its newest checkpoint.
 */
final class TestingFlinkJob {

  private final Path directory;
  private final String jobId;
  private final long rows;

  /** What the last process says. */
  private Path log;

  /**
   * @param jobId the id that it has each time; empty for a new one each time
   */
  TestingFlinkJob(Path directory, String jobId, long rows) {
    this.directory = directory;
    this.jobId = jobId;
    this.rows = rows;
  }

  /** The table that it writes. */
  Path table() {
    return directory.resolve("lake/numbers");
  }

  /** The table's newest version. */
  long version() {
    String[] log = table().resolve("_delta_log").toFile().list();
    return Stream.of(log)
        .filter(name -> name.matches("\\d{20}\\.json"))
        .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
        .max()
        .orElseThrow();
  }

  /** Starts it, so that it takes long, and waits until it runs. */
  Process start() throws Exception {
    Process process = process("slow");
    awaitOutput(process, "running");
    return process;
  }

  /** Lets it run to the end of its input, fast. See {@link #awaitEnd}. */
  long finish() throws Exception {
    return awaitEnd(process("fast"));
  }

  /** Waits for its end, checks that Kernel reads no number twice, and tells how many it reads. */
  long awaitEnd(Process process) throws Exception {
    String[] read = awaitOutput(process, "read ").split(" ");
    assertThat(process.waitFor()).isZero();
    assertThat(read[1]).as("rows that Kernel reads, and distinct ones").isEqualTo(read[2]);
    return Long.parseLong(read[1]);
  }

  /** Kills the process as {@code kill -9} does, once the table has a version beyond this one. */
  void killAfterVersion(Process process, long version) throws Exception {
    awaitVersion(process, version + 1);
    assertThat(process.isAlive())
        .as(() -> "It ended before the kill, having said: " + TestingSinkProcess.read(log))
        .isTrue();
    process.destroyForcibly().waitFor();
  }

  /** Waits until the table has the version, or the job has come to its end. */
  void awaitVersion(Process process, long version) throws InterruptedException {
    Path commit = table().resolve("_delta_log/%020d.json".formatted(version));
    while (!Files.exists(commit) && process.isAlive()) {
      Thread.sleep(20);
    }
  }

  private Process process(String pace) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(directory.toString(), Long.toString(rows), pace));
    if (!jobId.isEmpty()) {
      arguments.add(jobId);
    }
    log = directory.resolve(UUID.randomUUID() + ".log");
    return TestingSinkProcess.start(log, "TestingJobProcess", arguments);
  }

  /** The first line of its output that begins so. */
  private String awaitOutput(Process process, String start) throws InterruptedException {
    while (true) {
      boolean ended = !process.isAlive();
      String output = TestingSinkProcess.read(log);
      Optional<String> line = output.lines().filter(said -> said.startsWith(start)).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      assertThat(ended).as("It ended, having said: %s", output).isFalse();
      Thread.sleep(20);
    }
  }
}
