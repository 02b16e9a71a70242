package io.nextgen.insight.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Which dead letters were replayed: a file for each, named by its id, in {@code _replayed} beside
 * the table's data, which readers of Delta tables and VACUUM pass over. It outlives landed files,
 * which a storage account's life cycle may remove.
 */
final class ReplayLedger {

  private static final String FOLDER = "_replayed";

  private final FileSystem files;
  private final Path folder;
  private final Set<String> ids = new HashSet<>();

  ReplayLedger(Path table, Configuration hadoop) throws IOException {
    folder = new Path(table, FOLDER);
    files = folder.getFileSystem(hadoop);
    files.setWriteChecksum(false);
    try {
      for (FileStatus each : files.listStatus(folder)) {
        ids.add(each.getPath().getName());
      }
    } catch (FileNotFoundException noneYet) {
      files.mkdirs(folder);
    }
  }

  boolean contains(String letterId) {
    return ids.contains(letterId);
  }

  /**
   * @param landedAs the file below the landing root that holds the corrected record
   */
  void add(String letterId, String landedAs) throws IOException {
    try (FSDataOutputStream out = files.create(new Path(folder, letterId), true)) {
      out.write((landedAs + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ids.add(letterId);
  }
}
