package io.nextgen.insight.benchmarks;

import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A JMH micro-benchmark as a side: each round is a fork of its own, so that forks of all sides take
 * turns too.
 *
 * @param type class of the micro-benchmark
 * @param method its method
 * @param milliseconds how long to warm up, and again to measure
 */
public record JmhSide(Class<?> type, String method, long milliseconds) implements Side {

  private static final int ITERATIONS = 5;

  @Override
  public Map<String, Double> run() throws Exception {
    TimeValue iteration = TimeValue.milliseconds(Math.max(1, milliseconds / ITERATIONS));
    Options options =
        new OptionsBuilder()
            .include("^" + type.getName().replace(".", "\\.") + "\\." + method + "$")
            .forks(1)
            .warmupIterations(ITERATIONS)
            .warmupTime(iteration)
            .measurementIterations(ITERATIONS)
            .measurementTime(iteration)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Result<?> result = new Runner(options).runSingle().getPrimaryResult();
    return Map.of(result.getScoreUnit(), result.getScore());
  }
}
