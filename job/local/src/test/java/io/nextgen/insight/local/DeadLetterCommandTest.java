package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code job/dead-letters} refuses; what it does is seen in {@link DeadLetterIT}. */
class DeadLetterCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpIsNotAnError() throws IOException {
    assertThat(run("list", "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: job/dead-letters list").contains("--error-class");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list --lak x            | Unknown option: --lak. Did you mean --lake? Options: --error-class, --lake, --landing",
        "list --lake=            | --lake is empty",
        "list --error-class MISSING_FEILD | --error-class is 'MISSING_FEILD'. Did you mean MISSING_FIELD? It must be one of",
        "list --error-class=     | --error-class is empty",
        "lst                     | Usage: job/dead-letters list",
        "replay nowhere.ndjson   | FILE is 'nowhere.ndjson', which is not a file",
      })
  void saysWhatIsWrong(String line, String message) throws IOException {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void replaysOnlyIntoTheLandingZone() throws IOException {
    Path file = Files.createFile(folder.resolve("letters.ndjson"));
    Path lake = Files.createDirectory(folder.resolve("lake"));
    Path landing = folder.resolve("landnig");

    assertThat(replay(file, lake, landing)).isEqualTo(2);
    assertThat(err.toString()).contains("landnig', which does not exist");
    assertThat(replay(file, lake, lake.resolve("landing"))).isEqualTo(2);
    assertThat(err.toString()).contains(" holds --landing (");
    try (Stream<Path> made = Files.list(folder)) {
      assertThat(made).containsExactlyInAnyOrder(file, lake);
    }
  }

  private int replay(Path file, Path lake, Path landing) throws IOException {
    return run(
        "replay", file.toString(), "--lake", lake.toString(), "--landing", landing.toString());
  }

  private int run(String... args) throws IOException {
    return DeadLetterCommand.run(args, new PrintStream(out), new PrintStream(err));
  }
}
