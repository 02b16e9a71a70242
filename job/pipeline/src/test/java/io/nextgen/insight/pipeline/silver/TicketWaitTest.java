package io.nextgen.insight.pipeline.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketWaitTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Test
  void aDeadlineIsAtAFullSecond() {
    TicketWait wait = TicketWait.fromScratch(TEN_MINUTES);

    assertThat(wait.deadline(0)).isEqualTo(600_000);
    assertThat(wait.deadline(1)).isEqualTo(601_000);
    assertThat(wait.deadline(1_000)).isEqualTo(601_000);
  }

  /** A chat that came at 0; times in seconds. */
  @ParameterizedTest(name = "down from {0} to {1}: until {2}")
  @CsvSource({
    "60, 65, 605", // a short stop: the rest of the wait is still before it
    "60, 360, 900",
    "590, 620, 650", // passed while the job was down: as long again as it was away
    "590, 595, 605",
    "60, 7200, 7800", // a long stop: a full wait
    "60, 86400, 87000",
    "60, 60, 600",
    "60, 50, 600" // the clocks of the two machines differ
  })
  void timeAwayDoesNotCount(long checkpointAt, long startedAt, long deadline) {
    TicketWait wait = TicketWait.afterRestart(TEN_MINUTES, startedAt * 1_000, checkpointAt * 1_000);

    assertThat(wait.inThisRun(waiting(0, 600)).deadline()).isEqualTo(deadline * 1_000);
  }

  @Test
  void movesADeadlineOnce() {
    TicketWait wait = TicketWait.afterRestart(TEN_MINUTES, 400_000, 100_000);
    WaitingChat moved = wait.inThisRun(waiting(0, 600));

    assertThat(wait.inThisRun(moved)).isSameAs(moved);
  }

  @Test
  void leavesChatsOfThisRunAlone() {
    TicketWait wait = TicketWait.afterRestart(TEN_MINUTES, 400_000, 100_000);
    WaitingChat chat = waiting(400, 1_000);

    assertThat(wait.inThisRun(chat)).isSameAs(chat);
  }

  @Test
  void aJobThatFailsAgainAndAgainLetsItsChatsGo() {
    WaitingChat chat = waiting(0, 600);
    long now = 0;
    int failures = 0;
    while (chat.deadline() > now) {
      long checkpointAt = now + 50_000;
      now = checkpointAt + 20_000;
      chat = TicketWait.afterRestart(TEN_MINUTES, now, checkpointAt).inThisRun(chat);
      now += 40_000;
      failures++;
    }

    assertThat(failures).isLessThan(10);
  }

  private static WaitingChat waiting(long since, long deadline) {
    return new WaitingChat("T-1", since * 1_000, deadline * 1_000, new byte[0]);
  }
}
