package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nextgen.insight.local.RunFolder.LakeInUseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path lake;

  @Test
  void aSecretIsMadeOnceAndForItsOwnerAlone() throws Exception {
    try (RunFolder run = RunFolder.open(lake)) {
      Path first = run.secret("pii.key");
      String key = Files.readString(first);

      assertThat(Base64.getDecoder().decode(key)).hasSize(32);
      assertThat(Files.readString(run.secret("pii.key"))).isEqualTo(key);
      assertThat(Files.getPosixFilePermissions(first))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void theNewestCompleteSnapshotWins() throws Exception {
    try (RunFolder run = RunFolder.open(lake)) {
      assertThat(run.newestSnapshot()).isEmpty();

      snapshot(run.checkpoints().resolve("job1/chk-7"), 1_000);
      Path savepoint = snapshot(run.savepoints().resolve("savepoint-a"), 3_000);
      snapshot(run.checkpoints().resolve("job2/chk-9"), 2_000);
      Files.createDirectories(run.checkpoints().resolve("job2/chk-10"));
      Files.createFile(
          Files.createDirectories(run.checkpoints().resolve("job2/chk-11")).resolve("_metadata"));

      assertThat(run.newestSnapshot()).contains(savepoint);
    }
  }

  @Test
  void twoRunsNeverShareALake() throws Exception {
    try (RunFolder run = RunFolder.open(lake)) {
      assertThat(run.checkpoints()).isEqualTo(lake.resolve(".run/checkpoints"));
      assertThatThrownBy(() -> RunFolder.open(lake))
          .isInstanceOf(LakeInUseException.class)
          .hasMessageContaining("--lake");
    }
    RunFolder.open(lake).close();
  }

  private static Path snapshot(Path path, long completedAtMillis) throws Exception {
    Files.createDirectories(path);
    Path metadata = Files.writeString(path.resolve("_metadata"), "complete");
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(completedAtMillis));
    return path;
  }
}
