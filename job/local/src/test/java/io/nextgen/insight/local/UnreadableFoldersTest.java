package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFoldersTest {

  @Test
  void findsTheFoldersThatMayNotBeListedAndNoOthers(@TempDir Path landing) throws IOException {
    Files.createDirectories(landing.resolve("open/below"));
    Files.writeString(landing.resolve("open/chats.json"), "{}");
    Path locked = Files.createDirectories(landing.resolve("open/locked"));
    assertThat(UnreadableFolders.below(landing)).isEmpty();
    Files.setPosixFilePermissions(locked, Set.of());
    try {
      assumeThat(Files.isReadable(locked)).as("root may list everything").isFalse();

      assertThat(UnreadableFolders.below(landing)).containsExactly(locked);
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
