package io.nextgen.insight.delta.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Main programs of the sink's own tests, in processes with their classpath and not with Spark's.
 */
final class TestingSinkProcess {

  private static final Path SINK = Path.of("../delta-sink/target").toAbsolutePath().normalize();

  private TestingSinkProcess() {}

  static Process start(Path log, String mainClass, List<String> arguments) throws IOException {
    String classpath =
        String.join(
            File.pathSeparator,
            SINK.resolve("test-classes").toString(),
            SINK.resolve("classes").toString(),
            Files.readString(SINK.resolve("test.classpath")).strip());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classpath, "io.nextgen.insight.delta." + mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Runs one that works in a folder. */
  static void runToItsEnd(String mainClass, Path folder) throws Exception {
    Path log = folder.resolve("process.log");
    Process process = start(log, mainClass, List.of(folder.toString()));
    assertThat(process.waitFor()).as(() -> mainClass + " said: " + read(log)).isZero();
  }

  static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
