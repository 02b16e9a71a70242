package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code job/run-local} or its like as a process of its own, as a user starts it. */
final class RunningJob {
  private static final Path RUN_LOCAL = Path.of("../run-local").toAbsolutePath().normalize();

  /** A busy machine starts a cluster ten times slower than an idle one. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Process process;
  private final Path output;

  private RunningJob(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static RunningJob start(Path landing, Path lake, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                RUN_LOCAL.toString(), "--landing", landing.toString(), "--lake", lake.toString()));
    command.addAll(List.of(more));
    return start(command);
  }

  /** Another command of the project's, such as {@code job/dead-letters}. */
  static RunningJob command(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(RUN_LOCAL.resolveSibling(name).toString()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  private static RunningJob start(List<String> command) throws IOException {
    Path output = Files.createTempFile("run-local", ".out");
    return new RunningJob(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  /** Waits for the run to end by itself, and returns what it printed. */
  String finish() throws Exception {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("the run ends by itself; so far: " + printed())
        .isTrue();
    assertThat(process.exitValue()).as(printed()).isZero();
    return printed();
  }

  /** Ctrl-C. */
  void interrupt() throws Exception {
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
        .isZero();
  }

  /** {@code kill -9}. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  String printed() throws IOException {
    return Files.readString(output);
  }

  /** Waits until a condition holds while the run goes on. */
  void until(String what, BooleanSupplier condition) throws Exception {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive()).as("running until " + what + ": " + printed()).isTrue();
      assertThat(Instant.now()).as("waiting until " + what + ": " + printed()).isBefore(giveUp);
      Thread.sleep(100);
    }
  }
}
