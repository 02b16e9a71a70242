package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * The newcomer's command on the sample data, once for all tests: the tables of a real run. Tests
 * that change them take a copy.
 */
final class RealRun {
  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private static Path lake;

  private RealRun() {}

  /** Not to be changed. */
  static synchronized Path lake() throws Exception {
    if (lake == null) {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "lake-");
      Path output = folder.resolve("run.out");
      Process run =
          new ProcessBuilder(
                  HOME.resolve("job/run-local").toString(), "--once", "--lake", folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(run.waitFor(5, TimeUnit.MINUTES)).as("the run ends by itself").isTrue();
      assertThat(run.exitValue()).as(Files.readString(output)).isZero();
      lake = folder;
    }
    return lake;
  }

  /** The tables alone, without what the run keeps for its next start. */
  static Path copyTo(Path target) throws Exception {
    Path source = lake();
    for (String layer : new String[] {"bronze", "silver", "gold"}) {
      copy(source.resolve(layer), target.resolve(layer));
    }
    return target;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
