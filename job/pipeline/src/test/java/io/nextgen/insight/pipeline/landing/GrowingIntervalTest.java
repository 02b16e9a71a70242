package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowingIntervalTest {

  @Test
  void isDueAtOnceAndThenLessAndLess() {
    GrowingInterval interval = new GrowingInterval();

    List<Long> minutes =
        LongStream.range(0, 400).filter(each -> interval.isDue(each * 60_000)).boxed().toList();

    assertThat(minutes)
        .containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L, 303L, 363L);
  }

  @Test
  void isDueAtOnceAfterAReset() {
    GrowingInterval interval = new GrowingInterval();
    interval.isDue(0);
    assertThat(interval.isDue(1)).isFalse();

    interval.reset();

    assertThat(interval.isDue(2)).isTrue();
  }
}
