package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path root;

  @Test
  void findsFilesInAllFoldersButThoseNotMeantForReading() throws IOException {
    for (String name :
        List.of(
            "a.json",
            "chats/2026/11/22/b.json.gz",
            "chats/with space +%20.json",
            ".hidden/c.json",
            "_staging/d.json",
            "_date=2026-11-30/h.json",
            "_date=2026-11-30/_i.json",
            "chats/j.json._COPYING_",
            "chats/k.json.filepart",
            "chats/l.json.Part",
            "chats/m.json.partial",
            "chats/n.json.crdownload",
            "chats/o.json~",
            "chats/.p.json.Xa8d1f",
            "chats/uploads.inprogress/q.json",
            "chats/party.json",
            "chats/.e.json",
            "chats/_f.json",
            "chats/g.json.TMP")) {
      land(name);
    }

    assertThat(found(true, Set.of()))
        .containsExactlyInAnyOrder(
            "a.json",
            "_date=2026-11-30/h.json",
            "chats/party.json",
            "chats/2026/11/22/b.json.gz",
            "chats/with space +%20.json");
  }

  @Test
  void aColonInANameIsNoScheme() throws IOException {
    List<String> names = List.of("10:15:00.json", "a:b.json", "file:c.json", "at 9:30/d:e.json");
    for (String name : names) {
      land(name);
    }

    assertThat(found(true, Set.of())).containsExactlyInAnyOrderElementsOf(names);
    for (LandedFile file : files(true, Set.of())) {
      assertThat(file.path().getFileSystem().getFileStatus(file.path()).getLen()).isEqualTo(2);
    }
  }

  @Test
  void aLinkThatLeadsNowhereHidesNoOtherFile() throws IOException {
    land("a.json");
    Files.createSymbolicLink(root.resolve("b.json"), root.resolve("gone.json"));
    Files.createSymbolicLink(root.resolve("c.json"), root.resolve("c.json"));
    Files.createSymbolicLink(root.resolve("d.json"), root.resolve("a.json"));

    assertThat(found(true, Set.of())).containsExactlyInAnyOrder("a.json", "d.json");
  }

  @Test
  void aLinkToAFolderThatItIsInIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    land("chats/a.json");
    Files.writeString(elsewhere.resolve("b.json"), "{}");
    Files.createSymbolicLink(root.resolve("chats/all"), root);
    Files.createSymbolicLink(root.resolve("chats/here"), root.resolve("chats"));
    Files.createSymbolicLink(root.resolve("chats/other"), elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("back"), root.resolve("chats"));

    assertThat(found(true, Set.of()))
        .containsExactlyInAnyOrder("chats/a.json", "chats/other/b.json");
  }

  @Test
  void aFolderThatMayNotBeListedIsToldOfAndHidesNoOther() throws IOException {
    land("a.json");
    Path locked = land("locked/b.json").getParent();
    Files.setPosixFilePermissions(locked, Set.of());
    List<LandedFile> found = new ArrayList<>();
    try {
      assumeThat(Files.isReadable(locked)).as("root may list everything").isFalse();

      assertThatThrownBy(() -> listing(Duration.ofDays(2)).search(true, Set.of(), found::add))
          .isInstanceOfSatisfying(
              UnlistableFoldersException.class,
              e ->
                  assertThat(e.failures())
                      .containsOnlyKeys(
                          new org.apache.flink.core.fs.Path("file:" + root + "/locked")));
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }

    assertThat(found).hasSize(1);
  }

  @Test
  void foldersBehindTheHorizonAreListedInCompleteSearchesOnly() throws IOException {
    land("chats/2026/11/26/new.json");
    land("chats/2026/11/25/new.json");
    land("chats/2026/11/24/new.json");
    land("chats/2026/11/22/old.json");
    land("chats/2026/10/31/old.json");
    land("chats/2025/12/31/old.json");
    land("tickets/dt=2026-11-01/old.json");
    land("tickets/all.json");

    assertThat(found(false, Set.of()))
        .containsExactlyInAnyOrder(
            "chats/2026/11/26/new.json",
            "chats/2026/11/25/new.json",
            "chats/2026/11/24/new.json",
            "tickets/all.json");
    assertThat(found(true, Set.of())).hasSize(8);
  }

  @Test
  void whatASearchCostsDoesNotGrowWithHistory() throws IOException {
    for (int day = 1; day <= 28; day++) {
      for (int month = 1; month <= 10; month++) {
        land("chats/2026/%02d/%02d/a.json".formatted(month, day));
      }
    }
    land("chats/2026/11/26/a.json");
    FolderListing listing = listing(Duration.ofDays(2));

    listing.search(false, Set.of(), file -> {});

    assertThat(listing.foldersListed()).as("root, chats, 2026, 11, 26").isEqualTo(5);
  }

  @Test
  void aFileThatSettlesIsLookedAtAgainWhereverItIs() throws IOException {
    Path settling = land("chats/2025/01/01/late.json");
    land("chats/2025/01/01/folder/other.json");

    assertThat(found(false, Set.of(new org.apache.flink.core.fs.Path(settling.toUri()))))
        .containsExactly("chats/2025/01/01/late.json");
  }

  @Test
  void withoutAHorizonEveryFolderIsListedAlways() throws IOException {
    land("chats/2025/01/01/a.json");
    List<LandedFile> found = new ArrayList<>();

    listing(Duration.ZERO).search(false, Set.of(), found::add);

    assertThat(found).hasSize(1);
  }

  @Test
  void theRootMayBeNamedInEveryWay() throws IOException {
    land("a.json");
    for (String name : List.of(root + "/", root.toUri().toString(), "file://" + root)) {
      LandingFolder folder = new LandingFolder(name);
      List<LandedFile> found = new ArrayList<>();
      new FolderListing(folder, new IgnoredNames(new Configuration()), Duration.ofDays(2), NOW)
          .search(true, Set.of(), found::add);
      assertThat(found).extracting(file -> folder.relative(file.path())).containsExactly("a.json");
    }
  }

  @Test
  void aRootThatDoesNotExistYetIsEmpty() throws IOException {
    LandingFolder later = new LandingFolder(root.resolve("later").toString());
    List<LandedFile> found = new ArrayList<>();

    new FolderListing(later, new IgnoredNames(new Configuration()), Duration.ofDays(2), NOW)
        .search(true, Set.of(), found::add);

    assertThat(found).isEmpty();
    assertThat(later.isReachable()).isFalse();
    assertThat(new LandingFolder(root.toString()).isReachable()).isTrue();
  }

  private Path land(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }

  private FolderListing listing(Duration horizon) {
    return new FolderListing(
        new LandingFolder(root.toString()), new IgnoredNames(new Configuration()), horizon, NOW);
  }

  private List<String> found(boolean complete, Set<org.apache.flink.core.fs.Path> unsettled)
      throws IOException {
    LandingFolder folder = new LandingFolder(root.toString());
    List<String> names = new ArrayList<>();
    for (LandedFile file : files(complete, unsettled)) {
      assertThat(file.length()).isEqualTo(2);
      names.add(folder.relative(file.path()));
    }
    return names;
  }

  private List<LandedFile> files(boolean complete, Set<org.apache.flink.core.fs.Path> unsettled)
      throws IOException {
    List<LandedFile> found = new ArrayList<>();
    listing(Duration.ofDays(2)).search(complete, unsettled, found::add);
    return found;
  }
}
