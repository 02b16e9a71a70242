package io.nextgen.insight.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a result depends on beside the code: the machine, the JVM, the versions of libraries. */
final class Machine {

  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Machine() {}

  /**
   * Prints it.
   *
   * @param libraries a class of each library that counts
   */
  static void print(List<Class<?>> libraries, PrintStream out) throws IOException {
    out.printf(
        Locale.ROOT,
        "Machine   %s, %d cores, %.0f GiB; %s %s; load %.1f%n",
        processor(),
        SYSTEM.getAvailableProcessors(),
        SYSTEM.getTotalMemorySize() / (double) (1 << 30),
        SYSTEM.getName(),
        SYSTEM.getVersion(),
        SYSTEM.getSystemLoadAverage());
    out.printf(
        Locale.ROOT,
        "JVM       %s %s, heap %d MiB, %s%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().maxMemory() >> 20,
        ManagementFactory.getGarbageCollectorMXBeans().get(0).getName());
    out.printf(
        "Versions  commit %s; %s%n",
        System.getProperty("benchmark.commit", "unknown"),
        libraries.stream().map(Machine::jar).distinct().collect(Collectors.joining(", ")));
  }

  private static String processor() throws IOException {
    Path cpuInfo = Path.of("/proc/cpuinfo");
    if (Files.isReadable(cpuInfo)) {
      try (Stream<String> lines = Files.lines(cpuInfo)) {
        String prefix = "model name";
        return lines
            .filter(line -> line.startsWith(prefix))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElse(SYSTEM.getArch());
      }
    }
    return SYSTEM.getArch();
  }

  /** Name of the jar that has a class, which ends with its version. */
  private static String jar(Class<?> type) {
    String jar =
        Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .getFileName()
            .toString();
    return jar.endsWith(".jar") ? jar.substring(0, jar.length() - ".jar".length()) : jar;
  }
}
