package io.nextgen.insight.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the folders that the source reports as unlistable. It looks for itself, since metrics hold
 * no names.
 */
final class UnreadableFolders {

  private UnreadableFolders() {}

  /** Those of the landing zone, in no order. */
  static List<Path> below(Path landing) throws IOException {
    List<Path> unreadable = new ArrayList<>();
    Files.walkFileTree(
        landing,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                !folder.equals(landing) && folder.getFileName().toString().startsWith(".");
            if (hidden) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!Files.isExecutable(folder)) {
              unreadable.add(folder);
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure) {
            if (Files.isDirectory(path)) {
              unreadable.add(path);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return unreadable;
  }
}
