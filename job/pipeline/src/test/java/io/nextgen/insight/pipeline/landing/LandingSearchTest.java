package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingSearchTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  /** How long a complete search takes: so long that there is one an hour. */
  private static final Duration SWEEP = Duration.ofMinutes(1);

  @TempDir Path root;
  private final TestingClock clock = new TestingClock(NOW.toEpochMilli());
  private final FileRegister register =
      new FileRegister(
          new TakenFiles(100, new long[0], Collections.emptySortedMap()),
          new FileQueue(new KindPatterns(new Configuration()), 10));

  @Test
  void aLateFileInAnOldFolderIsFoundByTheNextSweep() throws IOException {
    LandingSearch search = search(this::listing);
    search.searchIfDue();
    land("chats/2026/01/01/late.json", NOW.minusSeconds(60));

    for (int minute = 2; minute < 59; minute++) {
      assertThat(searchLater(search)).isTrue();
      assertThat(taken()).isEmpty();
    }
    searchLater(search);
    searchLater(search);
    assertThat(taken()).containsExactly("late.json");
  }

  @Test
  void aStartLooksIntoEveryFolder() throws IOException {
    land("chats/2026/01/01/a.json", NOW.minusSeconds(60));

    search(this::listing).searchIfDue();

    assertThat(taken()).containsExactly("a.json");
  }

  @Test
  void whereThatIsCheapEverySearchIsComplete() throws IOException {
    List<Boolean> complete = new ArrayList<>();
    LandingSearch search =
        search(
            (all, unsettled, visitor) -> {
              complete.add(all);
              clock.forward(5);
            });
    for (int second = 0; second < 5; second++) {
      search.searchIfDue();
      clock.forward(995);
    }

    assertThat(complete).hasSize(5).containsOnly(true);
  }

  @Test
  void aFileThatSettlesInAnOldFolderIsNotForgottenBetweenSweeps() throws IOException {
    land("chats/2026/01/01/young.json", NOW.minusMillis(100));
    LandingSearch search = search(this::listing);
    search.searchIfDue();
    assertThat(taken()).isEmpty();

    searchLater(search);

    assertThat(taken()).containsExactly("young.json");
  }

  @Test
  void aBacklogIsTakenOldestFirstThoughTheQueueHoldsAPartOfIt() throws IOException {
    for (int i = 0; i < 35; i++) {
      land("chats/2026/01/%02d/%02d.json".formatted(i % 9 + 1, i), NOW.minusSeconds(1_000 - i));
    }
    LandingSearch search = search(this::listing);
    List<String> all = new ArrayList<>();
    int passes = 0;
    while (all.size() < 35) {
      assertThat(passes++).isLessThan(20);
      searchLater(search);
      assertThat(register.waiting()).isEqualTo(35 - all.size());
      for (int i = 0; i < 6 && register.waiting() > 0; i++) {
        all.add(register.take().path().getName());
      }
    }

    assertThat(all).isSorted().doesNotHaveDuplicates();
    assertThat(register.waiting()).isZero();
  }

  @Test
  void aSlowSearchIsFollowedByARestAsLong() throws IOException {
    LandingSearch search = search((complete, unsettled, visitor) -> clock.forward(5_000));

    assertThat(search.searchIfDue()).isTrue();
    clock.forward(4_999);
    assertThat(search.searchIfDue()).isFalse();
    clock.forward(1);
    assertThat(search.searchIfDue()).isTrue();
  }

  @Test
  void whatAFailedSearchFoundIsKeptAndTheNextIsCompleteAgain() throws IOException {
    List<Boolean> completeSearches = new ArrayList<>();
    LandedFile file =
        new LandedFile(new org.apache.flink.core.fs.Path("/a.json"), 1, NOW.toEpochMilli() - 9_000);
    LandingSearch search =
        search(
            (complete, unsettled, visitor) -> {
              completeSearches.add(complete);
              clock.forward(2_000);
              visitor.visit(file);
              if (completeSearches.size() == 1) {
                throw new IOException("one folder could not be listed");
              }
            });

    assertThatThrownBy(search::searchIfDue).isInstanceOf(IOException.class);
    assertThat(taken()).containsExactly("a.json");
    searchLater(search);
    searchLater(search);

    assertThat(completeSearches).containsExactly(true, true, false);
    assertThat(taken()).isEmpty();
  }

  @Test
  void aFileMovedInWithATimeOfLongAgoIsReadAfterTheNextSweep() throws IOException {
    for (int i = 0; i < 95; i++) {
      land("chats/all/%02d.json".formatted(i), NOW.minus(Duration.ofDays(100 - i)));
    }
    LandingSearch search = search(this::listing);
    for (int i = 0; i < 80; i++) {
      searchLater(search);
      taken();
    }
    assertThat(register.snapshot(List.of()).condensed()).isNotEmpty();
    land("chats/all/moved.json", NOW.minus(Duration.ofDays(100)));
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      searchLater(search);
      taken.addAll(taken());
    }

    assertThat(taken).as("with the one of the same hour").containsExactly("00.json", "moved.json");
    assertThat(search.hoursReadAgain()).isEqualTo(1);
  }

  @Test
  void aFolderThatCannotBeListedIsCountedUntilItCan() throws IOException {
    org.apache.flink.core.fs.Path locked = new org.apache.flink.core.fs.Path("/landing/locked");
    LandedFile open = file("/landing/a.json");
    LandedFile inside = file("/landing/locked/b.json");
    List<Boolean> complete = new ArrayList<>();
    LandingSearch search =
        search(
            (all, unsettled, visitor) -> {
              complete.add(all);
              clock.forward(all ? SWEEP.toMillis() : 1);
              visitor.visit(open);
              if (complete.size() < 70) {
                throw new UnlistableFoldersException(
                    Map.of(locked, new AccessDeniedException("/landing/locked")));
              }
              visitor.visit(inside);
            });

    assertThat(search.searchIfDue()).isTrue();
    assertThat(search.unlistable().count()).isEqualTo(1);
    assertThat(taken()).containsExactly("a.json");
    while (complete.size() < 69) {
      searchLater(search);
    }
    assertThat(search.unlistable().count()).isEqualTo(1);
    assertThat(complete)
        .as("complete searches are rare")
        .filteredOn(all -> all)
        .hasSizeBetween(2, 3);
    while (complete.size() < 140) {
      searchLater(search);
    }

    assertThat(search.unlistable().count()).isZero();
    assertThat(taken()).containsExactly("b.json");
  }

  @Test
  void filesInAFolderThatCannotBeListedAreNotTakenForGone() throws IOException {
    LandedFile open = file("/landing/a.json");
    LandedFile inside = file("/landing/locked/b.json");
    boolean[] locked = {false};
    LandingSearch search =
        search(
            (all, unsettled, visitor) -> {
              clock.forward(1);
              visitor.visit(open);
              if (locked[0]) {
                throw new UnlistableFoldersException(
                    Map.of(inside.path().getParent(), new AccessDeniedException("locked")));
              }
              visitor.visit(inside);
            });
    search.searchIfDue();
    assertThat(taken()).containsExactlyInAnyOrder("a.json", "b.json");

    locked[0] = true;
    searchLater(search);
    locked[0] = false;
    searchLater(search);

    assertThat(taken()).isEmpty();
  }

  private static LandedFile file(String path) {
    return new LandedFile(
        new org.apache.flink.core.fs.Path(path), 1, NOW.minusSeconds(9).toEpochMilli());
  }

  /** After the rest that the last search is followed by. */
  private boolean searchLater(LandingSearch search) throws IOException {
    clock.forward(SWEEP.toMillis());
    return search.searchIfDue();
  }

  private void listing(
      boolean complete, Set<org.apache.flink.core.fs.Path> unsettled, FileDiscovery.Visitor visitor)
      throws IOException {
    new FolderListing(
            new LandingFolder(root.toString()),
            new IgnoredNames(new Configuration()),
            Duration.ofDays(2),
            clock)
        .search(complete, unsettled, visitor);
    clock.forward(complete ? SWEEP.toMillis() : 1);
  }

  private LandingSearch search(FileDiscovery discovery) {
    return new LandingSearch(
        discovery,
        register,
        new SettlingFiles(Duration.ofSeconds(2), clock),
        Duration.ofHours(1),
        clock);
  }

  private List<String> taken() {
    List<String> names = new ArrayList<>();
    for (LandedFile file = register.take(); file != null; file = register.take()) {
      names.add(file.path().getName());
    }
    return names;
  }

  private void land(String name, Instant modifiedAt) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}");
    Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
  }
}
