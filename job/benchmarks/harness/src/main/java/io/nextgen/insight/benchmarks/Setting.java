package io.nextgen.insight.benchmarks;

/**
 * What the command line can change about a benchmark, as {@code --name value}.
 *
 * @param name in lower case with hyphens
 * @param description for the list of settings
 * @param standard value of a run that counts
 * @param tiny value of a run that only shows that the benchmark still works, within seconds
 */
public record Setting(String name, String description, String standard, String tiny) {

  /** How often each side is measured. */
  public static final Setting ROUNDS = of("rounds", "measurements of each side", 5, 1);

  /** How often each side runs before it is measured, for the JIT compiler. */
  public static final Setting WARMUPS = of("warmups", "runs of each side beforehand", 2, 0);

  /** A setting that is a number. */
  public static Setting of(String name, String description, long standard, long tiny) {
    return new Setting(name, description, Long.toString(standard), Long.toString(tiny));
  }
}
