package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingEnumeratorTest {

  private static final Instant NOW = Instant.parse("2024-11-22T10:00:00Z");

  @TempDir Path root;
  private final TestingEnumeratorContext context = new TestingEnumeratorContext(2);

  @Test
  void handsOutTheOldestFileFirstToWhoeverAsks() throws IOException {
    land("b.json", NOW.minusSeconds(60));
    land("c.json", NOW.minusSeconds(600));
    land("a.json", NOW.minusSeconds(60));
    LandingEnumerator enumerator = started(nothing());
    ask(enumerator, 1);
    context.callPeriodically();
    ask(enumerator, 0);
    ask(enumerator, 1);
    ask(enumerator, 1);

    assertThat(context.assigned()).containsExactly("1:c.json", "0:a.json", "1:b.json");
    assertThat(context.counter("filesDiscovered")).isEqualTo(3);
  }

  @Test
  void handsOutTicketsBeforeTheChatsThatWaitForThem() throws IOException {
    land("chats_1.json", NOW.minusSeconds(600));
    land("tickets_1.json", NOW.minusSeconds(60));
    LandingEnumerator enumerator = started(nothing());
    context.callPeriodically();
    ask(enumerator, 0);
    ask(enumerator, 1);

    assertThat(context.assigned()).containsExactly("0:tickets_1.json", "1:chats_1.json");
  }

  @Test
  void aFileIsTakenOnceUntilItChanges() throws IOException {
    land("a.json", NOW.minusSeconds(60));
    LandingEnumerator enumerator = started(nothing());
    ask(enumerator, 0);
    context.callPeriodically();
    ask(enumerator, 0);
    context.callPeriodically();
    assertThat(context.assigned()).containsExactly("0:a.json");

    land("a.json", NOW.minusSeconds(30));
    context.callPeriodically();
    assertThat(context.assigned()).containsExactly("0:a.json", "0:a.json");
  }

  @Test
  void allIsReadOnlyWhenNothingWaitsOrSettlesAndEveryReaderAsks() throws IOException {
    LandingEnumerator enumerator = started(nothing());
    assertThat(context.gauge("filesPending")).as("before the first pass").isPositive();
    ask(enumerator, 0);
    context.callPeriodically();
    assertThat(context.gauge("filesPending")).as("reader 1 has not asked yet").isEqualTo(1);
    ask(enumerator, 1);
    assertThat(context.gauge("filesPending")).isZero();

    land("young.json", NOW.minusMillis(100));
    context.callPeriodically();
    assertThat(context.gauge("filesPending")).as("settling").isEqualTo(1);
    land("a.json", NOW.minusSeconds(60));
    context.callPeriodically();
    assertThat(context.gauge("filesPending")).as("and one being read").isEqualTo(2);
    Files.delete(root.resolve("young.json"));
    context.callPeriodically();
    ask(enumerator, 0);
    assertThat(context.gauge("filesPending")).isZero();
    assertThat(context.gauge("discoveryPasses")).isEqualTo(4);
  }

  @Test
  void goesOnFromACheckpoint() throws IOException {
    land("a.json", NOW.minusSeconds(60));
    land("b.json", NOW.minusSeconds(50));
    LandingEnumerator before = started(nothing());
    ask(before, 0);
    context.callPeriodically();
    LandingCheckpoint checkpoint = before.snapshotState(1);
    assertThat(checkpoint.remembered()).hasSize(1);
    assertThat(checkpoint.pending()).as("a start finds b.json again").isEmpty();

    LandingEnumerator after = started(checkpoint);
    context.assigned().clear();
    ask(after, 0);
    context.callPeriodically();
    ask(after, 0);
    assertThat(context.assigned()).containsExactly("0:b.json");
  }

  @Test
  void filesOfAFailedReaderGoToAnother() throws IOException {
    land("a.json", NOW.minusSeconds(60));
    land("b.json", NOW.minusSeconds(50));
    LandingEnumerator enumerator = started(nothing());
    ask(enumerator, 0);
    context.callPeriodically();
    FileSourceSplit lost =
        FileRanges.of(new LandedFile(new org.apache.flink.core.fs.Path(root + "/a.json"), 2, 0), 2)
            .get(0);
    context.unregister(0);
    enumerator.addSplitsBack(List.of(lost), 0);
    ask(enumerator, 1);
    ask(enumerator, 1);

    assertThat(context.assigned()).containsExactly("0:a.json", "1:a.json", "1:b.json");
  }

  @Test
  void aReaderThatLeftWhileItWaitedGetsNothing() throws IOException {
    LandingEnumerator enumerator = started(nothing());
    ask(enumerator, 0);
    ask(enumerator, 1);
    context.unregister(0);
    land("a.json", NOW.minusSeconds(60));
    context.callPeriodically();

    assertThat(context.assigned()).containsExactly("1:a.json");
  }

  @Test
  void aSearchThatFailsIsCountedAndMadeAgain() throws IOException {
    Path file = root.resolve("file");
    LandingEnumerator enumerator = enumerator("nosuchfilesystem:///landing", nothing());
    enumerator.start();
    Files.writeString(file, "{}");
    context.callPeriodically();
    context.callPeriodically();

    assertThat(context.counter("discoveryErrors")).isEqualTo(2);
    assertThat(context.gauge("discoveryPasses")).isZero();
    assertThat(context.gauge("filesPending")).isPositive();
  }

  @Test
  void largeFilesAreHandedOutInRangesAndTicketsBetweenThem() throws IOException {
    Path large = Files.writeString(root.resolve("chats.json"), "x".repeat(25));
    Files.setLastModifiedTime(large, FileTime.from(NOW.minusSeconds(60)));
    LandingEnumerator enumerator = started(nothing());
    context.callPeriodically();
    ask(enumerator, 0);
    land("tickets.json", NOW.minusSeconds(10));
    context.callPeriodically();
    ask(enumerator, 1);
    LandingCheckpoint checkpoint = enumerator.snapshotState(1);
    ask(enumerator, 0);
    ask(enumerator, 1);
    ask(enumerator, 0);

    assertThat(context.assigned())
        .containsExactly("0:chats.json", "1:tickets.json", "0:chats.json", "1:chats.json");
    assertThat(checkpoint.pending())
        .extracting(FileSourceSplit::offset, FileSourceSplit::length)
        .containsExactly(tuple(10L, 10L), tuple(20L, 5L));
    assertThat(context.counter("filesDiscovered")).isEqualTo(2);
  }

  private static LandingCheckpoint nothing() {
    return LandingCheckpoint.EMPTY;
  }

  private LandingEnumerator started(LandingCheckpoint checkpoint) {
    LandingEnumerator enumerator = enumerator(root.toString(), checkpoint);
    enumerator.start();
    return enumerator;
  }

  private LandingEnumerator enumerator(String landing, LandingCheckpoint checkpoint) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    FileRegister register =
        new FileRegister(
            new TakenFiles(1_000, checkpoint.remembered(), checkpoint.condensed()),
            new FileQueue(new KindPatterns(new Configuration()), 100));
    SettlingFiles settling = new SettlingFiles(Duration.ofSeconds(1), clock);
    LandingSearch search =
        new LandingSearch(
            new FolderListing(
                new LandingFolder(landing),
                new IgnoredNames(new Configuration()),
                Duration.ofDays(2),
                clock),
            register,
            settling,
            Duration.ofHours(1),
            clock);
    return new LandingEnumerator(
        context, search, register, settling, checkpoint.pending(), Duration.ofSeconds(1), 10);
  }

  private void ask(LandingEnumerator enumerator, int subtask) {
    context.register(subtask);
    enumerator.handleSplitRequest(subtask, "localhost");
  }

  private void land(String name, Instant modifiedAt) throws IOException {
    Path file = Files.writeString(root.resolve(name), "{}");
    Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
  }
}
