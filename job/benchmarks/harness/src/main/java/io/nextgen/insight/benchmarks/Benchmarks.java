package io.nextgen.insight.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;

/** The benchmarks on the classpath: lists them, or runs one. */
public final class Benchmarks {

  private Benchmarks() {}

  /** What {@code job/benchmarks/run} starts: {@code [NAME [--setting value] ...]}. */
  public static void main(String[] arguments) throws Exception {
    try {
      if (arguments.length == 0) {
        list(System.out);
      } else {
        Map<String, String> given = parse(arguments);
        run(find(arguments[0]), Setting::standard, given, System.out);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** All of them, by name. */
  public static List<Benchmark> all() {
    List<Benchmark> all = new ArrayList<>();
    ServiceLoader.load(Benchmark.class).forEach(all::add);
    all.sort(Comparator.comparing(Benchmark::name));
    return all;
  }

  /** Runs one with its tiny sizes: whether it works, not how fast. */
  public static void runTiny(Benchmark benchmark, PrintStream out) throws Exception {
    run(benchmark, Setting::tiny, Map.of(), out);
  }

  static Map<String, String> parse(String[] arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("Settings are given as --name value: " + arguments[i]);
      }
      given.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return given;
  }

  static void run(
      Benchmark benchmark,
      Function<Setting, String> defaults,
      Map<String, String> given,
      PrintStream out)
      throws Exception {
    Map<String, String> settings = new LinkedHashMap<>();
    settings(benchmark).forEach(setting -> settings.put(setting.name(), defaults.apply(setting)));
    given.forEach(
        (name, value) -> {
          if (settings.replace(name, value) == null) {
            throw new IllegalArgumentException(
                benchmark.name() + " has no setting --" + name + ", but " + settings.keySet());
          }
        });
    StringBuilder command = new StringBuilder("job/benchmarks/run ").append(benchmark.name());
    settings.forEach((name, value) -> command.append(" --").append(name).append(' ').append(value));
    Machine.print(benchmark.libraries(), out);
    out.println("Command   " + command);
    out.println();
    Path directory = Files.createTempDirectory("benchmark-");
    try {
      benchmark.run(new BenchmarkRun(settings, directory, out));
    } finally {
      delete(directory);
    }
  }

  private static Benchmark find(String name) {
    return all().stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no benchmark '"
                        + name
                        + "', but "
                        + all().stream().map(Benchmark::name).toList()));
  }

  private static void list(PrintStream out) {
    for (Benchmark benchmark : all()) {
      out.printf("%-22s %s%n", benchmark.name(), benchmark.summary());
      for (Setting setting : settings(benchmark)) {
        out.printf(
            "    --%-16s %s (%s)%n", setting.name(), setting.description(), setting.standard());
      }
    }
  }

  private static List<Setting> settings(Benchmark benchmark) {
    List<Setting> settings = new ArrayList<>(benchmark.settings());
    settings.add(Setting.WARMUPS);
    settings.add(Setting.ROUNDS);
    return settings;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
