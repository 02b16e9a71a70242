package io.nextgen.insight.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/**
 * Whether a table has, or had, files of the sink. No two files of the sink have the same name, so
 * names are compared, without folders.
 */
final class FileHistory {

  /** How far the clocks of a writer and the storage may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

  private static final StructType ADDED_PATHS =
      new StructType().add("add", new StructType().add("path", StringType.STRING));

  private FileHistory() {}

  /**
   * Whether the files of a committable were ever added to the table. Reads the commits since the
   * files were written, and the whole snapshot only where the log no longer goes back that far.
   * There, files that OPTIMIZE has replaced are known for as long as VACUUM keeps them.
   */
  static boolean wasAdded(Engine engine, Snapshot snapshot, DeltaCommittable committable)
      throws IOException {
    Set<String> names =
        committable.files().stream()
            .map(file -> name(file.path()))
            .collect(Collectors.toUnmodifiableSet());
    long written =
        committable.files().stream().mapToLong(DataFile::modificationTime).min().orElseThrow();
    List<FileStatus> since = new ArrayList<>();
    boolean goesBack = false;
    for (FileStatus commit : newestFirst(engine, snapshot)) {
      if (commit.getModificationTime() < written - CLOCK_SKEW.toMillis()) {
        goesBack = true;
        break;
      }
      since.add(commit);
      goesBack = FileNames.deltaVersion(commit.getPath()) == 0;
    }
    return addsAny(engine, since, names) || !goesBack && !known(engine, snapshot, names).isEmpty();
  }

  /** Those of the names that the snapshot has, or remembers as removed. */
  static Set<String> known(Engine engine, Snapshot snapshot, Set<String> names) throws IOException {
    Set<String> known = new HashSet<>();
    try (CloseableIterator<FilteredColumnarBatch> state =
        snapshot.getCreateCheckpointIterator(engine)) {
      while (state.hasNext()) {
        ColumnarBatch actions = state.next().getData();
        for (String action : new String[] {"add", "remove"}) {
          ColumnVector file = actions.getColumnVector(actions.getSchema().indexOf(action));
          collect(file, names, known);
        }
      }
    }
    return known;
  }

  private static List<FileStatus> newestFirst(Engine engine, Snapshot snapshot) throws IOException {
    List<FileStatus> commits = new ArrayList<>();
    Path log = new Path(snapshot.getPath(), "_delta_log");
    try (CloseableIterator<FileStatus> files =
        engine.getFileSystemClient().listFrom(FileNames.deltaFile(log.toString(), 0))) {
      while (files.hasNext()) {
        FileStatus file = files.next();
        if (FileNames.isCommitFile(file.getPath())
            && FileNames.deltaVersion(file.getPath()) <= snapshot.getVersion()) {
          commits.add(file);
        }
      }
    }
    Collections.reverse(commits);
    return commits;
  }

  private static boolean addsAny(Engine engine, List<FileStatus> commits, Set<String> names)
      throws IOException {
    Set<String> added = new HashSet<>();
    try (CloseableIterator<ColumnarBatch> batches =
        engine
            .getJsonHandler()
            .readJsonFiles(
                Utils.toCloseableIterator(commits.iterator()), ADDED_PATHS, Optional.empty())) {
      while (added.isEmpty() && batches.hasNext()) {
        collect(batches.next().getColumnVector(0), names, added);
      }
    }
    return !added.isEmpty();
  }

  private static void collect(ColumnVector file, Set<String> names, Set<String> found) {
    ColumnVector path = file.getChild(0);
    for (int row = 0; row < file.getSize(); row++) {
      if (!file.isNullAt(row)) {
        String name = name(path.getString(row));
        if (names.contains(name)) {
          found.add(name);
        }
      }
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
