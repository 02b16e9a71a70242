package io.nextgen.insight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(new Series(9, 1, 5, 3).median()).isEqualTo(4);
    assertThat(new Series(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void percentilesAreInterpolated() {
    Series series = new Series(0, 10, 20, 30, 40);

    assertThat(series.percentile(0)).isZero();
    assertThat(series.percentile(95)).isEqualTo(38);
    assertThat(series.percentile(100)).isEqualTo(40);
  }

  @Test
  void arithmeticIsByRound() {
    Series ratio = new Series(10, 40).minus(new Series(2, 10)).dividedBy(new Series(4, 10));

    assertThat(ratio.values()).containsExactly(2, 3);
    assertThatThrownBy(() -> ratio.minus(new Series(1)))
        .hasMessage("2 values and 1: not of the same rounds");
  }

  @Test
  void printsMedianAndRange() {
    assertThat(new Series(1.284, 1310, 0.0123)).hasToString("1.28 (0.0123 .. 1,310)");
  }
}
