package io.nextgen.insight.delta;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The log of a table on a local disk, where the task dies right after its first commit. */
public final class TestingLostCommitter extends LocalDiskLogStore {

  private static final Set<Path> LOST = ConcurrentHashMap.newKeySet();

  public TestingLostCommitter(Configuration hadoop) {
    super(hadoop);
  }

  /** Settings with which Kernel takes it for {@code file:}. */
  static Map<String, String> hadoopSettings() {
    return Map.of(SETTING, TestingLostCommitter.class.getName());
  }

  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    super.write(path, actions, overwrite, hadoop);
    if (path.getName().equals("00000000000000000001.json") && LOST.add(path)) {
      throw new IllegalStateException("The committer is lost after its commit");
    }
  }
}
