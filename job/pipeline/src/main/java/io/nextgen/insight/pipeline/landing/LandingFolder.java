package io.nextgen.insight.pipeline.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The landing zone's root on any of Flink's file systems. */
final class LandingFolder implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String root;

  LandingFolder(String root) {
    this.root = root;
  }

  /**
   * All files below the root, in no order; without those whose name, or whose folder's name, says
   * that they are not for reading. A root that does not exist yet is empty.
   */
  List<LandedFile> files() throws IOException {
    Path start = new Path(root);
    FileSystem fileSystem = start.getFileSystem();
    List<LandedFile> files = new ArrayList<>();
    Deque<Path> folders = new ArrayDeque<>(List.of(start));
    while (!folders.isEmpty()) {
      for (FileStatus each : list(fileSystem, folders.pop())) {
        if (isHidden(each.getPath().getName())) {
          continue;
        }
        if (each.isDir()) {
          folders.push(each.getPath());
        } else {
          files.add(new LandedFile(each.getPath(), each.getLen(), each.getModificationTime()));
        }
      }
    }
    return files;
  }

  /** The path below the root, with {@code /} between folders. */
  String relative(Path file) throws IOException {
    Path start = new Path(root);
    String base = start.makeQualified(start.getFileSystem()).toUri().getPath();
    String full = file.toUri().getPath();
    String prefix = base.endsWith("/") ? base : base + "/";
    return full.startsWith(prefix) ? full.substring(prefix.length()) : file.getName();
  }

  /** Whether the landing zone as a whole answers, whatever may be wrong with one of its files. */
  boolean isReachable() {
    Path start = new Path(root);
    try {
      return start.getFileSystem().getFileStatus(start).isDir();
    } catch (IOException e) {
      return false;
    }
  }

  private static FileStatus[] list(FileSystem fileSystem, Path folder) throws IOException {
    try {
      FileStatus[] found = fileSystem.listStatus(folder);
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException e) {
      return new FileStatus[0]; // not created yet, or removed since its parent was listed
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".")
        || name.startsWith("_")
        || name.toLowerCase(Locale.ROOT).endsWith(".tmp");
  }
}
