/**
 * A small harness for comparisons: it runs the sides in turn (A B A B …) in one process, and prints
 * the machine, the versions, the command, and each figure as a ratio with its median and range.
 *
 * <p>Start at {@link io.nextgen.insight.benchmarks.Benchmark}.
 */
package io.nextgen.insight.benchmarks;
