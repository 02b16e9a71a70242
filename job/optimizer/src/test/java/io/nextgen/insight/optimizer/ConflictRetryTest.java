package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConflictRetryTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final ConflictRetry retry = new ConflictRetry(10, pauses::add);

  @Test
  void aChangeIsRepeatedUntilItPasses() {
    assertThat(retry.call("changing it", failing(3))).contains("changed");
    assertThat(pauses).as("the second attempt starts at once").hasSize(2);

    retry.failIfAnyGivenUp("");
  }

  @Test
  void pausesGrowToHalfAMinute() {
    assertThat(List.of(1, 2, 3, 4, 6, 7, 40).stream().map(ConflictRetry::longestDelay))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 1L, 2L, 4L, 16L, 30L, 30L);

    retry.call("changing it", failing(9));

    assertThat(pauses).hasSize(8);
    for (int i = 0; i < pauses.size(); i++) {
      assertThat(pauses.get(i)).isBetween(Duration.ZERO, ConflictRetry.longestDelay(i + 2));
    }
  }

  @Test
  void whatIsGivenUpIsNamedAtTheEndAndHoldsUpNothingElse() {
    assertThat(retry.call("erasing from gold.customer_risk", failing(10))).isEmpty();
    assertThat(retry.call("setting properties", failing(0))).contains("changed");
    assertThat(retry.call("erasing from silver.chats", failing(10))).isEmpty();
    assertThat(retry.call("erasing from silver.chats", failing(10))).isEmpty();

    assertThat(retry.hasGivenUp()).isTrue();
    assertThatThrownBy(() -> retry.failIfAnyGivenUp("The rest is done."))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith(
            "Left undone, as each of 10 attempts met a commit of another writer: erasing from"
                + " gold.customer_risk; erasing from silver.chats. The rest is done.");
  }

  @Test
  void anotherErrorIsNotRepeated() {
    assertThatThrownBy(
            () ->
                retry.call(
                    "changing it",
                    () -> {
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(pauses).isEmpty();
  }

  private static Supplier<String> failing(int times) {
    int[] left = {times};
    return () -> {
      if (left[0]-- > 0) {
        throw new ConcurrentModificationException("another commit was first");
      }
      return "changed";
    };
  }
}
