package io.nextgen.insight.pipeline.landing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/**
 * A folder of a local file system, listed entry by entry. Flink's own listing fails as a whole for
 * one name with a colon ({@code 10:15.json}), which it takes for a scheme, and for one entry that
 * is gone before it is looked at or leads nowhere; one that may not be listed it takes for empty.
 */
final class LocalFolder {

  private final org.apache.flink.core.fs.Path path;
  private final Path local;

  /**
   * @param path absolute, with its scheme
   */
  LocalFolder(org.apache.flink.core.fs.Path path) {
    this.path = path;
    this.local = Path.of(path.getPath());
  }

  /**
   * Lists it; a link stands for what it leads to. Where it does not exist, it is empty.
   *
   * @throws IOException where it, or what is in it, may not be looked at; all else was
   */
  void list(Consumer<LandedFile> files, Consumer<org.apache.flink.core.fs.Path> folders)
      throws IOException {
    AccessDeniedException denied = null;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(local)) {
      for (Path each : entries) {
        try {
          visit(each, files, folders);
        } catch (AccessDeniedException e) {
          denied = e;
        }
      }
    } catch (NoSuchFileException notCreatedYetOrRemoved) {
      return;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    if (denied != null) {
      throw denied;
    }
  }

  private void visit(
      Path entry, Consumer<LandedFile> files, Consumer<org.apache.flink.core.fs.Path> folders)
      throws AccessDeniedException {
    // Not from a parent and a name: that one would be parsed by itself.
    org.apache.flink.core.fs.Path found =
        new org.apache.flink.core.fs.Path(path + "/" + entry.getFileName());
    BasicFileAttributes attributes = attributesOf(entry);
    if (attributes == null) {
      return;
    }
    if (!attributes.isDirectory()) {
      files.accept(
          new LandedFile(found, attributes.size(), attributes.lastModifiedTime().toMillis()));
    } else if (!leadsBack(entry)) {
      folders.accept(found);
    }
  }

  /** Null where it is gone, or a link leads to nothing. */
  private static BasicFileAttributes attributesOf(Path entry) throws AccessDeniedException {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException goneOrLeadsNowhere) {
      return null;
    }
  }

  /**
   * Whether a folder is a link to one that it is in, whose files would be found again and again.
   */
  private boolean leadsBack(Path folder) {
    if (!Files.isSymbolicLink(folder)) {
      return false;
    }
    try {
      Path target = folder.toRealPath();
      for (Path each = local; each != null; each = each.getParent()) {
        if (each.toRealPath().startsWith(target)) {
          return true;
        }
      }
      return false;
    } catch (IOException gone) {
      return true;
    }
  }
}
