package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a user runs it: real processes, real signals, rows counted afterwards. */
class LocalRunIT {
  private static final int CHATS_PER_FILE = 20;
  private static final List<String> CHAT_TABLES =
      List.of("bronze.chats", "silver.chats", "gold.customer_insights");

  @TempDir Path folder;
  private Path landing;
  private Path lake;

  @BeforeEach
  void folders() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
    lake = folder.resolve("lake");
  }

  @Test
  void onceEndsByItselfAndTheNextRunReadsNothingTwice() throws Exception {
    landChats(1);
    landTickets(1);
    String printed = RunningJob.start(landing, lake, "--once").finish();
    assertThat(printed)
        .contains("Web UI    http://localhost:")
        .contains("High-risk customers: ")
        .contains("gold.customer_insights")
        .contains("WHERE is_high_risk = true");
    assertEachChatOnce(1);
    assertThat(LakeRows.column(lake, "silver.chats", "ticket_matched")).containsOnly("true");
    assertThat(LakeRows.of(lake, "silver.chats"))
        .allSatisfy(
            row ->
                assertThat(row.at("/messages/0/text").asText())
                    .matches(".* Mail me at \\[EMAIL_[1-3]]"));

    // A second start, with one new file, and one that repeats what the first run has read.
    landChats(2);
    Files.copy(landing.resolve("chats_1.json"), landing.resolve("chats_1_again.json"));
    landTickets(2);
    assertThat(RunningJob.start(landing, lake, "--once").finish()).contains("goes on from");

    assertThat(LakeRows.of(lake, "bronze.chats")).hasSize(3 * CHATS_PER_FILE);
    assertThat(LakeRows.column(lake, "silver.chats", "chat_id")).isEqualTo(chatIds(2));
    assertThat(LakeRows.column(lake, "gold.customer_insights", "chat_id")).isEqualTo(chatIds(2));
  }

  @Test
  void aFileDroppedIntoTheLandingFolderIsInGoldWithinSecondsAndCtrlCLosesNothing()
      throws Exception {
    landChats(1);
    landTickets(1);
    RunningJob job = RunningJob.start(landing, lake);
    job.until("the first file is in gold", () -> goldRows() == CHATS_PER_FILE);

    landChats(2);
    landTickets(2);
    job.until("the dropped file is in gold", () -> goldRows() == 2 * CHATS_PER_FILE);

    landChats(3);
    job.interrupt();
    assertThat(job.finish()).contains("Stopped with a savepoint");
    landTickets(3);
    RunningJob.start(landing, lake, "--once").finish();
    assertEachChatOnce(3);
  }

  @Test
  void killedAgainAndAgainEachRowIsThereOnce() throws Exception {
    int files = 60;
    Random random = new Random(20261122);
    for (int file = 1; file <= files; file++) {
      landChats(file);
      landTickets(file);
    }
    for (int kill = 0; kill < 4; kill++) {
      int rowsBefore = goldRows();
      RunningJob job = RunningJob.start(landing, lake, "-Dexecution.checkpointing.interval=300ms");
      // The moments differ: while reading, between a checkpoint and its commits, while committing.
      job.until(
          "gold grows", () -> goldRows() > rowsBefore || rowsBefore == files * CHATS_PER_FILE);
      Thread.sleep(random.nextInt(1500));
      job.kill();
    }
    RunningJob.start(landing, lake, "--once").finish();
    assertEachChatOnce(files);
  }

  private void assertEachChatOnce(int files) {
    for (String table : CHAT_TABLES) {
      assertThat(LakeRows.of(lake, table)).as(table).hasSize(files * CHATS_PER_FILE);
    }
    assertThat(LakeRows.column(lake, "silver.chats", "chat_id")).isEqualTo(chatIds(files));
    assertThat(LakeRows.column(lake, "gold.customer_insights", "chat_id"))
        .isEqualTo(chatIds(files));
    assertThat(LakeRows.of(lake, "bronze.dead_letters")).isEmpty();
  }

  private int goldRows() {
    return LakeRows.of(lake, "gold.customer_insights").size();
  }

  private static List<String> chatIds(int files) {
    return IntStream.rangeClosed(1, files)
        .boxed()
        .flatMap(file -> IntStream.range(0, CHATS_PER_FILE).mapToObj(chat -> chatId(file, chat)))
        .sorted()
        .toList();
  }

  private static String chatId(int file, int chat) {
    return "CH-%04d-%02d".formatted(file, chat);
  }

  private void landChats(int file) throws IOException {
    land(
        "chats_" + file + ".json",
        IntStream.range(0, CHATS_PER_FILE)
            .mapToObj(
                chat ->
                    """
                    {"chat_id": "%s", "cust_id": "C-%d", "ticket_id": "T-%d", "timestamp": "2026-11-%02dT10:00:00Z", "channel": "chat", "messages": [{"speaker": "customer", "text": "My internet keeps dropping, this is awful. Mail me at c%d@example.com"}]}
                    """
                        .formatted(chatId(file, chat), chat % 7, file, 1 + file % 20, chat)));
  }

  /** The ticket of a file's chats, for each of their customers. */
  private void landTickets(int file) throws IOException {
    land(
        "tickets_" + file + ".json",
        IntStream.range(0, 7)
            .mapToObj(
                customer ->
                    """
                    {"ticket_id": "T-%d", "cust_id": "C-%d", "Region": "%s", "Priority": "High", "product": "Fiber"}
                    """
                        .formatted(file, customer, customer < 4 ? "Philadelphia" : "Dublin")));
  }

  /** As a careful upstream system does it: written elsewhere, then moved into place. */
  private void land(String name, Stream<String> lines) throws IOException {
    Path draft = Files.writeString(folder.resolve(name), String.join("", lines.toList()));
    Files.move(draft, landing.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
