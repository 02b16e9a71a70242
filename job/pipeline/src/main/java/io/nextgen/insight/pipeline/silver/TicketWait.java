package io.nextgen.insight.pipeline.silver;

import java.time.Duration;

/**
 * How long a chat waits for its ticket, through restarts too. All times are processing time in
 * milliseconds of the epoch.
 *
 * <p>Timers that fell due while the job was down fire as soon as it is up, before a single ticket
 * of that time can have been read. So the deadline of a chat that was waiting then moves by the
 * time that the job was away, from the restart on where it had passed already; never further than a
 * full wait from the restart. By the time away and not by a full wait each time, so that a job
 * which fails again and again lets its chats go all the same.
 *
 * @param longest the wait of a chat in a job that never stops
 * @param startedAt when this run of the operator began, where it began with a checkpoint
 * @param away from that checkpoint to the beginning of this run
 */
record TicketWait(Duration longest, long startedAt, Duration away) {
  private static final long SECOND = 1_000;

  /** For a run that begins without a checkpoint. */
  static TicketWait fromScratch(Duration longest) {
    return new TicketWait(longest, Long.MIN_VALUE, Duration.ZERO);
  }

  /** For a run that goes on from a checkpoint. */
  static TicketWait afterRestart(Duration longest, long startedAt, long checkpointAt) {
    // Their clocks may differ: the checkpoint's is the job manager's.
    return new TicketWait(
        longest, startedAt, Duration.ofMillis(Math.max(0, startedAt - checkpointAt)));
  }

  /**
   * A chat's deadline, at a full second, so that a burst of chats needs one timer.
   *
   * @param now when the chat came
   */
  long deadline(long now) {
    return fullSecond(now + longest.toMillis());
  }

  /** The chat with the deadline that holds in this run of the operator. */
  WaitingChat inThisRun(WaitingChat chat) {
    if (chat.since() >= startedAt) {
      return chat;
    }
    long extended = Math.max(chat.deadline(), startedAt) + away.toMillis();
    return chat.until(Math.min(fullSecond(extended), deadline(startedAt)), startedAt);
  }

  private static long fullSecond(long time) {
    return Math.floorDiv(time + SECOND - 1, SECOND) * SECOND;
  }
}
