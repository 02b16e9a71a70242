package io.nextgen.insight.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** What a benchmark gets from the command line, and where it writes to. */
public final class BenchmarkRun {

  private final Map<String, String> settings;
  private final Path directory;
  private final PrintStream out;

  BenchmarkRun(Map<String, String> settings, Path directory, PrintStream out) {
    this.settings = settings;
    this.directory = directory;
    this.out = out;
  }

  /** A setting that is a number. */
  public long number(Setting setting) {
    String value = text(setting);
    try {
      return Long.parseLong(value.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--" + setting.name() + " takes a whole number, not '" + value + "'", e);
    }
  }

  /** A setting. */
  public String text(Setting setting) {
    return settings.get(setting.name());
  }

  /** An empty directory, gone after the run. */
  public Path directory() {
    return directory;
  }

  /** Where results are printed. */
  public PrintStream out() {
    return out;
  }

  /** A comparison with the run's number of rounds. */
  public SideBySide sideBySide() {
    return sideBySide((int) number(Setting.WARMUPS));
  }

  /** The same for a benchmark that warms up in a way of its own, or with fewer runs. */
  public SideBySide sideBySide(int warmups) {
    return new SideBySide(warmups, (int) number(Setting.ROUNDS));
  }

  /** The value that the run would have had to reach or to stay below, beside what it is. */
  public void printResult(String figure, Series series, String aim) {
    out.printf("%s: %s; aim: %s%n", figure, series, aim);
  }
}
