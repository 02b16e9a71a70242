package io.nextgen.insight.pipeline.gold.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdaptiveConcurrencyTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AdaptiveConcurrency concurrency = new AdaptiveConcurrency(16, timer);
  private final List<Long> started = new ArrayList<>();

  @AfterEach
  void stopTimer() {
    timer.shutdownNow();
  }

  @Test
  void opensUpWithEachSuccessUpToTheMaximum() {
    submit(0, 100);
    assertThat(concurrency.open()).isEqualTo(4);

    for (int i = 0; i < 50; i++) {
      concurrency.succeeded();
    }

    assertThat(concurrency.limit()).isEqualTo(16);
    assertThat(concurrency.open()).isEqualTo(16);
  }

  @Test
  void halvesOnceForRequestsThrottledTogetherAndThenCreepsUp() {
    submit(0, 20);
    for (int i = 0; i < 12; i++) {
      concurrency.succeeded();
    }
    assertThat(concurrency.limit()).isEqualTo(16);

    concurrency.throttled(Duration.ofMinutes(1));
    concurrency.throttled(Duration.ofMinutes(1));
    assertThat(concurrency.limit()).isEqualTo(8);

    concurrency.succeeded();
    assertThat(concurrency.limit()).isEqualTo(8);
    for (int i = 0; i < 5; i++) {
      concurrency.succeeded();
    }
    assertThat(concurrency.limit()).isEqualTo(8);
  }

  @Test
  void aFailureFreesItsPlaceAndChangesNoLimit() {
    submit(0, 5);

    concurrency.failed();

    assertThat(concurrency.limit()).isEqualTo(4);
    assertThat(started).hasSize(5);
  }

  @Test
  void theOldestBatchGoesFirst() {
    submit(10, 4);
    submit(7, 1);
    submit(5, 1);
    submit(6, 1);

    for (int i = 0; i < 3; i++) {
      concurrency.failed();
    }

    assertThat(started.subList(4, 7)).containsExactly(5L, 6L, 7L);
  }

  @Test
  void nothingLeavesBeforeThePauseIsOver() throws Exception {
    submit(0, 1);
    long throttledAt = System.nanoTime();
    concurrency.throttled(Duration.ofMillis(200));

    CountDownLatch left = new CountDownLatch(1);
    concurrency.submit(0, left::countDown);

    assertThat(left.getCount()).isEqualTo(1);
    assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - throttledAt))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  private void submit(long order, int times) {
    for (int i = 0; i < times; i++) {
      concurrency.submit(order, () -> started.add(order));
    }
  }
}
