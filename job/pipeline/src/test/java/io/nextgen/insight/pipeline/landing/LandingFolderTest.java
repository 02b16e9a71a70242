package io.nextgen.insight.pipeline.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {

  @TempDir Path root;

  @Test
  void findsFilesInAllFoldersButThoseNotMeantForReading() throws IOException {
    for (String name :
        new String[] {
          "a.json",
          "chats/2026/11/22/b.json.gz",
          "chats/with space +%20.json",
          ".hidden/c.json",
          "_staging/d.json",
          "chats/.e.json",
          "chats/_f.json",
          "chats/g.json.TMP"
        }) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
    LandingFolder folder = new LandingFolder(root.toString());

    assertThat(folder.files())
        .allSatisfy(file -> assertThat(file.length()).isEqualTo(2))
        .extracting(file -> folder.relative(file.path()))
        .containsExactlyInAnyOrder(
            "a.json", "chats/2026/11/22/b.json.gz", "chats/with space +%20.json");
  }

  @Test
  void theRootMayBeNamedInEveryWay() throws IOException {
    Files.writeString(root.resolve("a.json"), "{}");
    for (String name : new String[] {root + "/", root.toUri().toString(), "file://" + root}) {
      LandingFolder folder = new LandingFolder(name);
      assertThat(folder.files())
          .extracting(file -> folder.relative(file.path()))
          .containsExactly("a.json");
    }
  }

  @Test
  void aRootThatDoesNotExistYetIsEmpty() throws IOException {
    LandingFolder folder = new LandingFolder(root.resolve("later").toString());

    assertThat(folder.files()).isEmpty();
    assertThat(folder.isReachable()).isFalse();
    assertThat(new LandingFolder(root.toString()).isReachable()).isTrue();
  }
}
