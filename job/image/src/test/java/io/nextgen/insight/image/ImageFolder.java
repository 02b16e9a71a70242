package io.nextgen.insight.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folders that the Dockerfile copies into Flink's image, and beside them what that image has:
 * the class path and the folders that Flink's start scripts would tell a process.
 */
final class ImageFolder {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** {@code /opt/flink/lib} and {@code /opt/flink/usrlib}, as far as they are ours. */
  static final Path LIB = TARGET.resolve("flink/lib");

  static final Path USRLIB = TARGET.resolve("flink/usrlib");

  /** What the distribution has in {@code /opt/flink/lib}. */
  static final Path DISTRIBUTION = TARGET.resolve("distribution/lib");

  private static final Path PLUGINS = TARGET.resolve("distribution/plugins");

  private ImageFolder() {}

  static List<String> classPath() {
    return List.of("-cp", LIB + "/*:" + DISTRIBUTION + "/*");
  }

  static Map<String, String> environment() {
    return Map.of("FLINK_LIB_DIR", LIB.toString(), "FLINK_PLUGINS_DIR", PLUGINS.toString());
  }
}
