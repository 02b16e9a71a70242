package io.nextgen.insight.pipeline.silver.masking;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.nextgen.insight.benchmarks.Benchmark;
import io.nextgen.insight.benchmarks.BenchmarkRun;
import io.nextgen.insight.benchmarks.Comparison;
import io.nextgen.insight.benchmarks.JmhSide;
import io.nextgen.insight.benchmarks.Series;
import io.nextgen.insight.benchmarks.Setting;
import java.util.List;

/**
 * The masking of chats on one core, beside the handful of regular expressions that a user would
 * write instead, and beside libphonenumber's search for phone numbers alone.
 */
public final class MaskingSpeed implements Benchmark {

  private static final Setting MILLISECONDS =
      Setting.of("ms", "how long a measurement takes, and its warm-up", 10_000, 50);

  private static final String NAIVE = "naive regexes";
  private static final String PHONES = "libphonenumber alone";
  private static final String MASKING = "masking";

  /** An operation is a megabyte. */
  private static final String UNIT = "ops/s";

  @Override
  public String name() {
    return "masking-speed";
  }

  @Override
  public String summary() {
    return "A megabyte of chats through the masking, naive regexes, libphonenumber alone (JMH)";
  }

  @Override
  public List<Setting> settings() {
    return List.of(MILLISECONDS);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(PhoneNumberUtil.class);
  }

  @Override
  public void run(BenchmarkRun run) throws Exception {
    long milliseconds = run.number(MILLISECONDS);
    Comparison comparison =
        run.sideBySide()
            .side(NAIVE, new JmhSide(MaskingJmh.class, "naiveRegexes", milliseconds))
            .side(PHONES, new JmhSide(MaskingJmh.class, "phoneNumbersAlone", milliseconds))
            .side(MASKING, new JmhSide(MaskingJmh.class, "masking", milliseconds))
            .run();
    comparison.print(run.out());
    Series masking = comparison.series(UNIT, MASKING);
    run.printResult("Masking, MB/s a core", masking, "none");
    run.printResult(
        "Masking's speed to the naive regexes'",
        masking.dividedBy(comparison.series(UNIT, NAIVE)),
        "at least 0.5");
  }
}
