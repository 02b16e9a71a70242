package io.nextgen.insight.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageFolderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      nullValues = "apart",
      value = {
        "/data/landing, /data/landing, is the same folder as",
        "/data/landing/, /data/landing, is the same folder as",
        "/data//landing/., /data/landing, is the same folder as",
        "/data/x/../landing, /data/landing, is the same folder as",
        "file:///data/landing, /data/landing, is the same folder as",
        "file:/data/landing, /data/landing, is the same folder as",
        "FILE://localhost/data/landing, /data/landing, is the same folder as",
        "file:///data/my%20landing, /data/my landing, is the same folder as",
        "file:///data/my landing, /data/my landing, is the same folder as",
        "/data/landing/lake, /data/landing, lies in",
        "/data/landing/../landing/a/b, /data/landing, lies in",
        "/data, /data/landing, holds",
        "/, /data/landing, holds",
        "/data/landing2, /data/landing, apart",
        "/data/land, /data/landing, apart",
        "/data/landing/../lake, /data/landing, apart",
        "abfss://c@a.dfs.core.windows.net/, abfss://c@a.dfs.core.windows.net, is the same folder as",
        "abfss://c@A.DFS.core.windows.net/x, abfss://c@a.dfs.core.windows.net/x, is the same folder as",
        "ABFSS://C@a.dfs.core.windows.net/x, abfs://c@a.dfs.core.windows.net/x/, is the same folder as",
        "abfss://c@a.blob.core.windows.net/x, abfss://c@a.dfs.core.windows.net:443/x, is the same folder as",
        "wasbs://c@a.blob.core.windows.net/x, abfss://c@a.dfs.core.windows.net/x, is the same folder as",
        "abfss://c@a.dfs.core.windows.net/x/y, abfss://c@a.dfs.core.windows.net, lies in",
        "abfss://c@a.dfs.core.windows.net/x/../y/z, abfss://c@a.dfs.core.windows.net/y, lies in",
        "abfss://c@a.dfs.core.windows.net/, abfss://c@a.dfs.core.windows.net/x, holds",
        "abfss://c@a.dfs.core.windows.net/X, abfss://c@a.dfs.core.windows.net/x, apart",
        "abfss://d@a.dfs.core.windows.net/x, abfss://c@a.dfs.core.windows.net/x, apart",
        "abfss://c@b.dfs.core.windows.net/x, abfss://c@a.dfs.core.windows.net/x, apart",
        "s3://bucket/x/y, s3://bucket/x, lies in",
        "/x, abfss://c@a.dfs.core.windows.net/x, apart",
      })
  void saysHowOneLiesToAnother(String one, String other, String relation) {
    assertThat(StorageFolder.of(one).relationTo(StorageFolder.of(other)))
        .isEqualTo(Optional.ofNullable(relation));
  }

  @Test
  void aRelativePathStartsFromTheWorkingDirectory() {
    assertThat(
            StorageFolder.of("target/x")
                .relationTo(StorageFolder.of(Path.of("").toAbsolutePath().toString())))
        .hasValue("lies in");
  }

  @Test
  void followsLinks() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), landing);
    Path dangling =
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("landing", "not-there-yet"));
    Path back = Files.createSymbolicLink(landing.resolve("back"), folder);

    StorageFolder target = StorageFolder.of(landing.toString());
    assertThat(StorageFolder.of(link.toString()).relationTo(target))
        .hasValue("is the same folder as");
    assertThat(StorageFolder.of(link.resolve("lake").toString()).relationTo(target))
        .hasValue("lies in");
    assertThat(StorageFolder.of(dangling.resolve("lake").toString()).relationTo(target))
        .hasValue("lies in");
    assertThat(StorageFolder.of(back.resolve("lake").toString()).relationTo(target)).isEmpty();
  }

  @Test
  void namesBothFolders() {
    assertThatThrownBy(() -> StorageFolder.requireApart("--a", "/x/y", "--b", "/x"))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageStartingWith("--a (/x/y) lies in --b (/x): ");
    assertThatThrownBy(() -> StorageFolder.requireOutside("--a", "/x/y", "--b", "/x"))
        .isInstanceOf(IllegalConfigurationException.class);
    assertThatCode(() -> StorageFolder.requireOutside("--a", "/x", "--b", "/x/y"))
        .doesNotThrowAnyException();
  }
}
