package io.nextgen.insight.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.nextgen.insight.delta.TestingJob.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process of a running job at random moments, as {@code kill -9} does, and starts it
 * again, each time under a new job id, from the newest checkpoint that is on disk.
 *
 * <p>{@code -Ddelta.kills=20} kills more often than the build does.
 */
class KilledJobIT {

  private static final int KILLS = Integer.getInteger("delta.kills", 5);
  private static final long ROWS = 400_000;

  @TempDir Path directory;

  @Test
  void killedJobsLoseAndRepeatNothing() throws Exception {
    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      Optional<String> before = new TestingJob(directory).newestCheckpoint();
      Process process = start();
      try (BufferedReader output = process.inputReader()) {
        awaitLine(output, "running");
        awaitNewerCheckpoint(before);
        boolean ended = process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
        assertThat(ended).as("ended by itself before kill %d", kill).isFalse();
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    TestingJob last = job();

    last.run(Ending.END_OF_INPUT);

    assertThat(last.ids()).isEqualTo(LongStream.range(0, ROWS).boxed().toList());
  }

  /** Of each file that a killed process left, either the table learns or nobody has it any more. */
  @Test
  void filesOfKilledJobsAreCommittedOrRemoved() throws Exception {
    Set<Path> left = new HashSet<>();
    for (int kill = 0; kill < 3; kill++) {
      Optional<String> before = new TestingJob(directory).newestCheckpoint();
      Process process = start();
      try (BufferedReader output = process.inputReader()) {
        awaitLine(output, "running");
        awaitNewerCheckpoint(before);
        Thread.sleep(50L * kill);
      } finally {
        process.destroyForcibly().waitFor();
      }
      left.addAll(unknownFiles());
    }
    assertThat(left).as("files that no version names").isNotEmpty();

    Process last = start();
    try (BufferedReader output = last.inputReader()) {
      awaitLine(output, "running");
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (unknownFiles().stream().anyMatch(left::contains)) {
        assertThat(System.nanoTime()).as("Files still there: %s", left).isLessThan(deadline);
        Thread.sleep(100);
      }
    } finally {
      last.destroyForcibly().waitFor();
    }
    TestingJob end = job();
    end.run(Ending.END_OF_INPUT);

    assertThat(end.ids()).isEqualTo(LongStream.range(0, ROWS).boxed().toList());
  }

  /** Data files in the table's folder that no version of it has ever named. */
  private Set<Path> unknownFiles() throws Exception {
    Path root = directory.resolve("lake/numbers");
    Set<Path> files = new HashSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (DataFileName.of(file.toString()).isPresent()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** The job removes files, and renames those of the log, while the folder is read. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    for (String action : new TestingJob(directory).table().actions()) {
      files.removeIf(file -> action.contains(file.getFileName().toString()));
    }
    return files;
  }

  private TestingJob job() throws Exception {
    TestingJob job = new TestingJob(directory).rows(ROWS);
    return job.restoreFrom(job.newestCheckpoint().orElse(null));
  }

  private Process start() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TestingJobProcess.class.getName());
    command.addAll(List.of(directory.toString(), Long.toString(ROWS), "slow"));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private void awaitNewerCheckpoint(Optional<String> before) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (new TestingJob(directory).newestCheckpoint().equals(before)) {
      assertThat(System.nanoTime()).as("No checkpoint within a minute").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static void awaitLine(BufferedReader output, String line) throws Exception {
    StringBuilder before = new StringBuilder();
    for (String read = output.readLine(); !line.equals(read); read = output.readLine()) {
      assertThat(read).as("The process ended, having said:%n%s", before).isNotNull();
      before.append(read).append(System.lineSeparator());
    }
  }
}
