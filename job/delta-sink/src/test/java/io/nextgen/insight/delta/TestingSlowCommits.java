package io.nextgen.insight.delta;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The log of a table on a local disk, where a version takes a second and a half to write. */
public final class TestingSlowCommits extends LocalDiskLogStore {

  private static final long MILLIS = 1_500;

  public TestingSlowCommits(Configuration hadoop) {
    super(hadoop);
  }

  /** Settings with which Kernel takes it for {@code file:}. */
  static Map<String, String> hadoopSettings() {
    return Map.of(SETTING, TestingSlowCommits.class.getName());
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(e.getMessage());
    }
    super.write(path, actions, overwrite, hadoop);
  }
}
