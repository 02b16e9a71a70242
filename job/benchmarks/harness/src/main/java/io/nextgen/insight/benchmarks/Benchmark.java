package io.nextgen.insight.benchmarks;

import java.util.List;

/**
 * Something to measure, beside what it is compared with.
 *
 * <p>Found by {@link java.util.ServiceLoader}: its class is listed in {@code
 * META-INF/services/io.nextgen.insight.benchmarks.Benchmark}, and may live in the package of what
 * it measures. From then on {@code job/benchmarks/run NAME} runs it, and the build runs it with
 * tiny sizes.
 */
public interface Benchmark {

  /** How it is called, such as {@code sink-throughput}. */
  String name();

  /** What is compared with what, in a line. */
  String summary();

  /** Its sizes and choices, beside {@link Setting#ROUNDS} and {@link Setting#WARMUPS}. */
  List<Setting> settings();

  /** A class of each library whose version the result depends on. */
  List<Class<?>> libraries();

  /** Measures and prints. */
  void run(BenchmarkRun run) throws Exception;
}
