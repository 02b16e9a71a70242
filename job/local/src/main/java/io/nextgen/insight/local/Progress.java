package io.nextgen.insight.local;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** A line about the run each time that its numbers have changed. */
final class Progress {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintStream out;
  private String last = "";

  Progress(PrintStream out) {
    this.out = out;
  }

  void show() {
    String line =
        "files %d · chats %d · waiting for a ticket %d · batches to the AI %d · insights %d · high-risk chats %d, customers %d · lag %.1f s"
            .formatted(
                RunMetrics.sum("filesRead"),
                RunMetrics.sum("drop duplicates", "numRecordsIn"),
                RunMetrics.sum("chatsWaiting"),
                RunMetrics.sum("languageBatches"),
                RunMetrics.sum("risk gate", "numRecordsIn"),
                RunMetrics.sum("chatsHighRisk"),
                RunMetrics.sum("customersAtRisk"),
                RunMetrics.max("insightLagMillis") / 1000.0);
    if (!line.equals(last)) {
      out.println(TIME.format(LocalTime.now()) + "  " + line);
      last = line;
    }
  }
}
