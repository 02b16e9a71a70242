package io.nextgen.insight.delta;

import static java.util.stream.Collectors.toMap;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Removes files that attempts which failed have left behind and that nobody can commit any more.
 *
 * <p>A file goes if all of this is true:
 *
 * <ol>
 *   <li>By its name, a writer of this application began it.
 *   <li>It was begun before a checkpoint that the table has recorded of this application. Writers
 *       close their files at each checkpoint, so the attempt that made the recorded one has
 *       committed all such files of its own; a committable of an earlier attempt that holds the
 *       file is refused or taken for a replay from then on. The transaction identifier is the
 *       fence.
 *   <li>The table's newest version neither has the file nor remembers to have removed it (so
 *       OPTIMIZE and DELETE do not make orphans, and time travel goes on as long as before).
 *   <li>It is older than a margin.
 * </ol>
 *
 * <p>Not for several threads.
 */
final class OrphanRemoval {

  private static final String LOG_FOLDER = "_delta_log";

  private final String tablePath;
  private final Configuration hadoop;
  private final Engine engine;
  private final String applicationId;
  private final Duration minimumAge;

  /** Files that may be orphans were begun before this checkpoint; unknown before the first look. */
  private long horizon = -1;

  OrphanRemoval(String tablePath, Configuration hadoop, String applicationId, Duration minimumAge) {
    this.tablePath = tablePath;
    this.hadoop = hadoop;
    this.engine = DefaultEngine.create(hadoop);
    this.applicationId = applicationId;
    this.minimumAge = minimumAge;
  }

  /**
   * What one look at the table came to.
   *
   * @param removed number of files
   * @param complete whether no file can be left that a later look would remove
   */
  record Result(int removed, boolean complete) {}

  /** Looks for orphans once, and removes those that are certain to be. */
  Result run(OrphanSearch search) throws IOException {
    Snapshot snapshot = TableManager.loadSnapshot(tablePath).build(engine);
    long recorded = snapshot.getLatestTransactionVersion(engine, applicationId).orElse(-1L);
    FileSystem fileSystem = new Path(tablePath).getFileSystem(hadoop);
    Map<String, FileStatus> ours = filesOf(search, fileSystem);
    if (horizon < 0) {
      horizon = ours.keySet().stream().mapToLong(OrphanRemoval::checkpoint).max().orElse(-1) + 1;
    }
    Map<String, FileStatus> orphans =
        ours.entrySet().stream()
            .filter(file -> checkpoint(file.getKey()) < recorded)
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (!orphans.isEmpty()) {
      orphans.keySet().removeAll(FileHistory.known(engine, snapshot, Set.copyOf(orphans.keySet())));
    }
    long newest = System.currentTimeMillis() - minimumAge.toMillis();
    int removed = 0;
    for (FileStatus orphan : orphans.values()) {
      if (orphan.getModificationTime() <= newest) {
        fileSystem.delete(orphan.getPath(), false);
        removed++;
      }
    }
    return new Result(removed, removed == orphans.size() && recorded >= horizon);
  }

  /** The application's files that were begun since the checkpoint of the search, by name. */
  private Map<String, FileStatus> filesOf(OrphanSearch search, FileSystem fileSystem)
      throws IOException {
    Map<String, FileStatus> files = new HashMap<>();
    Deque<Path> folders = new ArrayDeque<>();
    folders.add(new Path(tablePath));
    while (!folders.isEmpty()) {
      RemoteIterator<FileStatus> entries;
      try {
        entries = fileSystem.listStatusIterator(folders.remove());
      } catch (FileNotFoundException e) {
        continue; // VACUUM removes folders that it has emptied
      }
      while (entries.hasNext()) {
        FileStatus entry = entries.next();
        String name = entry.getPath().getName();
        if (entry.isDirectory() && !name.equals(LOG_FOLDER)) {
          folders.add(entry.getPath());
        } else if (entry.isFile() && isOf(search, DataFileName.of(name))) {
          files.put(name, entry);
        }
      }
    }
    return files;
  }

  private static boolean isOf(OrphanSearch search, Optional<DataFileName> name) {
    return name.filter(file -> search.owners().contains(file.owner()))
        .filter(file -> file.checkpoint() >= search.sinceCheckpoint())
        .isPresent();
  }

  private static long checkpoint(String name) {
    return DataFileName.of(name).orElseThrow().checkpoint();
  }
}
