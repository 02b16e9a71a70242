package io.nextgen.insight.optimizer;

import io.delta.storage.CloseableIterator;
import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The log on local disk; and, when a test asks for it, another writer that is always faster: before
 * a MERGE or DELETE commits, it has committed a version of its own that is no blind append. Delta's
 * own check then finds the conflict.
 */
public final class RacingLogStore extends HDFSLogStore {
  /** How Spark is told to use it. */
  static final String SETTING = "spark.delta.logStore.file.impl";

  private static final String COMMIT_INFO =
      "{\"commitInfo\":{\"timestamp\":1,\"operation\":\"WRITE\",\"operationParameters\":{},\"isBlindAppend\":false}}";

  private static volatile String racedTable;

  public RacingLogStore(Configuration configuration) {
    super(configuration);
  }

  /** Runs work while the other writer is at the table whose path ends so. */
  static void race(String pathEnd, Runnable work) {
    racedTable = pathEnd;
    try {
      work.run();
    } finally {
      racedTable = null;
    }
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration conf)
      throws IOException {
    List<String> lines = new ArrayList<>();
    actions.forEachRemaining(lines::add);
    if (racedTable != null
        && path.getParent().getParent().toString().endsWith(racedTable)
        && lines.stream().anyMatch(RacingLogStore::changesRows)) {
      write(path, List.of(COMMIT_INFO, addOfNewestFile(path, conf)));
    }
    if (overwrite) {
      super.write(path, lines.iterator(), true, conf);
    } else {
      write(path, lines);
    }
  }

  /** If it is not there. HDFSLogStore would start a process for it, of which tests make many. */
  private static void write(Path path, List<String> lines) throws IOException {
    java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
    java.nio.file.Path written =
        Files.write(target.resolveSibling("." + UUID.randomUUID() + ".tmp"), lines);
    try {
      Files.createLink(target, written);
    } finally {
      Files.delete(written);
    }
  }

  private static boolean changesRows(String action) {
    return action.contains("\"operation\":\"MERGE\"")
        || action.contains("\"operation\":\"DELETE\"");
  }

  /** A file that the table has already: adding it again changes no row. */
  private String addOfNewestFile(Path commit, Configuration conf) throws IOException {
    for (long version = Long.parseLong(commit.getName().replace(".json", "")) - 1; ; version--) {
      Path earlier = new Path(commit.getParent(), "%020d.json".formatted(version));
      try (CloseableIterator<String> lines = read(earlier, conf)) {
        while (lines.hasNext()) {
          String line = lines.next();
          if (line.startsWith("{\"add\"")) {
            return line;
          }
        }
      }
    }
  }
}
