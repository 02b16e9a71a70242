package io.nextgen.insight.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies in the image's folders, without starting it. */
class ImageContentIT {

  /**
   * Azurite does not reach all of the storage client: its DFS endpoint, throttling and every way to
   * log in are Azure's alone. A library that is missing there would be found out in production.
   */
  @Test
  void theStorageClientHasEveryClassThatItCalls() throws Exception {
    StringWriter missing = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(missing),
            new PrintWriter(System.err),
            "--multi-release",
            "17",
            "--missing-deps",
            "--class-path",
            String.join(":", jars(ImageFolder.LIB))
                + ":"
                + String.join(":", jars(ImageFolder.DISTRIBUTION)),
            jar(ImageFolder.LIB, "hadoop-azure").toString());
    assertThat(missing.toString().lines())
        .filteredOn(line -> line.contains("org.apache.hadoop.fs.azurebfs"))
        // Annotations, which nobody loads.
        .filteredOn(line -> !line.contains("javax.annotation."))
        .isEmpty();
  }

  @Test
  void noLibraryIsThereTwice() throws Exception {
    Map<String, String> owners = new TreeMap<>();
    for (Path folder : List.of(ImageFolder.LIB, ImageFolder.USRLIB)) {
      for (String jar : jars(folder)) {
        String library = Path.of(jar).getFileName().toString().replaceFirst("-[0-9].*", "");
        assertThat(owners.put(library, jar)).as(library).isNull();
      }
    }
    assertThat(owners.keySet())
        .as("what the distribution brings")
        .noneMatch(
            library -> library.matches("slf4j-.*|log4j-.*|flink-(core|runtime|streaming).*"));
  }

  /** One Hadoop for Flink's file systems and for the Delta tables. */
  @Test
  void hadoopIsInLibAlone() throws Exception {
    assertThat(jars(ImageFolder.USRLIB))
        .noneMatch(jar -> jar.matches(".*/(hadoop|flink-hadoop)-[^/]*"));
  }

  @Test
  void theManifestStartsWhatIsInTheImage() throws Exception {
    DeploymentManifest manifest = DeploymentManifest.read();
    String name = Path.of(URI.create(manifest.jarUri()).getPath()).getFileName().toString();
    assertThat(manifest.jarUri()).startsWith("local:///opt/flink/usrlib/");
    try (JarFile jar = new JarFile(ImageFolder.USRLIB.resolve(name).toFile())) {
      assertThat(jar.getEntry(manifest.entryClass().replace('.', '/') + ".class")).isNotNull();
    }
    assertThat(Path.of("Dockerfile"))
        .content()
        .contains("target/flink/lib/ /opt/flink/lib/", "target/flink/usrlib/ /opt/flink/usrlib/");
  }

  private static Path jar(Path folder, String library) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(library))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
