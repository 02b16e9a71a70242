package io.nextgen.insight.pipeline.silver.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twice the text takes about twice the time, whatever an attacker writes. */
class MaskingTimeTest {
  private static final int LENGTH = 1 << 17;

  /** Twice is 2; the rest is for garbage collection, just-in-time compilation and busy machines. */
  private static final double BOUND = 3.0;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "@",
        "a@",
        "a.",
        "1 ",
        "1-",
        "12.34.",
        ":",
        "a:",
        "0:",
        "[EMAIL_1]",
        "[",
        "dot at ",
        "one two ",
        "Main 5, ",
        "GB82 ",
        "my name is ",
        "password is ",
        "Al Bo, ",
        "+1 ",
        "http://a",
        "\u0301",
        "\u200b1"
      })
  void growsWithTheLength(String piece) {
    String half = piece.repeat(LENGTH / piece.length());
    String whole = half + half;
    double halfTime = time(half);
    double wholeTime = time(whole);

    assertThat(wholeTime / halfTime).as("time for twice the text").isLessThan(BOUND);
  }

  /** The better of two, in processor time, which other processes do not count to. */
  private static double time(String text) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      MarkedText.conversation("Jo Lund", "jo@example.com", "212-555-0134").maskTurn(text);
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      best = Math.min(best, end - start);
    }
    return best;
  }
}
