package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scheduled run, again and again, on tables to which a running Flink job appends every two
 * seconds: nothing is lost or doubled, and the job never fails.
 */
class BesideTheFlinkJobIT {
  private static final String CHANGED = "silver.chats,gold.customer_insights";
  private static final int CHATS_PER_FILE = 8;
  private static final int CUSTOMERS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;
  private Path landing;
  private Path lake;
  private int rounds;
  private int lateTicketsOfRoundsBefore;

  @Test
  void eachChatIsThereOnceAndTheJobNeverFails() throws Exception {
    landing = Files.createDirectories(folder.resolve("landing"));
    lake = folder.resolve("lake");
    Path output = folder.resolve("run.out");
    Process job =
        new ProcessBuilder(
                RealRun.HOME.resolve("job/run-local").toString(),
                "--landing",
                landing.toString(),
                "--lake",
                lake.toString(),
                "--ticket-wait",
                "2s")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    ScheduledExecutorService source = Executors.newSingleThreadScheduledExecutor();
    AtomicReference<Exception> broken = new AtomicReference<>();
    List<String> printed = new ArrayList<>();
    try {
      source.scheduleWithFixedDelay(() -> landOneRound(broken), 0, 1, TimeUnit.SECONDS);
      await("every table, and some commits", job, output, this::theJobIsWellUnderWay);
      printed.add(maintain("all"));
      printed.add(maintain(CHANGED));
      source.shutdown();
      assertThat(source.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      landTickets(rounds);
      assertThat(broken.get()).isNull();
      await(
          "every chat in gold",
          job,
          output,
          () -> TestingSpark.count(lake, "gold.customer_insights") >= chatsLanded());
      await(
          "every ticket",
          job,
          output,
          () -> TestingSpark.count(lake, "silver.tickets") == chatsLanded());
      assertThat(new ProcessBuilder("kill", "-INT", Long.toString(job.pid())).start().waitFor())
          .isZero();
      assertThat(job.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      source.shutdownNow();
      job.destroyForcibly().waitFor();
    }

    assertThat(job.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).doesNotContain("The job failed and starts again");
    printed.add(maintain(CHANGED));
    eachChatIsThereOnce("bronze.chats", "get_json_object(raw_text, '$.chat_id')");
    eachChatIsThereOnce("silver.chats", "chat_id");
    eachChatIsThereOnce("gold.customer_insights", "chat_id");
    assertThat(
            TestingSpark.rows(lake, "SELECT 1 FROM {gold.customer_insights} WHERE Region IS NULL"))
        .as("late tickets: %s", printed)
        .isEmpty();
    assertThat(operations("silver.chats"))
        .as("what Spark did lies between what Flink did")
        .containsSubsequence(
            "STREAMING UPDATE", "MERGE", "STREAMING UPDATE", "OPTIMIZE", "STREAMING UPDATE");
    assertThat(operations("gold.customer_insights"))
        .containsSubsequence(
            "STREAMING UPDATE", "MERGE", "STREAMING UPDATE", "OPTIMIZE", "STREAMING UPDATE");
  }

  /** At the first attempt: the job's commits are never in the way. */
  private String maintain(String tables) {
    return TestingSpark.run(
        "maintain", "--lake", lake.toString(), "--tables", tables, "--attempts", "1");
  }

  private int chatsLanded() {
    return rounds * CHATS_PER_FILE;
  }

  private void landOneRound(AtomicReference<Exception> broken) {
    try {
      List<String> chats = new ArrayList<>();
      for (int i = 0; i < CHATS_PER_FILE; i++) {
        String id = rounds + "-" + i;
        chats.add(
            """
            {"chat_id": "CH-%s", "cust_id": "C-%d", "ticket_id": "T-%s", "timestamp": "%s", "channel": "chat",\
             "messages": [{"speaker": "customer", "text": "The internet is down again, this is awful."}]}"""
                .formatted(id, i % CUSTOMERS, id, Instant.now()));
      }
      land("chats-%d.json".formatted(rounds), chats);
      // Most tickets come with their chats; the last of each round only long after it went on.
      landTickets(rounds, rounds, 0, CHATS_PER_FILE - 1);
      rounds++;
      if (rounds % 4 == 0) {
        landTickets(rounds);
      }
    } catch (Exception e) {
      broken.set(e);
    }
  }

  /** The late tickets of the rounds before this one. */
  private void landTickets(int round) throws Exception {
    landTickets(lateTicketsOfRoundsBefore, round - 1, CHATS_PER_FILE - 1, CHATS_PER_FILE);
    lateTicketsOfRoundsBefore = round;
  }

  private void landTickets(int firstRound, int lastRound, int first, int end) throws Exception {
    List<String> tickets = new ArrayList<>();
    for (int round = firstRound; round <= lastRound; round++) {
      for (int i = first; i < end; i++) {
        tickets.add(
            """
            {"ticket_id": "T-%d-%d", "cust_id": "C-%d", "Region": "Dublin", "Priority": "High", "product": "TV"}"""
                .formatted(round, i, i % CUSTOMERS));
      }
    }
    if (!tickets.isEmpty()) {
      land("tickets-%d-%d-%d.json".formatted(firstRound, lastRound, first), tickets);
    }
  }

  private void land(String name, List<String> records) throws Exception {
    Path written = Files.write(folder.resolve(name), records);
    Files.move(written, landing.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Every table is there, and late tickets have come for chats that went on without. */
  private boolean theJobIsWellUnderWay() {
    return Stream.of(LakeTable.values())
            .allMatch(
                table ->
                    Files.exists(
                        lake.resolve(table.layer())
                            .resolve(table.table())
                            .resolve("_delta_log/00000000000000000000.json")))
        && Files.exists(
            lake.resolve("gold/customer_insights/_delta_log/00000000000000000008.json"));
  }

  private static void await(String what, Process job, Path output, BooleanSupplier condition)
      throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("%s in time: %s", what, Files.readString(output)).isBefore(end);
      assertThat(job.isAlive()).as(Files.readString(output)).isTrue();
      Thread.sleep(500);
    }
  }

  private void eachChatIsThereOnce(String table, String chatId) {
    Row counts =
        TestingSpark.rows(
                lake, "SELECT count(*), count(DISTINCT %s) FROM {%s}".formatted(chatId, table))
            .get(0);
    assertThat(counts.toString())
        .as(table)
        .isEqualTo("[%d,%d]".formatted(chatsLanded(), chatsLanded()));
  }

  private List<String> operations(String table) {
    return TestingSpark.rows(lake, "DESCRIBE HISTORY {" + table + "}").stream()
        .sorted((one, other) -> Long.compare(one.getAs("version"), other.getAs("version")))
        .map(row -> row.<String>getAs("operation"))
        .toList();
  }
}
