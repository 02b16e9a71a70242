package io.nextgen.insight.benchmarks;

import java.lang.management.ManagementFactory;

/**
 * What some work took.
 *
 * @param cpuSeconds CPU time of this process, user and system, over all its threads: garbage
 *     collector and JIT compiler included
 * @param seconds elapsed
 */
public record Cost(double cpuSeconds, double seconds) {

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Does the work and measures it. Nothing else should go on in this process. */
  public static Cost of(Side.Work work) throws Exception {
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    return new Cost((PROCESS.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - start) / 1e9);
  }
}
