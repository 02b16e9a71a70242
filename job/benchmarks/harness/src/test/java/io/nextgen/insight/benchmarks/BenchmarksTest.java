package io.nextgen.insight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

  private static final Setting ROWS = Setting.of("rows", "rows", 1_000, 10);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path directory;

  @Test
  void aRunPrintsWhereItRanAndLeavesNothingBehind() throws Exception {
    Benchmarks.run(
        new TestingBenchmark(), Setting::standard, Map.of("rounds", "7"), new PrintStream(out));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Machine   ", " cores, ", "JVM       ", "Versions  commit unknown; ")
        .contains("Command   job/benchmarks/run testing --rows 1000 --warmups 2 --rounds 7")
        .endsWith("1000 rows, 7 rounds");
    assertThat(directory).doesNotExist();
  }

  @Test
  void tinyRunsTakeTinySizes() throws Exception {
    Benchmarks.runTiny(new TestingBenchmark(), new PrintStream(out));

    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("10 rows, 1 rounds");
  }

  @Test
  void namesASettingThatIsUnknownOrNoNumber() {
    assertThatThrownBy(() -> run(Map.of("row", "1")))
        .hasMessage("testing has no setting --row, but [rows, warmups, rounds]");
    assertThatThrownBy(() -> run(Map.of("rows", "many")))
        .hasMessage("--rows takes a whole number, not 'many'");
    assertThatThrownBy(() -> Benchmarks.parse(new String[] {"testing", "--rows"}))
        .hasMessage("Settings are given as --name value: --rows");
  }

  private void run(Map<String, String> given) throws Exception {
    Benchmarks.run(new TestingBenchmark(), Setting::standard, given, new PrintStream(out));
  }

  private final class TestingBenchmark implements Benchmark {

    @Override
    public String name() {
      return "testing";
    }

    @Override
    public String summary() {
      return "nothing";
    }

    @Override
    public List<Setting> settings() {
      return List.of(ROWS);
    }

    @Override
    public List<Class<?>> libraries() {
      return List.of(BenchmarksTest.class);
    }

    @Override
    public void run(BenchmarkRun run) throws Exception {
      directory = run.directory();
      Files.createDirectories(directory.resolve("some/table"));
      run.out().print(run.number(ROWS) + " rows, " + run.number(Setting.ROUNDS) + " rounds");
    }
  }
}
