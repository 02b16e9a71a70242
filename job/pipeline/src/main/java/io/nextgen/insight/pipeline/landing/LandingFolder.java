package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.fs.Path;

/** The landing zone's root on any of Flink's file systems. */
final class LandingFolder implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String root;

  LandingFolder(String root) {
    this.root = root;
  }

  Path root() {
    return new Path(root);
  }

  /** The path below the root, with {@code /} between folders. */
  String relative(Path file) throws IOException {
    String base = root().makeQualified(root().getFileSystem()).toUri().getPath();
    String full = file.toUri().getPath();
    String prefix = base.endsWith("/") ? base : base + "/";
    return full.startsWith(prefix) ? full.substring(prefix.length()) : file.getName();
  }

  /** Whether the landing zone as a whole answers, whatever may be wrong with one of its files. */
  boolean isReachable() {
    try {
      return root().getFileSystem().getFileStatus(root()).isDir();
    } catch (IOException e) {
      return false;
    }
  }
}
