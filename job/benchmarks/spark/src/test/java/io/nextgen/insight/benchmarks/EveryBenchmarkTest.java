package io.nextgen.insight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each benchmark with tiny sizes, so that none rots. What it prints means nothing here. */
class EveryBenchmarkTest {

  static List<Benchmark> benchmarks() {
    return Benchmarks.all();
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void runs(Benchmark benchmark) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Benchmarks.runTiny(benchmark, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Machine   ", "Command   job/benchmarks/run " + benchmark.name(), "median")
        .doesNotContain("NaN");
  }
}
