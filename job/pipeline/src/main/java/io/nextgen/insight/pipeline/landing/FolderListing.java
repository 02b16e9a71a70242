package io.nextgen.insight.pipeline.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Finds files by listing folders; without {@link IgnoredNames}. A root that does not exist yet is
 * empty.
 *
 * <p>A folder whose {@link FolderPeriod} ended longer ago than the horizon is listed in complete
 * searches only, with all below it. So what a search costs follows from how many folders are in
 * use, and not from for how long files have been landing.
 */
final class FolderListing implements FileDiscovery {

  private final LandingFolder landing;
  private final IgnoredNames ignored;
  private final Duration horizon;
  private final Clock clock;

  /** Read by the thread that reports metrics. */
  private volatile long foldersListed;

  /**
   * @param horizon zero where every folder is always to be listed
   */
  FolderListing(LandingFolder landing, IgnoredNames ignored, Duration horizon, Clock clock) {
    this.landing = landing;
    this.ignored = ignored;
    this.horizon = horizon;
    this.clock = clock;
  }

  /** How many folders have been listed, each time counted. */
  long foldersListed() {
    return foldersListed;
  }

  @Override
  public void search(boolean complete, Set<Path> unsettled, Visitor visitor) throws IOException {
    Instant oldest = complete || horizon.isZero() ? Instant.MIN : clock.instant().minus(horizon);
    new Pass(landing.root().getFileSystem(), oldest, visitor).run(landing.root(), unsettled);
  }

  private record Folder(Path path, Optional<FolderPeriod> period) {

    boolean isOver(Instant horizon) {
      return period.isPresent() && period.get().end().isBefore(horizon);
    }
  }

  private final class Pass {
    private final FileSystem fileSystem;
    private final Instant oldest;
    private final Visitor visitor;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Set<Path> listed = new HashSet<>();
    private final Map<Path, IOException> failures = new HashMap<>();

    private Pass(FileSystem fileSystem, Instant oldest, Visitor visitor) {
      this.fileSystem = fileSystem;
      this.oldest = oldest;
      this.visitor = visitor;
    }

    private void run(Path root, Set<Path> unsettled) throws IOException {
      folders.push(new Folder(root.makeQualified(fileSystem), Optional.empty()));
      while (!folders.isEmpty()) {
        list(folders.pop());
      }
      for (Path file : unsettled) {
        list(new Folder(file.getParent(), Optional.empty()));
        folders.clear(); // only what is in it, not what is below
      }
      if (!failures.isEmpty()) {
        throw new UnlistableFoldersException(failures);
      }
    }

    /** Where one folder cannot be listed, the others still are. */
    private void list(Folder folder) {
      if (!listed.add(folder.path())) {
        return;
      }
      foldersListed++;
      try {
        if (fileSystem.isDistributedFS()) {
          listRemote(folder);
        } else {
          new LocalFolder(folder.path()).list(this::visitFile, path -> visitFolder(folder, path));
        }
      } catch (FileNotFoundException e) {
        // Not created yet, or removed since its parent was listed.
        return;
      } catch (IOException e) {
        failures.put(folder.path(), e);
      }
    }

    private void listRemote(Folder folder) throws IOException {
      FileStatus[] found = fileSystem.listStatus(folder.path());
      for (FileStatus each : found == null ? new FileStatus[0] : found) {
        if (each.isDir()) {
          visitFolder(folder, each.getPath());
        } else {
          visitFile(new LandedFile(each.getPath(), each.getLen(), each.getModificationTime()));
        }
      }
    }

    private void visitFile(LandedFile file) {
      if (!ignored.containsFile(file.path().getName())) {
        visitor.visit(file);
      }
    }

    private void visitFolder(Folder parent, Path path) {
      String name = path.getName();
      Folder folder = new Folder(path, FolderPeriod.of(parent.period(), name));
      if (!ignored.containsFolder(name) && !folder.isOver(oldest)) {
        folders.push(folder);
      }
    }
  }
}
