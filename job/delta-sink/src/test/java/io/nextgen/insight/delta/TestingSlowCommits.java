package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk, where a version of a Delta log takes a second and a half to write. */
public final class TestingSlowCommits extends LocalFileSystem {

  private static final long MILLIS = 1_500;

  /** Settings with which Hadoop takes it for {@code file:}. */
  static Map<String, String> hadoopSettings() {
    return Map.of(
        "fs.file.impl", TestingSlowCommits.class.getName(), "fs.file.impl.disable.cache", "true");
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    if (path.getName().endsWith(".json")) {
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }
}
